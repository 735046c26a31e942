/// A shift of the menu with fixed hours. A template with a range of hours becomes one `Shift` per choice.
public struct Shift: Sendable {
    /// A part of a round: the sector in which the agent is until a clock time.
    public struct Stage: Hashable, Sendable {
        /// Sector of this part.
        public let sector: SectorID
        /// Clock at which the part ends, in minutes after 00:00 of the service day's date (may exceed 1440).
        public let until: Int

        /// Describes a stage.
        public init(sector: SectorID, until: Int) {
            self.sector = sector
            self.until = until
        }
    }

    /// Unique name: the template's name, followed by `@16:30-24:00` when the template has a range of hours.
    public let id: String
    /// Name of the template in the scenario.
    public let name: String
    /// Short code for the roster grid, one to three characters.
    public let code: String
    /// Professions that may work it.
    public let professions: [ProfessionID]
    /// Employers whose agents may work it; empty means all.
    public let employers: [EmployerID]
    /// Local hours; `start` lies in the service day and `end` no later than the start of the next one.
    public let hours: ClockRange
    /// Hours of work in order, the first beginning and the last ending with ``hours``: one, or several when the shift is
    /// split by gaps that are neither work nor presence.
    public let parts: [ClockRange]
    /// Break in minutes, without position; of a split shift it lies in the longest part, the first of equals.
    public let breakMinutes: Int
    /// Service days on which it may be worked; count equals the number of days of the horizon.
    public let days: [Bool]
    /// Parts of a round in order, the last ending with the shift; empty for a shift spent in one sector.
    public let stages: [Stage]
    /// Whether it is static guard of communal buildings, exempt from ``MissionHours``.
    public let isStaticGuard: Bool

    /// Describes a shift.
    ///
    /// - Parameter parts: Empty for a shift that is not split.
    public init(
        id: String, name: String, code: String, professions: [ProfessionID], employers: [EmployerID] = [],
        hours: ClockRange, parts: [ClockRange] = [], breakMinutes: Int, days: [Bool], stages: [Stage] = [],
        isStaticGuard: Bool = false
    ) {
        precondition(
            parts.isEmpty || parts.first?.start == hours.start && parts.last?.end == hours.end,
            "parts \(parts) of \(hours)")
        self.id = id
        self.name = name
        self.code = code
        self.professions = professions
        self.employers = employers
        self.hours = hours
        self.parts = parts.isEmpty ? [hours] : parts
        self.breakMinutes = breakMinutes
        self.days = days
        self.stages = stages
        self.isStaticGuard = isStaticGuard
    }
}
