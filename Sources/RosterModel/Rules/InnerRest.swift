/// Rest inside the amplitude of a day (caretakers): so much of it in an amplitude of `amplitudeMinutes`, a minute less for each
/// minute by which the amplitude is shorter, but `leastMinutes` as long as any is due.
///
/// The rest of a day are the gaps of its shift and the break. The one or two longest of them make up what is due, and the
/// longest alone makes up `largestShare` hundredths of it.
///
/// - Source: CCN 1043, art. 18.
public struct InnerRest: Hashable, Sendable {
    /// Minutes of rest in a day of full amplitude.
    public let minutes: Int
    /// Full amplitude, in elapsed minutes.
    public let amplitudeMinutes: Int
    /// Fewest minutes of rest that may be due, when any is.
    public let leastMinutes: Int
    /// Hundredths of what is due that lie in one piece.
    public let largestShare: Int
    /// Level and article.
    public let source: RuleSource

    /// Describes the rule.
    public init(minutes: Int, amplitudeMinutes: Int, leastMinutes: Int, largestShare: Int, source: RuleSource) {
        precondition((0...100).contains(largestShare), "a share of \(largestShare) hundredths")
        self.minutes = minutes
        self.amplitudeMinutes = amplitudeMinutes
        self.leastMinutes = leastMinutes
        self.largestShare = largestShare
        self.source = source
    }
}
