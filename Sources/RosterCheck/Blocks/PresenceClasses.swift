/// Numbers of agents present, grouped by what they are worth: two combinations are in one class when, whoever else comes,
/// equally much stays uncovered.
///
/// Of each type only as many agents are told apart as can be of use. Classes are found by refinement, as states of a
/// minimal automaton.
///
/// - Source: Moore 1956, "Gedanken-experiments on sequential machines".
struct PresenceClasses {
    /// Number of types.
    let types: Int
    /// Number of classes; class `empty` is that of nobody present.
    let count: Int
    let empty: Int
    /// Class after one more agent of a type: `next[class * types + type]`.
    let next: [Int]
    /// What stays uncovered, by pattern and class.
    let costs: [[Int]]
    /// Classes with the least potential first: a class comes after all that it leads to.
    let order: [Int]
    /// Whether one class is worth no less than another, whoever else comes: `covers[one * count + other]`.
    let covers: [Bool]

    /// - Parameters:
    ///   - most: Most agents told apart, by type.
    ///   - patterns: Number of cost functions.
    ///   - cost: Cost of a combination of agents under a pattern; never more when more agents are there.
    init(most: [Int], patterns: Int, cost: (Int, [Int]) -> Int) {
        let types = most.count
        var step: [Int] = []
        var size = 1
        for number in most {
            step.append(size)
            size *= number + 1
        }
        var values = Array(repeating: Array(repeating: 0, count: size), count: patterns)
        var successor = Array(repeating: 0, count: size * types)
        var present = Array(repeating: 0, count: types)
        for position in 0..<size {
            for type in 0..<types {
                present[type] = position / step[type] % (most[type] + 1)
                successor[position * types + type] = position + (present[type] < most[type] ? step[type] : 0)
            }
            for pattern in 0..<patterns { values[pattern][position] = cost(pattern, present) }
        }

        // Refine: first by the costs, then by where one more agent leads.
        var names: [[Int]: Int] = [:]
        var classes = (0..<size).map { position in
            Self.name(values.map { $0[position] }, &names)
        }
        while true {
            let before = names.count
            names = [:]
            let refined = (0..<size).map { position in
                Self.name(
                    [classes[position]] + (0..<types).map { classes[successor[position * types + $0]] }, &names)
            }
            classes = refined
            if names.count == before { break }
        }
        let count = names.count
        var next = Array(repeating: 0, count: count * types)
        var costs = Array(repeating: Array(repeating: 0, count: count), count: patterns)
        for position in 0..<size {
            for type in 0..<types {
                next[classes[position] * types + type] = classes[successor[position * types + type]]
            }
            for pattern in 0..<patterns { costs[pattern][classes[position]] = values[pattern][position] }
        }

        var order: [Int] = []
        var seen = Array(repeating: false, count: count)
        func visit(_ one: Int) {
            seen[one] = true
            for type in 0..<types where !seen[next[one * types + type]] { visit(next[one * types + type]) }
            order.append(one)
        }
        for one in 0..<count where !seen[one] { visit(one) }

        var covers = Array(repeating: true, count: count * count)
        for one in 0..<count {
            for other in 0..<count {
                covers[one * count + other] = (0..<patterns).allSatisfy { costs[$0][one] <= costs[$0][other] }
            }
        }
        var changed = true
        while changed {
            changed = false
            for one in 0..<count {
                for other in 0..<count where covers[one * count + other] {
                    let holds = (0..<types).allSatisfy {
                        covers[next[one * types + $0] * count + next[other * types + $0]]
                    }
                    if !holds {
                        covers[one * count + other] = false
                        changed = true
                    }
                }
            }
        }
        self.types = types
        self.count = count
        empty = classes[0]
        self.next = next
        self.costs = costs
        self.order = order
        self.covers = covers
    }

    private static func name(_ key: [Int], _ names: inout [[Int]: Int]) -> Int {
        if let name = names[key] { return name }
        names[key] = names.count
        return names.count - 1
    }
}
