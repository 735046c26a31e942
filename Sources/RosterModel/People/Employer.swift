/// Who employs agents: a town, a landlord, an association.
public struct Employer: Sendable {
    /// Name of the employer in files.
    public let id: String
    /// Name shown to people.
    public let name: String

    /// Describes an employer.
    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
