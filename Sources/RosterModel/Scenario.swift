/// A town, its people and its needs over one horizon: everything a plan is made from, resolved and free of faults.
///
/// `RosterIO` builds it from a folder and gathers the faults on the way; tests build small ones by hand.
public struct Scenario: Sendable {
    /// Name of the scenario (that of its folder unless given).
    public var name: String
    /// Days, slots and clocks.
    public var axis: TimeAxis
    /// The town's night clock, for fairness; default 22:00 to 05:00.
    public var nightClock = ClockRange(start: 1320, end: 1740)
    /// Late window of the indicators; default 20:00 to 05:00.
    public var lateWindow = ClockRange(start: 1200, end: 1740)
    /// Core of the night; default 00:00 to 05:00.
    public var coreWindow = ClockRange(start: 1440, end: 1740)
    /// Sectors.
    public var sectors: [Sector]
    /// Employers.
    public var employers: [Employer]
    /// Professions.
    public var professions: [Profession]
    /// Packs of working-time rules that agents use.
    public var regimes: [Regime]
    /// Types of agents that team kinds tell apart.
    public var agentTypes: [AgentType]
    /// Agents, in the order of `agents.csv`.
    public var agents: [Agent]
    /// Shifts of the menu, ranges expanded.
    public var shifts: [Shift]
    /// Kinds of teams; their order breaks ties in the formation shown.
    public var teamKinds: [TeamKind]
    /// Cover requirements.
    public var requirements: [CoverRequirement]
    /// Professions to be kept apart, at level 2.
    public var avoidedPairs: [AvoidedPair] = []
    /// The mission matrix; empty when the town gives none.
    public var missions: [Mission] = []
    /// What employers promised their partners.
    public var commitments: [Commitment] = []
    /// What hours of work cost; the first entry that concerns an agent holds. Empty when the town gives none.
    public var hourCosts: [HourCost] = []
    /// Longest surplus that counts as a free hand-over, in minutes.
    public var handoverMinutes = 30
    /// Fixed decisions.
    public var pins: [Pin] = []
    /// Wishes.
    public var wishes: [Wish] = []
    /// What the coordination convention allows outside ``MissionHours``.
    public var nightPermissions: [NightPermission] = []
    /// The roster already published, when this plan changes one.
    public var published: PublishedRoster?
    /// Names of the calendar (holiday, eve, school holiday, hot night) that hold on each service day; one set a day.
    public var dayNames: [Set<String>]
    /// Public holidays among the dates of the horizon and the one after, into which the last service day reaches.
    public var publicHolidays: Set<CivilDate> = []
    /// Hash of the files of the scenario, in hexadecimal; empty for scenarios built in memory.
    public var hash = ""

    /// Describes a scenario; what has a default is set afterwards.
    public init(
        name: String, axis: TimeAxis, sectors: [Sector], employers: [Employer], professions: [Profession],
        regimes: [Regime], agentTypes: [AgentType], agents: [Agent], shifts: [Shift], teamKinds: [TeamKind],
        requirements: [CoverRequirement]
    ) {
        self.name = name
        self.axis = axis
        self.sectors = sectors
        self.employers = employers
        self.professions = professions
        self.regimes = regimes
        self.agentTypes = agentTypes
        self.agents = agents
        self.shifts = shifts
        self.teamKinds = teamKinds
        self.requirements = requirements
        dayNames = Array(repeating: [], count: axis.dayCount)
    }

    /// Points of an empty roster: the weighted demand.
    public var weightedDemand: Int {
        requirements.reduce(0) { sum, requirement in
            zip(requirement.teams, requirement.pointsPerTeam).reduce(sum) { $0 + Int($1.0) * Int($1.1) }
        }
    }

    /// Whether a slot lies in a daily clock range, per slot of the horizon.
    public func slots(in range: ClockRange) -> [Bool] {
        var inside = Array(repeating: false, count: axis.slotCount)
        // The range of the day before may reach into the first service day.
        for day in -1..<axis.dayCount {
            let minutes = axis.minutes(day: day, range: range)
            for slot in inside.indices where !inside[slot] {
                let span = axis.minutes(ofSlot: slot)
                if span.lowerBound >= minutes.upperBound { break }
                inside[slot] = span.lowerBound >= minutes.lowerBound && span.upperBound <= minutes.upperBound
            }
        }
        return inside
    }
}

extension Scenario {
    /// The other contract of the person of an agent; nil for who has one contract.
    public func otherContract(of agent: AgentID) -> AgentID? {
        guard let key = self[agent].personKey else { return nil }
        return agents.indices.first { $0 != agent.value && agents[$0].personKey == key }.map { AgentID($0) }
    }

    /// The agent with this position.
    public subscript(agent: AgentID) -> Agent { agents[agent.value] }
    /// The sector with this position.
    public subscript(sector: SectorID) -> Sector { sectors[sector.value] }
    /// The employer with this position.
    public subscript(employer: EmployerID) -> Employer { employers[employer.value] }
    /// The profession with this position.
    public subscript(profession: ProfessionID) -> Profession { professions[profession.value] }
    /// The regime with this position.
    public subscript(regime: RegimeID) -> Regime { regimes[regime.value] }
    /// The type of agents with this position.
    public subscript(type: AgentTypeID) -> AgentType { agentTypes[type.value] }
    /// The shift with this position.
    public subscript(shift: ShiftID) -> Shift { shifts[shift.value] }
    /// The team kind with this position.
    public subscript(kind: TeamKindID) -> TeamKind { teamKinds[kind.value] }
    /// The requirement with this position.
    public subscript(requirement: RequirementID) -> CoverRequirement { requirements[requirement.value] }
}
