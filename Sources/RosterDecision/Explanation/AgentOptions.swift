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
    private var judged: [Key: Option?] = [:]

    init(checker: RosterChecker, presence: NightPresence, roster: Roster) {
        self.checker = checker
        self.presence = presence
        var lines = Array(repeating: [WorkedShift](), count: checker.scenario.agents.count)
        for shift in roster.shifts { lines[shift.agent.value].append(shift) }
        self.lines = lines
    }

    private var scenario: Scenario { checker.scenario }

    /// Shifts of the roster that an agent works on a service day.
    func worked(_ agent: AgentID, day: Int) -> [WorkedShift] { lines[agent.value].filter { $0.day == day } }

    /// Shifts of the agent's menu that fill the slot, each with what stands against it.
    mutating func options(_ agent: AgentID, day: Int, sector: Int, slot: Int) -> [Option] {
        scenario[agent].shifts.compactMap { shift in
            guard scenario[shift].days[day] else { return nil }
            let key = Key(agent: agent, day: day, shift: shift, sector: sector)
            let option: Option?
            if let known = judged[key] {
                option = known
            } else {
                option = scenario.workedShift(agent: agent, day: day, shift: shift, sector: SectorID(sector)).map(judge)
                judged[key] = option
            }
            guard let option else { return nil }
            return NightPresence.places(of: option.shift, scenario).contains { $0 == (sector, slot) } ? option : nil
        }
    }

    /// Presence in nothing but the slot, for which no shift of the menu exists.
    func optionWithoutShift(_ agent: AgentID, day: Int, sector: Int, slot: Int) -> Option {
        let minutes = scenario.axis.minutes(ofSlot: slot)
        let option = judge(
            WorkedShift(
                agent: agent, day: day, name: "", minutes: minutes, breakMinutes: 0,
                stages: [.init(sector: SectorID(sector), minutes: minutes)]))
        return Option(shift: option.shift, reasons: option.reasons.union(ReasonSet(.noShift)))
    }

    /// Reasons against a shift in the place of what the agent works that day.
    private func judge(_ shift: WorkedShift) -> Option {
        let line = lines[shift.agent.value]
        let others = line.filter { $0.day != shift.day }
        let changed = Roster(shifts: others + [shift]).shifts
        var reasons: ReasonSet = []
        for violation in checker.violationsButMinimum(of: shift.agent, working: changed)
        where violation.acceptedReason == nil { reasons.formUnion(ReasonSet(GapReason(violation.rule))) }
        if price(of: [shift]).minutes > 0 { reasons.formUnion(ReasonSet(.otherHour)) }
        return Option(shift: shift, reasons: reasons)
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
