/// What an hour of work costs, for the agents of an employer or a profession.
///
/// - Units: euro cents an hour. The extras are added to ``base`` for the hours that they speak of.
public struct HourCost: Hashable, Sendable {
    /// Employer whose agents cost this; nil for all.
    public let employer: EmployerID?
    /// Profession whose agents cost this; nil for all.
    public let profession: ProfessionID?
    /// An hour of work.
    public let base: Int
    /// Extra for an hour in the town's night clock.
    public let night: Int
    /// Extra for an hour of a Sunday.
    public let sunday: Int
    /// Extra for an hour of a public holiday.
    public let holiday: Int

    /// Describes a cost.
    public init(
        employer: EmployerID? = nil, profession: ProfessionID? = nil, base: Int, night: Int = 0, sunday: Int = 0,
        holiday: Int = 0
    ) {
        self.employer = employer
        self.profession = profession
        self.base = base
        self.night = night
        self.sunday = sunday
        self.holiday = holiday
    }

    /// Whether the cost is that of an agent.
    public func concerns(_ agent: Agent) -> Bool {
        (employer.map { $0 == agent.employer } ?? true) && (profession.map { $0 == agent.profession } ?? true)
    }
}
