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
        var sums: [Range<Int>] = []
        var arcs: [Arc] = []
        var starts = [0]
        // Fewest and most units on the way to each node of a layer; all can be reached.
        var reached = [0...0]
        func addSums(ofLayer layer: Int) {
            for (before, left) in zip(reached, diagram.unitsLeft[layer]) {
                let first = max(before.lowerBound, diagram.minimumUnits - left.upperBound)
                let last = min(before.upperBound, diagram.maximumUnits - left.lowerBound)
                sums.append(first <= last ? first..<last + 1 : 0..<0)
            }
        }
        addSums(ofLayer: 0)
        for day in 0..<diagram.dayCount {
            let options = diagram.options[day]
            var found: [(source: Int, target: Int, option: Int)] = []
            var after: [ClosedRange<Int>?] = Array(repeating: nil, count: diagram.nodeCounts[day + 1])
            for node in reached.indices {
                for option in options.indices {
                    let target = Int(diagram.next[day][node * options.count + option])
                    guard target >= 0 else { continue }
                    found.append((node, target, option))
                    let units = Int(options[option].units)
                    let (low, high) = (reached[node].lowerBound + units, reached[node].upperBound + units)
                    let known = after[target] ?? low...high
                    after[target] = min(low, known.lowerBound)...max(high, known.upperBound)
                }
            }
            reached = after.map { $0 ?? 0...0 }
            addSums(ofLayer: day + 1)
            for arc in found {
                let units = Int(options[arc.option].units)
                let (source, target) = (layerStarts[day] + arc.source, layerStarts[day + 1] + arc.target)
                let first = max(sums[source].lowerBound, sums[target].lowerBound - units)
                let end = min(sums[source].upperBound, sums[target].upperBound - units)
                guard first < end else { continue }
                arcs.append(
                    Arc(
                        source: Int32(source), target: Int32(target), option: Int32(optionStarts[day] + arc.option),
                        units: Int32(units), first: Int32(first), count: Int32(end - first)))
            }
            starts.append(arcs.count)
        }
        self.sums = sums
        self.arcs = arcs
        self.starts = starts
    }
}
