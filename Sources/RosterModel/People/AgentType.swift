/// What team kinds can tell of an agent: profession, and those of his qualifications that some kind asks for.
public struct AgentType: Hashable, Sendable {
    /// Profession.
    public let profession: ProfessionID
    /// Qualifications that any team kind asks for, sorted.
    public let qualifications: [String]

    /// Describes a type.
    public init(profession: ProfessionID, qualifications: [String] = []) {
        self.profession = profession
        self.qualifications = qualifications.sorted()
    }
}
