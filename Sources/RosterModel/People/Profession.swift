/// A trade of the street: mediator, municipal police officer, educator, caretaker.
public struct Profession: Sendable {
    /// Name of the profession in files.
    public let id: String
    /// Name shown to people.
    public let name: String

    /// Describes a profession.
    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
