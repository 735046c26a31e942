public import RosterModel

/// Small scenarios in a few lines of code.
///
/// Everything is named by text. What is not said has a default: one sector `a`, one profession `m`, one employer, one
/// regime without any rule, service days from 06:00, a grid of 60 minutes, hour weights of 1.
///
/// ```swift
/// var town = TinyScenario(first: "2026-10-05", days: 3)
/// town.regime.dailyRest = DailyRest(minutes: 660, source: TinyScenario.source)
/// town.shift("late", "18:00", "24:00")
/// town.kind("pair", [.init(2, ["m"])])
/// town.need(kinds: ["pair"], "20:00", "24:00")
/// town.agent("m1")
/// town.agent("m2")
/// let scenario = town.scenario
/// ```
public struct TinyScenario {
    /// A place of a team kind, by names.
    public struct Place {
        var count: Int
        var professions: [String]
        var qualifications: [String]

        /// Describes a place.
        public init(_ count: Int, _ professions: [String], _ qualifications: [String] = []) {
            self.count = count
            self.professions = professions
            self.qualifications = qualifications
        }
    }

    private struct KindDraft {
        var id: String
        var places: [Place]
        var hours: ClockRange?
        var sectors: [String]?
    }

    private struct NeedDraft {
        var sector: String
        var kinds: [String]
        var weight: Int
        var hours: ClockRange
        var teams: Int
        var days: [Int]?
        var requirement: String
    }

    private struct ShiftDraft {
        var id: String
        var professions: [String]
        var hours: ClockRange
        var breakMinutes: Int
        var days: [Int]?
        var stages: [(sector: String, until: String)]
        var isStaticGuard: Bool
        var parts: [ClockRange] = []
    }

    private struct AgentDraft {
        var id: String
        var profession: String
        var regime: String
        var maximumMinutes: Int?
        var minimumMinutes: Int
        var availableMinutes: Int
        var sectors: [String]?
        var shifts: [String]?
        var qualifications: [String]
        var teamKey: String?
        var nightAllowed: Bool
        var isNightWorker: Bool
        var contractDays: Range<Int>
        var busy: [BusyInterval]
        var standby: [Range<Int>]
        var absences: [Agent.Absence]
        var history: Agent.History?
    }

    /// A source for rules of tests.
    public static let source = RuleSource(level: .law, article: "test article")

    /// Time axis.
    public let axis: TimeAxis
    /// Names of the sectors; set before needs and agents are added.
    public var sectors = ["a"]
    /// Names of the professions; set before shifts, kinds and agents are added.
    public var professions = ["m"]
    /// Regimes; agents have the first unless they say otherwise.
    public var regimes: [Regime]
    /// Weight of an hour of the local clock, in hundredths. Default 100 at every hour.
    public var hourWeight: (Int) -> Int = { _ in 100 }
    /// Hand-over, in minutes.
    public var handoverMinutes = 30
    /// Professions to be kept apart, with the sectors of joint patrols.
    public var avoidedPairs: [(first: String, second: String, joint: [String])] = []
    private var shifts: [ShiftDraft] = []
    private var kinds: [KindDraft] = []
    private var needs: [NeedDraft] = []
    private var agents: [AgentDraft] = []
    private var pins: [(agent: String, day: Int, shift: String?, sector: String?, reason: String?)] = []
    private var wishes: [(agent: String, day: Int, content: Wish.Content, weight: Int)] = []

    /// Starts a town on a date `yyyy-MM-dd`, in Paris time.
    public init(first: String, days: Int, grid: Int = 60, dayStart: String = "06:00") {
        guard let date = CivilDate(iso: first) else { preconditionFailure("no date \(first)") }
        axis = TimeAxis(
            firstDay: date, dayCount: days, gridMinutes: grid, dayStart: Self.clock(dayStart),
            zoneName: "Europe/Paris", offsets: Self.parisOffsets)
        regimes = [
            Regime(
                id: "plain", name: "plain", nightClock: ClockRange(start: 1320, end: 1740), nightShiftMinutes: 180,
                breakCountsAsWork: false)
        ]
    }

