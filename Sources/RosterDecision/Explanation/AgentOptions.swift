import RosterCheck
import RosterModel

/// What stands between each agent and one more duty, judged by the audit of the checker.
///
/// Belongs to one thread; remembers what it has judged.
struct AgentOptions {
    /// A way for an agent to be in a slot.
    struct Option {
        /// The shift that he would work.
        let shift: WorkedShift
        /// Everything that would have to be relaxed.
        let reasons: ReasonSet
    }

    private struct Key: Hashable {
        let agent: AgentID
        let day: Int
        let shift: ShiftID
        let sector: Int
    }

    private let checker: RosterChecker
    private let presence: NightPresence
    private let lines: [[WorkedShift]]
    private let spare: SpareWork
    private var judged: [Key: [Option]] = [:]

    /// - Parameter lines: Shifts of the roster by agent.
    init(checker: RosterChecker, presence: NightPresence, lines: [[WorkedShift]], spare: SpareWork) {
        self.checker = checker
        self.presence = presence
        self.lines = lines
        self.spare = spare
    }

    private var scenario: Scenario { checker.scenario }

    /// Shifts of the roster that an agent works on a service day.
    func worked(_ agent: AgentID, day: Int) -> [WorkedShift] { lines[agent.value].filter { $0.day == day } }

    /// Shifts of the agent's menu that fill the slot, each with what stands against it.
    mutating func options(_ agent: AgentID, day: Int, sector: Int, slot: Int) -> [Option] {
        scenario[agent].shifts.flatMap { shift -> [Option] in
            guard scenario[shift].days[day] else { return [] }
            let key = Key(agent: agent, day: day, shift: shift, sector: sector)
            let options: [Option]
            if let known = judged[key] {
                options = known
            } else {
                let worked = scenario.workedShift(agent: agent, day: day, shift: shift, sector: SectorID(sector))
                options = worked.map(judge) ?? []
                judged[key] = options
            }
            return options.filter { option in
                NightPresence.places(of: option.shift, scenario).contains { $0 == (sector, slot) }
            }
        }
    }

    /// Presence in nothing but the slot, for which no shift of the menu exists.
    func optionsWithoutShift(_ agent: AgentID, day: Int, sector: Int, slot: Int) -> [Option] {
        let minutes = scenario.axis.minutes(ofSlot: slot)
        let shift = WorkedShift(
            agent: agent, day: day, name: "", minutes: minutes, breakMinutes: 0,
            stages: [.init(sector: SectorID(sector), minutes: minutes)])
        return judge(shift).map { Option(shift: shift, reasons: $0.reasons.union(ReasonSet(.noShift))) }
    }

    /// Reasons against a shift in the place of what the agent works that day: with his other work, and, if that stands in the way,
    /// without the part of it that is spare.
    private func judge(_ shift: WorkedShift) -> [Option] {
        let others = lines[shift.agent.value].filter { $0.day != shift.day }
        let elsewhere: ReasonSet = price(of: [shift]).minutes > 0 ? ReasonSet(.otherHour) : []
        func option(beside others: [WorkedShift]) -> Option {
            let changed = Roster(shifts: others + [shift]).shifts
            var reasons = elsewhere
            for violation in checker.violationsButMinimum(of: shift.agent, working: changed)
            where violation.acceptedReason == nil { reasons.formUnion(ReasonSet(GapReason(violation.rule))) }
            return Option(shift: shift, reasons: reasons)
        }
        let first = option(beside: others)
        let needed = others.filter { !spare.days[shift.agent.value].contains($0.day) }
        guard first.reasons != elsewhere, needed.count < others.count else { return [first] }
        let second = option(beside: needed)
        return second.reasons == first.reasons ? [first] : [first, second]
    }

    /// Team-minutes that would be missing elsewhere if agents worked these shifts of one night in the place of theirs.
    func price(of shifts: [WorkedShift]) -> (minutes: Int, sectors: [Int]) {
        struct Place: Hashable {
            let sector: Int
            let slot: Int
        }
        var changes: [Place: [Int]] = [:]
        func count(_ shift: WorkedShift, _ sign: Int) {
            for (sector, slot) in NightPresence.places(of: shift, scenario) {
                changes[
                    Place(sector: sector, slot: slot),
                    default: Array(repeating: 0, count: scenario.agentTypes.count)][
                        scenario[shift.agent].type.value] += sign
            }
        }
        for shift in shifts {
            for old in worked(shift.agent, day: shift.day) { count(old, -1) }
            count(shift, 1)
        }
        var minutes = 0
        var sectors = Set<Int>()
        for (place, change) in changes where change.contains(where: { $0 < 0 }) {
            let before = presence.counts(place.sector, place.slot)
            let after = zip(before, change).map { max(0, $0 + $1) }
            let loss =
                presence.missing(place.sector, place.slot, present: after)
                - presence.missing(place.sector, place.slot, present: before)
            if loss > 0 {
                minutes += loss * scenario.axis.gridMinutes
                sectors.insert(place.sector)
            }
        }
        return (minutes, sectors.sorted())
    }
}
