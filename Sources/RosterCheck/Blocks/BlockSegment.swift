/// Slots of a night block that the very same duty rows fill: the agents present are the same in all of them.
struct BlockSegment {
    let classes: PresenceClasses
    /// Cost in price units by class.
    let cost: [Int]

    /// - Parameter factors: Price units per unit of cost, by pattern of the classes.
    init(_ classes: PresenceClasses, factors: [Int]) {
        self.classes = classes
        cost = (0..<classes.count).map { one in
            factors.indices.reduce(0) { $0 + factors[$1] * classes.costs[$1][one] }
        }
    }

    /// Least cost by class when more agents may come at a charge for each.
    ///
    /// - Parameter charge: Charge by type, at least 0; nil when nobody of the type can come.
    func bounds(_ charge: [Int?]) -> [Int] {
        let types = classes.types
        var bounds = cost
        for one in classes.order {
            for type in 0..<types {
                let next = classes.next[one * types + type]
                if next != one, let charge = charge[type] { bounds[one] = min(bounds[one], bounds[next] + charge) }
            }
        }
        return bounds
    }

    /// Agents who come by type, from nobody on, when each is charged.
    func wanted(_ charge: [Int?], _ bounds: [Int]) -> [Int] {
        let types = classes.types
        var wanted = Array(repeating: 0, count: types)
        var one = classes.empty
        while bounds[one] < cost[one] {
            guard
                let type = (0..<types).first(where: { type in
                    let next = classes.next[one * types + type]
                    return next != one && charge[type].map { bounds[next] + $0 == bounds[one] } ?? false
                })
            else { break }
            wanted[type] += 1
            one = classes.next[one * types + type]
        }
        return wanted
    }
}
