/// Prices of what one sector sees of several groups together on one service day.
///
/// A night block pays the cheapest combination in which of each group no fewer agents come than it counts on (counts above
/// `most` are read as `most`); the muster is paid for the combination that comes.
public struct RoundPrices: Hashable, Sendable {
    /// A group and the largest count that is told apart.
    public struct Term: Hashable, Sendable {
        /// Position in ``BoundProof/groups``.
        public let group: Int
        /// Largest count, at least 1.
        public let most: Int

        /// Describes a term.
        public init(group: Int, most: Int) {
            self.group = group
            self.most = most
        }
    }

    /// Service day.
    public let day: Int
    /// Sector.
    public let sector: SectorID
    /// Groups of the same day.
    public let terms: [Term]
    /// Price of each combination, of either sign, in price units.
    ///
    /// - Shape: one entry for each combination of counts 0...most; the count of the first term varies fastest.
    public let prices: [Int]

    /// Describes the prices of a sector's night.
    public init(day: Int, sector: SectorID, terms: [Term], prices: [Int]) {
        self.day = day
        self.sector = sector
        self.terms = terms
        self.prices = prices
    }
}