    /// The first regime.
    public var regime: Regime {
        get { regimes[0] }
        set { regimes[0] = newValue }
    }

    /// Offsets of Paris from 2020 to 2035: summer time from the last Sunday of March to the last of October, 01:00 UTC.
    public static let parisOffsets: [TimeAxis.Offset] = {
        var offsets = [TimeAxis.Offset(utcMinute: -10_000_000, offsetMinutes: 60)]
        for year in 2020...2035 {
            for (month, offset) in [(3, 120), (10, 60)] {
                guard var date = CivilDate(year: year, month: month, day: 31) else { continue }
                while date.weekday != .sunday { date = date.advanced(by: -1) }
                offsets.append(.init(utcMinute: date.daysSinceEpoch * 1440 + 60, offsetMinutes: offset))
            }
        }
        return offsets
    }()

    /// Minutes after 00:00 of `hh:mm`.
    public static func clock(_ text: String) -> Int {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        precondition(parts.count == 2, "no clock time \(text)")
        return parts[0] * 60 + parts[1]
    }

    private static func range(_ start: String, _ end: String) -> ClockRange {
        ClockRange(start: clock(start), end: clock(end))
    }

    /// Adds a shift of the menu; `stages` make it a round, and `days` are the service days on which it may be worked.
    public mutating func shift(
        _ id: String, _ start: String, _ end: String, breakMinutes: Int = 0, professions: [String]? = nil,
        days: [Int]? = nil, stages: [(sector: String, until: String)] = [], isStaticGuard: Bool = false
    ) {
        shifts.append(
            ShiftDraft(
                id: id, professions: professions ?? self.professions, hours: Self.range(start, end),
                breakMinutes: breakMinutes, days: days, stages: stages, isStaticGuard: isStaticGuard))
    }

    /// Adds a shift of the menu that is split into parts.
    public mutating func splitShift(
        _ id: String, _ parts: [(start: String, end: String)], breakMinutes: Int = 0, days: [Int]? = nil,
        stages: [(sector: String, until: String)] = []
    ) {
        shift(id, parts[0].start, parts[parts.count - 1].end, breakMinutes: breakMinutes, days: days, stages: stages)
        shifts[shifts.count - 1].parts = parts.map { Self.range($0.start, $0.end) }
    }

    /// Given work of a service day, by clock times of its date.
    public func busy(_ day: Int, _ start: String, _ end: String, kind: BusyInterval.Kind = .training) -> BusyInterval {
        BusyInterval(day: day, minutes: axis.minutes(day: day, range: Self.range(start, end)), kind: kind)
    }

    /// Adds a kind of team.
    public mutating func kind(
        _ id: String, _ places: [Place], hours: (String, String)? = nil, sectors: [String]? = nil
    ) {
        kinds.append(
            KindDraft(id: id, places: places, hours: hours.map { Self.range($0.0, $0.1) }, sectors: sectors))
    }

    /// Adds a pattern of need; patterns with one `requirement` name form one requirement (by default each is its own).
    public mutating func need(
        _ sector: String = "a", kinds: [String], _ start: String, _ end: String, teams: Int = 1, weight: Int = 1,
        days: [Int]? = nil, requirement: String? = nil
    ) {
        needs.append(
            NeedDraft(
                sector: sector, kinds: kinds, weight: weight, hours: Self.range(start, end), teams: teams, days: days,
                requirement: requirement ?? "need\(needs.count)"))
    }

