import RosterModel

/// Exact pricing of the lines of one class of agents: cheapest path through the ``LineDiagram`` with working time as the one
/// resource kept beside the nodes.
///
/// The dynamic program is dense in working units: for each arc the values of a node are shifted by the units of the arc and
/// merged into the target, over the sums from which a line can still be completed. Lower and upper limits of the hours are both
/// exact.
///
/// One pricer is a workspace and belongs to one thread at a time.
package final class LinePricer {
    /// A line and its cost.
    package struct PricedLine: Sendable {
        /// Cost at the prices asked for.
        package let cost: Int64
        /// Duty by service day; nil for a day off.
        package let duties: [Int?]
    }

    private static let unreachable = Int32.max / 2
    private var values: [Int32] = []
    private var optionCosts: [Int32] = []
    private var optionDuties: [Int32] = []

    /// Makes an empty workspace.
    package init() {}

    /// Cheapest lawful line of a class.
    ///
    /// - Parameters:
    ///   - agents: The class, with a lawful diagram.
    ///   - dutyCost: Cost of a duty on a day, by `day * duties + duty` of the problem; every line's total must stay within
    ///     `Int32`.
    /// - Complexity: O(arcs × working units).
    package func cheapest(_ agents: AgentClass, dutyCost: [Int32], dutyCount: Int) -> PricedLine {
        let diagram = agents.diagram
        let days = diagram.dayCount
        let width = diagram.maximumUnits + 1
        let layerStart = agents.layerStarts
        let size = layerStart[days + 1] * width
        if values.count < size { values = Array(repeating: Self.unreachable, count: size) }

        // Cheapest duty of every option class.
        let optionStart = agents.optionStarts
        if optionCosts.count < optionStart[days] {
            optionCosts = Array(repeating: 0, count: optionStart[days])
            optionDuties = Array(repeating: -1, count: optionStart[days])
        }
        for day in 0..<days {
            for option in 0..<diagram.options[day].count {
                let position = optionStart[day] + option
                if option == 0 {
                    optionCosts[position] = 0
                    optionDuties[position] = -1
                    continue
                }
                var best = Int32.max
                var bestDuty = Int32(-1)
                for duty in agents.duties[position] {
                    let cost = dutyCost[day * dutyCount + Int(duty)]
                    if cost < best {
                        best = cost
                        bestDuty = duty
                    }
                }
                optionCosts[position] = best
                optionDuties[position] = bestDuty
            }
        }

        let arcs = agents.arcs
        values.withUnsafeMutableBufferPointer { buffer in
            guard let values = buffer.baseAddress else { return }
            values[0] = 0
            arcs.arcs.withUnsafeBufferPointer { all in
                for day in 0..<days {
                    for node in layerStart[day + 1]..<layerStart[day + 2] {
                        let sums = arcs.sums[node]
                        (values + node * width + sums.lowerBound).update(repeating: Self.unreachable, count: sums.count)
                    }
                    for arc in all[arcs.starts[day]..<arcs.starts[day + 1]] {
                        let source = values + Int(arc.source) * width + Int(arc.first)
                        let sink = values + Int(arc.target) * width + Int(arc.first + arc.units)
                        Self.relax(source, sink, cost: optionCosts[Int(arc.option)], count: Int(arc.count))
                    }
                }
            }
        }

        // Best end, then back along arcs that explain the values.
        let last = layerStart[days] * width
        let ends = arcs.sums[layerStart[days]]
        var units = ends.lowerBound
        for sum in ends where values[last + sum] < values[last + units] { units = sum }
        let cost = values[last + units]
        precondition(cost < Self.unreachable / 2, "no lawful line in a diagram that has one")
        var duties: [Int?] = Array(repeating: nil, count: days)
        var node = 0
        var value = cost
        for day in stride(from: days - 1, through: 0, by: -1) {
            let optionCount = diagram.options[day].count
            let from = layerStart[day] * width
            var isFound = false
            search: for source in 0..<diagram.nodeCounts[day] {
                for option in 0..<optionCount where diagram.next[day][source * optionCount + option] == Int32(node) {
                    let before = units - Int(diagram.options[day][option].units)
                    let optionCost = optionCosts[optionStart[day] + option]
                    // Elsewhere a row holds values of an earlier call.
                    guard arcs.sums[layerStart[day] + source].contains(before),
                        values[from + source * width + before] &+ optionCost == value,
                        values[from + source * width + before] < Self.unreachable / 2
                    else { continue }
                    let duty = optionDuties[optionStart[day] + option]
                    duties[day] = duty < 0 ? nil : Int(duty)
                    node = source
                    units = before
                    value -= optionCost
                    isFound = true
                    break search
                }
            }
            precondition(isFound, "value \(value) on day \(day) has no origin")
        }
        return PricedLine(cost: Int64(cost), duties: duties)
    }

    /// Lowers each value of the sink to that of the source plus a cost, where that is less. Without checks and branches, so that
    /// several values are taken at once.
    @inline(__always)
    private static func relax(
        _ source: UnsafeMutablePointer<Int32>, _ sink: UnsafeMutablePointer<Int32>, cost: Int32, count: Int
    ) {
        var sum = 0
        while sum < count {
            let candidate = source[sum] &+ cost
            let known = sink[sum]
            sink[sum] = candidate < known ? candidate : known
            sum &+= 1
        }
    }
}
