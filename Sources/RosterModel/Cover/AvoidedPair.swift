/// Two professions whose presence in one sector at one time is to be avoided, at level 2.
public struct AvoidedPair: Hashable, Sendable {
    /// One profession.
    public let first: ProfessionID
    /// The other profession.
    public let second: ProfessionID
    /// Sectors in which a joint patrol is declared, so that being together costs nothing.
    public let jointPatrolSectors: Set<SectorID>

    /// Describes a pair.
    public init(_ first: ProfessionID, _ second: ProfessionID, jointPatrolSectors: Set<SectorID> = []) {
        self.first = first
        self.second = second
        self.jointPatrolSectors = jointPatrolSectors
    }
}
