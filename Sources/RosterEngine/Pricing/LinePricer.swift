import RosterModel

/// Exact pricing of the lines of one class of agents: cheapest path through the ``LineDiagram`` with working time as the one
/// resource kept beside the nodes.
///
/// The dynamic program is dense in working units: for each arc the values of a node are shifted by the units of the arc and
/// merged into the target. Lower and upper limits of the hours are both exact.
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

        // The highest sum that can have been worked before each day bounds the inner loops.
        let highestUnits = agents.highestUnits
        values.withUnsafeMutableBufferPointer { buffer in
            guard let values = buffer.baseAddress else { return }
            values.update(repeating: Self.unreachable, count: width)
            values[0] = 0
            for day in 0..<days {
                let optionCount = diagram.options[day].count
                let highest = highestUnits[day]
                let after = highestUnits[day + 1]
                let from = layerStart[day] * width
                let to = layerStart[day + 1] * width
                let nodes = diagram.nodeCounts[day]
                for node in 0..<diagram.nodeCounts[day + 1] {
                    (values + to + node * width).update(repeating: Self.unreachable, count: after + 1)
                }
                diagram.next[day].withUnsafeBufferPointer { next in
                    for node in 0..<nodes {
                        let source = values + from + node * width
                        for option in 0..<optionCount {
                            let target = next[node * optionCount + option]
                            if target < 0 { continue }
                            let units = Int(diagram.options[day][option].units)
                            let cost = optionCosts[optionStart[day] + option]
                            let last = min(highest, width - 1 - units)
                            if last < 0 { continue }
                            let sink = values + to + Int(target) * width + units
                            for sum in 0...last {
                                let candidate = source[sum] &+ cost
                                sink[sum] = candidate < sink[sum] ? candidate : sink[sum]
                            }
                        }
                    }
                }
            }
        }

        // Best end, then back along arcs that explain the values.
        let last = layerStart[days] * width
        var units = diagram.minimumUnits
        for sum in diagram.minimumUnits...max(diagram.minimumUnits, highestUnits[days])
        where values[last + sum] < values[last + units] {
            units = sum
        }
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
                    guard before >= 0 else { continue }
                    let optionCost = optionCosts[optionStart[day] + option]
                    // Beyond its reach a layer holds values of an earlier call.
                    guard before <= highestUnits[day],
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
}