    /// Adds an agent; without sectors or shifts he may work in all and all those of his profession.
    public mutating func agent(
        _ id: String, _ profession: String? = nil, regime: String? = nil, maximumMinutes: Int? = nil,
        minimumMinutes: Int = 0, availableMinutes: Int = 600, sectors: [String]? = nil, shifts: [String]? = nil,
        qualifications: [String] = [], teamKey: String? = nil, nightAllowed: Bool = true, isNightWorker: Bool = false,
        contractDays: Range<Int> = Agent.openContract, busy: [BusyInterval] = [], standby: [Range<Int>] = [],
        absences: [Agent.Absence] = [], history: Agent.History? = nil
    ) {
        agents.append(
            AgentDraft(
                id: id, profession: profession ?? professions[0], regime: regime ?? regimes[0].id,
                maximumMinutes: maximumMinutes, minimumMinutes: minimumMinutes, availableMinutes: availableMinutes,
                sectors: sectors, shifts: shifts, qualifications: qualifications, teamKey: teamKey,
                nightAllowed: nightAllowed,
                isNightWorker: isNightWorker, contractDays: contractDays, busy: busy, standby: standby,
                absences: absences, history: history))
    }

    /// A shift before the horizon: service day (negative) and clock times of its date.
    public func past(_ day: Int, _ start: String, _ end: String, breakMinutes: Int = 0) -> Agent.PastShift {
        let minutes = axis.minutes(day: day, range: Self.range(start, end))
        return Agent.PastShift(day: day, minutes: minutes, breakMinutes: breakMinutes)
    }

    /// Fixes a shift (or, without shift, a day off).
    public mutating func pin(
        _ agent: String, day: Int, shift: String? = nil, sector: String? = nil, reason: String? = nil
    ) {
        pins.append((agent, day, shift, sector, reason))
    }

    /// Adds a wish.
    public mutating func wish(_ agent: String, day: Int, _ content: Wish.Content, weight: Int = 100) {
        wishes.append((agent, day, content, weight))
    }

    private func position(_ name: String, in names: [String]) -> Int {
        guard let index = names.firstIndex(of: name) else { preconditionFailure("no \(name) among \(names)") }
        return index
    }

    private func sector(_ name: String) -> SectorID { SectorID(position(name, in: sectors)) }

    private func profession(_ name: String) -> ProfessionID { ProfessionID(position(name, in: professions)) }

    private func days(_ days: [Int]?) -> [Bool] { (0..<axis.dayCount).map { days?.contains($0) ?? true } }

