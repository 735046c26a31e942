/// Steps of one block, over flat prices.
extension ProximalDual {
    /// Prices of the rows in the inner loops, without checks.
    private struct RowPrices {
        let centre: UnsafeBufferPointer<Double>
        let excess: UnsafeMutableBufferPointer<Double>
        let isFree: UnsafeBufferPointer<Bool>
        let penalty: Double

        /// Price of a row when a change is added to its excess; nil where it is clipped at 0. Rows of cuts, behind all others,
        /// are never free.
        @inline(__always)
        func price(_ row: Int, adding change: Double) -> Double? {
            let price = centre[row] + penalty * (excess[row] + change)
            return price > 0 || (row < isFree.count && isFree[row]) ? price : nil
        }
    }

    /// One pairwise step from the worst column in use to the given one, or to the best of the pool.
    func step(_ number: Int, towards target: Int?) {
        let (penalty, copies, passes) = (penalty, copies[number], passes)
        centre.withUnsafeBufferPointer { centre in
            excess.withUnsafeMutableBufferPointer { excess in
                model.isFree.withUnsafeBufferPointer { isFree in
                    let prices = RowPrices(centre: centre, excess: excess, isFree: isFree, penalty: penalty)
                    Self.step(&mixtures[number], copies: copies, towards: target, at: prices, pass: passes)
                }
            }
        }
    }

    private static func step(
        _ mixture: inout [ActiveColumn], copies: Double, towards target: Int?, at prices: RowPrices, pass: Int
    ) {
        var bestValue = Double.infinity
        var best = target ?? 0
        var worstValue = -Double.infinity
        var worst = -1
        for position in mixture.indices {
            let weight = mixture[position].weight
            if target != nil, position != target, weight == 0 { continue }
            let value = mixture[position].column.reducedCost { prices.price($0, adding: 0) ?? 0 }
            if target == nil, value < bestValue {
                bestValue = value
                best = position
            } else if position == target {
                bestValue = value
            }
            if weight > 0, value > worstValue {
                worstValue = value
                worst = position
            }
        }
        guard worst >= 0, worst != best, bestValue < worstValue - 1e-9 else { return }
        let (old, new) = (mixture[worst].column, mixture[best].column)
        let most = old.entries.count + new.entries.count
        let step = withUnsafeTemporaryAllocation(of: Move.self, capacity: max(1, most)) { space in
            let direction = direction(from: old, to: new, copies: copies, in: space)
            let step = lineSearch(
                slope: copies * Double(new.cost - old.cost), direction: direction, longest: mixture[worst].weight,
                prices)
            if step > 0 { for move in direction { prices.excess[move.row] += step * move.change } }
            return step
        }
        guard step > 0 else { return }
        mixture[worst].weight -= step
        if mixture[worst].weight < 1e-9 { mixture[worst].weight = 0 }
        mixture[best].weight += step
        mixture[best].lastUsed = pass
    }

    /// What a step of length one does to a row.
    private struct Move {
        let row: Int
        let change: Double
    }

    /// The new column minus the old one, row by row; both lists are sorted.
    private static func direction(
        from old: DualColumn, to new: DualColumn, copies: Double, in space: UnsafeMutableBufferPointer<Move>
    ) -> UnsafeMutableBufferPointer<Move>.SubSequence {
        var count = 0
        var (left, right) = (0, 0)
        while left < old.entries.count || right < new.entries.count {
            let row: Int32
            var change: Int32 = 0
            if right == new.entries.count
                || (left < old.entries.count && old.entries[left].row <= new.entries[right].row)
            {
                row = old.entries[left].row
                change -= old.entries[left].value
                left += 1
                if right < new.entries.count, new.entries[right].row == row {
                    change += new.entries[right].value
                    right += 1
                }
            } else {
                row = new.entries[right].row
                change += new.entries[right].value
                right += 1
            }
            if change != 0 {
                space.initializeElement(at: count, to: Move(row: Int(row), change: copies * Double(change)))
                count += 1
            }
        }
        return space[..<count]
    }

    /// Minimum over `0...longest` of the augmented Lagrangian along a direction: a convex, piecewise quadratic function whose
    /// derivative is found by Newton steps kept inside a shrinking bracket.
    private static func lineSearch(
        slope: Double, direction: Slice<UnsafeMutableBufferPointer<Move>>, longest: Double, _ prices: RowPrices
    ) -> Double {
        func derivative(_ step: Double) -> (value: Double, curvature: Double) {
            var value = slope
            var curvature = 0.0
            for move in direction {
                guard let price = prices.price(move.row, adding: step * move.change) else { continue }
                value += move.change * price
                curvature += prices.penalty * move.change * move.change
            }
            return (value, curvature)
        }
        var (low, high) = (0.0, longest)
        if derivative(longest).value <= 0 { return longest }
        var step = 0.0
        for _ in 0..<30 {
            let (value, curvature) = derivative(step)
            if abs(value) < 1e-9 { break }
            if value < 0 { low = step } else { high = step }
            var next = curvature > 0 ? step - value / curvature : (low + high) / 2
            if next <= low || next >= high { next = (low + high) / 2 }
            if abs(next - step) < 1e-12 { break }
            step = next
        }
        return max(0, min(longest, step))
    }
}
