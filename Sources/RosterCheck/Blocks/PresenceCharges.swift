/// Charges for presence, by type and segment, from which a lower bound of all staffings follows.
///
/// Whatever the charges, Σ over segments of the least (cost + charges of those present) less, for each type, people ×
/// the most by which the charges of a row exceed its price, is a lower bound. The charges are improved by steps along the
/// difference between the agents whom the segments want and those whom the rows bring.
///
/// - Source: Polyak 1969, doi:10.1016/0041-5553(69)90061-5 (step length).
struct PresenceCharges {
    private let block: NightBlock
    /// Charge by segment and type.
    private(set) var charges: [[Int]]
    /// Lower bound that follows from the charges, known once they have been improved.
    private(set) var bound = Int.min
    /// Whether some row of a type fills a segment.
    private let reaches: [[Bool]]

    /// Spreads the price of each row over its segments.
    init(_ block: NightBlock) {
        self.block = block
        let types = block.people.count
        var charges = Array(repeating: [Int?](repeating: nil, count: types), count: block.segments.count)
        let weight = block.segments.map { $0.cost[$0.classes.empty] }
        for choice in block.choices {
            let total = choice.segments.reduce(0) { $0 + weight[$1] }
            for segment in choice.segments where total > 0 {
                let share = total.dividingFullWidth(choice.least.multipliedFullWidth(by: weight[segment])).quotient
                charges[segment][choice.type] = min(charges[segment][choice.type] ?? .max, share)
            }
        }
        reaches = charges.map { $0.map { $0 != nil } }
        self.charges = charges.map { $0.map { $0 ?? 0 } }
    }

    /// Charges of a segment, nil where nobody can come.
    func charge(_ segment: Int) -> [Int?] {
        charges[segment].indices.map { reaches[segment][$0] ? charges[segment][$0] : nil }
    }

    /// By how much the charges of a row exceed its least mean price.
    func excess(_ choice: NightBlock.Choice) -> Int {
        choice.segments.reduce(-choice.least) { $0 + charges[$1][choice.type] }
    }

    /// Moves the charges so that the bound grows towards the cost of a staffing known.
    mutating func improve(towards known: Int) {
        let types = block.people.count
        var best = (bound: Int.min, charges: charges)
        var current = charges.map { $0.map(Double.init) }
        var pace = 1.0
        var idle = 0
        for _ in 0..<150 {
            var bound = 0
            var direction = Array(repeating: Array(repeating: 0.0, count: types), count: block.segments.count)
            for (index, segment) in block.segments.enumerated() {
                let charge = charge(index)
                let bounds = segment.bounds(charge)
                bound += bounds[segment.classes.empty]
                for (type, number) in segment.wanted(charge, bounds).enumerated() {
                    direction[index][type] += Double(number)
                }
            }
            for type in 0..<types where block.people[type] > 0 {
                var worst: (excess: Int, choice: NightBlock.Choice)?
                for choice in block.choices where choice.type == type {
                    let excess = excess(choice)
                    if excess > worst?.excess ?? 0 { worst = (excess, choice) }
                }
                guard let worst else { continue }
                bound -= block.people[type] * worst.excess
                for segment in worst.choice.segments { direction[segment][type] -= Double(block.people[type]) }
            }
            if bound > best.bound {
                best = (bound, charges)
                idle = 0
            } else {
                idle += 1
                if idle % 6 == 0 { pace *= 0.6 }
            }
            let length = direction.reduce(0) { $0 + $1.reduce(0) { $0 + $1 * $1 } }
            if bound >= known || length == 0 || pace < 0.01 { break }
            let step = pace * Double(known - bound) / length
            for segment in current.indices {
                for type in 0..<types where reaches[segment][type] {
                    current[segment][type] = max(0, current[segment][type] + step * direction[segment][type])
                    charges[segment][type] = Int(min(current[segment][type], 1e18))
                }
            }
        }
        charges = best.charges
        self.bound = best.bound
    }
}