    /// The scenario described so far.
    public var scenario: Scenario {
        let asked = Set(kinds.flatMap { $0.places.flatMap(\.qualifications) })
        func type(_ draft: AgentDraft) -> AgentType {
            AgentType(
                profession: profession(draft.profession),
                qualifications: draft.qualifications.filter(asked.contains).sorted())
        }
        var types: [AgentType] = []
        for draft in agents where !types.contains(type(draft)) { types.append(type(draft)) }
        if types.isEmpty { types = [AgentType(profession: ProfessionID(0))] }
        var scenario = Scenario(
            name: "tiny", axis: axis, sectors: sectors.map { Sector(id: $0, name: $0) },
            employers: [Employer(id: "town", name: "Town")],
            professions: professions.map { Profession(id: $0, name: $0) }, regimes: regimes, agentTypes: types,
            agents: agents.map { draft in
                let mine = shifts.filter { $0.professions.contains(draft.profession) }.map(\.id)
                return Agent(
                    id: draft.id, employer: EmployerID(0), profession: profession(draft.profession),
                    regime: RegimeID(position(draft.regime, in: regimes.map(\.id))),
                    type: AgentTypeID(types.firstIndex(of: type(draft)) ?? 0), maximumMinutes: draft.maximumMinutes,
                    minimumMinutes: draft.minimumMinutes, availableMinutes: draft.availableMinutes,
                    sectors: (draft.sectors ?? sectors).map(sector),
                    shifts: (draft.shifts ?? mine).map { ShiftID(position($0, in: shifts.map(\.id))) },
                    qualifications: draft.qualifications.sorted(), teamKey: draft.teamKey,
                    nightAllowed: draft.nightAllowed,
                    isNightWorker: draft.isNightWorker, contractDays: draft.contractDays, busy: draft.busy,
                    standby: draft.standby, absences: draft.absences, history: draft.history)
            },
            shifts: shifts.map { draft in
                Shift(
                    id: draft.id, name: String(draft.id.prefix { $0 != "@" }), code: String(draft.id.prefix(2)),
                    professions: draft.professions.map(profession), hours: draft.hours,
                    parts: draft.parts, breakMinutes: draft.breakMinutes, days: days(draft.days),
                    stages: draft.stages.map { .init(sector: sector($0.sector), until: Self.clock($0.until)) },
                    isStaticGuard: draft.isStaticGuard)
            },
            teamKinds: kinds.map { draft in
                TeamKind(
                    id: draft.id, name: draft.id,
                    places: draft.places.map {
                        .init(
                            count: $0.count, professions: $0.professions.map(profession),
                            qualifications: $0.qualifications)
                    },
                    hours: draft.hours, sectors: draft.sectors.map { Set($0.map(sector)) },
                    countsInSlot: draft.hours.map(slots) ?? Array(repeating: true, count: axis.slotCount))
            },
            requirements: requirements)
        scenario.handoverMinutes = handoverMinutes
        scenario.avoidedPairs = avoidedPairs.map {
            AvoidedPair(
                profession($0.first), profession($0.second), jointPatrolSectors: Set($0.joint.map(sector)))
        }
        let ids = agents.map(\.id)
        scenario.pins = pins.map { pin in
            let shift = pin.shift.map { ShiftID(position($0, in: shifts.map(\.id))) }
            return Pin(
                agent: AgentID(position(pin.agent, in: ids)), day: pin.day,
                decision: shift.map { .work($0, pin.sector.map(sector)) } ?? .off, acceptedReason: pin.reason)
        }
        scenario.wishes = wishes.map {
            Wish(agent: AgentID(position($0.agent, in: ids)), day: $0.day, content: $0.content, weight: $0.weight)
        }
        return scenario
    }

    /// Slots inside a daily clock range.
    private func slots(_ range: ClockRange) -> [Bool] {
        var inside = Array(repeating: false, count: axis.slotCount)
        for day in -1..<axis.dayCount {
            let minutes = axis.minutes(day: day, range: range)
            for slot in inside.indices {
                let span = axis.minutes(ofSlot: slot)
                if span.lowerBound >= minutes.lowerBound && span.upperBound <= minutes.upperBound {
                    inside[slot] = true
                }
            }
        }
        return inside
    }

    private var requirements: [CoverRequirement] {
        var names: [String] = []
        for need in needs where !names.contains(need.requirement) { names.append(need.requirement) }
        return names.map { name in
            let patterns = needs.filter { $0.requirement == name }
            let first = patterns[0]
            var teams = Array(repeating: UInt8(0), count: axis.slotCount)
            for pattern in patterns {
                for day in 0..<axis.dayCount where pattern.days?.contains(day) ?? true {
                    let minutes = axis.minutes(day: day, range: pattern.hours)
                    for slot in axis.slots(ofDay: day) {
                        let span = axis.minutes(ofSlot: slot)
                        if span.lowerBound >= minutes.lowerBound && span.upperBound <= minutes.upperBound {
                            teams[slot] = max(teams[slot], UInt8(pattern.teams))
                        }
                    }
                }
            }
            let points = (0..<axis.slotCount).map { slot in
                let clock = axis.local(axis.minutes(ofSlot: slot).lowerBound).clock
                return Int32(axis.gridMinutes * hourWeight(clock / 60) * first.weight)
            }
            return CoverRequirement(
                id: name, sector: sector(first.sector),
                kinds: first.kinds.map { TeamKindID(position($0, in: kinds.map(\.id))) }, weight: first.weight,
                teams: teams, pointsPerTeam: points)
        }
    }
}
