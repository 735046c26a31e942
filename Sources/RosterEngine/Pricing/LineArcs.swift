/// The arcs of a ``LineDiagram`` in the order in which ``LinePricer`` relaxes them, each with the sums of working units from which
/// a line can still be completed within the hours.
struct LineArcs: Sendable {
    /// One arc; nodes are numbered over all layers.
    struct Arc: Sendable {
        let source: Int32
        let target: Int32
        /// Option class in the numbering of ``AgentClass/optionStarts``.
        let option: Int32
        let units: Int32
        /// Least sum before the arc, and how many sums from there on.
        let first: Int32
        let count: Int32
    }

    /// Sums that a line may have reached at each node; empty where none is of use.
    let sums: [Range<Int>]
    /// Arcs of all days, those of one source one after the other.
    let arcs: [Arc]
    /// First arc of each day, and the end: `dayCount + 1` entries.
    let starts: [Int]

    /// Lists the arcs of a lawful diagram.
    ///
    /// - Parameters:
    ///   - layerStarts: First node of each layer, and the end.
    ///   - optionStarts: First option class of each day.
    init(_ diagram: LineDiagram, layerStarts: [Int], optionStarts: [Int]) {
        let days = diagram.dayCount
        var all: [(day: Int, source: Int, target: Int, option: Int, units: Int)] = []
        for day in 0..<days {
            let width = diagram.options[day].count
            for node in 0..<diagram.nodeCounts[day] {
                for option in 0..<width where diagram.next[day][node * width + option] >= 0 {
                    all.append(
                        (
                            day, layerStarts[day] + node,
                            layerStarts[day + 1] + Int(diagram.next[day][node * width + option]),
                            optionStarts[day] + option, Int(diagram.options[day][option].units)
                        ))
                }
            }
        }
        // Fewest and most units on the way to a node and from it to the end.
        let nodes = layerStarts[days + 1]
        var (leastTo, mostTo) = (Array(repeating: Int.max, count: nodes), Array(repeating: -1, count: nodes))
        var (leastFrom, mostFrom) = (leastTo, mostTo)
        if nodes > 0 { (leastTo[0], mostTo[0]) = (0, 0) }
        for node in layerStarts[days]..<nodes { (leastFrom[node], mostFrom[node]) = (0, 0) }
        for arc in all where mostTo[arc.source] >= 0 {
            leastTo[arc.target] = min(leastTo[arc.target], leastTo[arc.source] + arc.units)
            mostTo[arc.target] = max(mostTo[arc.target], mostTo[arc.source] + arc.units)
        }
        for arc in all.reversed() where mostFrom[arc.target] >= 0 {
            leastFrom[arc.source] = min(leastFrom[arc.source], leastFrom[arc.target] + arc.units)
            mostFrom[arc.source] = max(mostFrom[arc.source], mostFrom[arc.target] + arc.units)
        }
        let sums = (0..<nodes).map { node in
            guard mostTo[node] >= 0, mostFrom[node] >= 0 else { return 0..<0 }
            let first = max(leastTo[node], diagram.minimumUnits - mostFrom[node])
            let last = min(mostTo[node], diagram.maximumUnits - leastFrom[node])
            return first <= last ? first..<last + 1 : 0..<0
        }
        self.sums = sums
        var arcs: [Arc] = []
        var starts = [0]
        for arc in all {
            while starts.count <= arc.day { starts.append(arcs.count) }
            let (before, after) = (sums[arc.source], sums[arc.target])
            let first = max(before.lowerBound, after.lowerBound - arc.units)
            let end = min(before.upperBound, after.upperBound - arc.units)
            guard first < end else { continue }
            arcs.append(
                Arc(
                    source: Int32(arc.source), target: Int32(arc.target), option: Int32(arc.option),
                    units: Int32(arc.units), first: Int32(first), count: Int32(end - first)))
        }
        while starts.count <= days { starts.append(arcs.count) }
        self.arcs = arcs
        self.starts = starts
    }
}
