/// Work of an agent that is given and not planned: it covers nothing, but needs rest before and after and counts in the
/// limits of working time.
public struct BusyInterval: Hashable, Sendable {
    /// What kind of work it is.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Mandatory training, firearms session.
        case training
        /// Hearing in court.
        case hearing
        /// Salaried work for another employer.
        case otherEmployer
        /// Call-out during standby, travel included.
        case intervention
    }

    /// Service day in which it starts.
    public let day: Int
    /// Elapsed minutes, all of them working time; inside the service day.
    public let minutes: Range<Int>
    /// What kind of work it is.
    public let kind: Kind

    /// Describes an interval.
    public init(day: Int, minutes: Range<Int>, kind: Kind) {
        self.day = day
        self.minutes = minutes
        self.kind = kind
    }
}
