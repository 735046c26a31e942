/// A person who works shifts.
public struct Agent: Sendable {
    /// Time in which an agent may not work. No motive, ever.
    public struct Absence: Hashable, Sendable {
        /// Service days on which no shift may start.
        public let days: Range<Int>
        /// Minutes that no shift may overlap; empty for an absence given in whole service days.
        public let minutes: Range<Int>

        /// Describes an absence; one of the two ranges is empty.
        public init(days: Range<Int> = 0..<0, minutes: Range<Int> = 0..<0) {
            self.days = days
            self.minutes = minutes
        }
    }

    /// A shift worked before the horizon.
    public struct PastShift: Hashable, Sendable {
        /// Service day, negative.
        public let day: Int
        /// Minutes from start to end; `lowerBound` is negative.
        public let minutes: Range<Int>
        /// Break in minutes.
        public let breakMinutes: Int

        /// Describes a past shift.
        public init(day: Int, minutes: Range<Int>, breakMinutes: Int) {
            self.day = day
            self.minutes = minutes
            self.breakMinutes = breakMinutes
        }
    }

    /// What is known of the weeks before the horizon.
    public struct History: Sendable {
        /// Shifts by start.
        public let shifts: [PastShift]
        /// First service day from which everything is known, at most 0. Nothing is known of what lies before.
        public let knownFrom: Int

        /// Describes a history, which may be empty of shifts: the agent is then known to have rested.
        ///
        /// - Parameter knownFrom: Nil for the service day of the first shift, or 0 when there is none.
        public init(shifts: [PastShift], knownFrom: Int? = nil) {
            self.shifts = shifts
            self.knownFrom = knownFrom ?? shifts.map(\.day).min() ?? 0
        }
    }

    /// Days of a contract that neither starts nor ends near the horizon.
    public static let openContract = -100_000..<100_000

    /// Pseudonymous name in files, logs and errors.
    public let id: String
    /// Personal name; shown only where the coordinator works.
    public let name: String?
    /// Employer.
    public let employer: EmployerID
    /// Profession.
    public let profession: ProfessionID
    /// Pack of working-time rules.
    public let regime: RegimeID
    /// Type, as team kinds see the agent.
    public let type: AgentTypeID
    /// Most working minutes of the horizon, tolerance included; nil when not limited by contract.
    public let maximumMinutes: Int?
    /// Fewest working minutes of the horizon; 0 by default.
    public let minimumMinutes: Int
    /// Working minutes on which the agent's fair share of nights and Sundays rests: the contract hours of the horizon,
    /// net of absences.
    public let availableMinutes: Int
    /// Sectors in which the agent may work, home first.
    public let sectors: [SectorID]
    /// Shifts that the agent may work: those of the menu for the profession and employer, less what `agents.csv` leaves out.
    public let shifts: [ShiftID]
    /// All qualifications, sorted.
    public let qualifications: [String]
    /// Key shared by the members of a constituted team.
    public let teamKey: String?
    /// Key shared by the two contracts of one person; nil for who has one contract.
    public let personKey: String?
    /// Whether shifts that touch the night clock of the regime are allowed.
    public let nightAllowed: Bool
    /// Whether the agent is recorded as a night worker, whatever the shifts say.
    public let isNightWorker: Bool
    /// Service days covered by the contract; not cut to the horizon.
    public let contractDays: Range<Int>
    /// Given work, by start.
    public let busy: [BusyInterval]
    /// Elapsed minutes of standby: no work and no presence, but no shift may overlap it.
    public let standby: [Range<Int>]
    /// Absences, in the order of the files.
    public let absences: [Absence]
    /// Shifts before the horizon; nil when nothing is known.
    public let history: History?

    /// Describes an agent.
    public init(
        id: String, name: String? = nil, employer: EmployerID, profession: ProfessionID, regime: RegimeID,
        type: AgentTypeID, maximumMinutes: Int?, minimumMinutes: Int = 0, availableMinutes: Int, sectors: [SectorID],
        shifts: [ShiftID],
        qualifications: [String] = [], teamKey: String? = nil, personKey: String? = nil,
        nightAllowed: Bool = true, isNightWorker: Bool = false, contractDays: Range<Int> = Agent.openContract,
        busy: [BusyInterval] = [],
        standby: [Range<Int>] = [], absences: [Absence] = [], history: History? = nil
    ) {
        self.id = id
        self.name = name
        self.employer = employer
        self.profession = profession
        self.regime = regime
        self.type = type
        self.maximumMinutes = maximumMinutes
        self.minimumMinutes = minimumMinutes
        self.availableMinutes = availableMinutes
        self.sectors = sectors
        self.shifts = shifts
        self.qualifications = qualifications
        self.teamKey = teamKey
        self.personKey = personKey
        self.nightAllowed = nightAllowed
        self.isNightWorker = isNightWorker
        self.contractDays = contractDays
        self.busy = busy
        self.standby = standby
        self.absences = absences
        self.history = history
    }
}
