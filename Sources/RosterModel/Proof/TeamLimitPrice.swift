/// Price of a limit on whole teams over many nights.
///
/// Each agent on duty in one of some groups brings the weight of the group to every sector that looks at the group: it has prices
/// of presence there (``DutyGroupPrices/presence``) or is a term of the sector's ``RoundPrices``. Night blocks pay `price` for every whole `divisor` in the weight of the agents that they count on, rounded down block by block.
/// All of them together cannot exceed M / `divisor` rounded down, where M is the most weight that the lawful lines of all
/// agents bring; so the bound is the sum of blocks, musters and lines less `price` × ⌊M / `divisor`⌋.
///
/// - Source: Gomory 1958; Chvátal 1973, doi:10.1016/0012-365X(73)90167-2 (rounding of valid inequalities).
public struct TeamLimitPrice: Hashable, Sendable {
    /// Weight of one agent in a group.
    public struct Term: Hashable, Sendable {
        /// Position in ``BoundProof/groups``.
        public let group: Int
        /// Weight, at least 1.
        public let weight: Int

        /// Describes a term.
        public init(group: Int, weight: Int) {
            self.group = group
            self.weight = weight
        }
    }

    /// Weight that makes one team, at least 2.
    public let divisor: Int
    /// Groups with weights; each group at most once.
    public let terms: [Term]
    /// Price of one team, at least 0, in price units.
    public let price: Int

    /// Describes a price.
    public init(divisor: Int, terms: [Term], price: Int) {
        self.divisor = divisor
        self.terms = terms
        self.price = price
    }
}
