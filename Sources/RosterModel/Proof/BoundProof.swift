/// Integer prices from which a lower bound follows for every lawful roster.
///
/// For any prices λ on the duty rows, (Σ over night blocks of the cheapest staffing) + (Σ over agents of the cheapest
/// lawful line) is a lower bound. A duty row is (service day, sector, type of agent, shift): what agents of one type do
/// for one sector by working one shift (a round has one row in each sector that it visits). A staffing x of a block costs
/// `scale × cost(x) + Σ λ·x`; a line costs `−Σ λ` over its duty rows. The sum, divided by `scale` and rounded up to the
/// next multiple of the ``BoundObjective``'s step, is the bound.
///
/// In a staffing of a block no more agents of a type are used, over all its shifts, than may lawfully be there that day
/// (allowed sector and shift, not absent, night allowed, maximum day and amplitude).
///
/// Between lines and blocks there may stand musters, which tie the sectors of a night together: ``DutyGroupPrices``. Limits
/// on whole teams tie nights together: ``TeamLimitPrice``.
///
/// - Source: Held, Cook, Sewell 2012, doi:10.1007/s12532-012-0042-3 (safe bounds on an integer grid).
public struct BoundProof: Sendable {
    /// What is bounded.
    public var objective: BoundObjective
    /// Part of the objective that is bounded; nil for the whole of it. Parts need the staffing form everywhere.
    public var part: ObjectivePart?
    /// The bound claimed, in units of the objective.
    public var bound: Int
    /// Price units per unit of the objective, at least 1.
    public var scale: Int
    /// One entry per night block (service day × sector); a block without entry has all prices 0 and the staffing form.
    public var blocks: [BlockPrices]
    /// Prices of duty groups, by day; empty when blocks and lines meet on the duty rows alone.
    public var groups: [DutyGroupPrices]
    /// Prices of combinations of groups, at most one entry per night block.
    public var rounds: [RoundPrices]
    /// Prices of limits on whole teams over many nights.
    public var limits: [TeamLimitPrice]
    /// Rules counted in the dynamic program of each agent's line, agents in order. Fewer rules are always valid.
    public var countedRules: [Set<Rule>]

    /// Describes a proof.
    public init(
        objective: BoundObjective, part: ObjectivePart? = nil, bound: Int, scale: Int, blocks: [BlockPrices],
        groups: [DutyGroupPrices] = [], rounds: [RoundPrices] = [], limits: [TeamLimitPrice] = [],
        countedRules: [Set<Rule>]
    ) {
        self.objective = objective
        self.part = part
        self.bound = bound
        self.scale = scale
        self.blocks = blocks
        self.groups = groups
        self.rounds = rounds
        self.limits = limits
        self.countedRules = countedRules
    }
}

extension BoundProof {
    /// The greatest bound of an objective that some proofs claim, be it whole or the sum of all its parts; nil without any.
    public static func bound(_ objective: BoundObjective, of proofs: [BoundProof]) -> Int? {
        let own = proofs.filter { $0.objective == objective }
        var greatest = own.filter { $0.part == nil }.map(\.bound).max()
        for count in Set(own.compactMap { $0.part?.count }) {
            let parts = own.filter { $0.part?.count == count }
            guard Set(parts.map { $0.part?.number }).count == count else { continue }
            let sum = parts.reduce(0) { $0 + $1.bound }
            greatest = max(sum, greatest ?? sum)
        }
        return greatest
    }
}
