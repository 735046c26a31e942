/// A presence to be reached, and the smallest staffing of each profession that reaches it.
public struct StaffingTarget: Sendable {
    /// What is needed beyond the staff there is, of one profession alone.
    public struct Need: Sendable {
        /// Profession.
        public let profession: ProfessionID
        /// Fewer agents more than this are proved not to do.
        public let atLeast: Int
        /// So many agents more reach the target in a roster found; nil when none was found up to the limit.
        public let enough: Int?

        /// Describes a need.
        public init(profession: ProfessionID, atLeast: Int, enough: Int?) {
            self.profession = profession
            self.atLeast = atLeast
            self.enough = enough
        }
    }

    /// Sectors in which one team is wanted.
    public let sectors: [SectorID]
    /// Hours of each night, in minutes after 00:00 of the service day.
    public let hours: ClockRange
    /// One entry for each profession that can make a team by itself.
    public let needs: [Need]

    /// Describes a target.
    public init(sectors: [SectorID], hours: ClockRange, needs: [Need]) {
        self.sectors = sectors
        self.hours = hours
        self.needs = needs
    }
}
