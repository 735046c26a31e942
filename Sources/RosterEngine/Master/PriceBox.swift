import LinearProgramming

/// Columns that buy and sell what a priced row lacks or has left, at prices a little worse than known ones.
///
/// They keep a first basis feasible and the prices of a master near to those known. Where one is still in use at the optimum
/// its price gets worse and the box wider, until the master does without.
///
/// - Source: du Merle, Villeneuve, Desrosiers, Hansen 1999, doi:10.1016/S0012-365X(98)00213-1 (stabilised column generation).
struct PriceBox {
    private struct Side {
        let row: Int
        let constraint: ConstraintID
        let variable: VariableID
        /// 1 to buy supply, −1 to sell it.
        let sign: Double
        var cost: Double
        var width: Double
    }

    private var sides: [Side] = []

    /// Width of a new box: a share of the price, and a share of the unit of cost.
    private static let width = (ofPrice: 0.1, ofUnit: 0.05)

    /// Adds the columns to a program.
    ///
    /// - Parameters:
    ///   - rows: Row of the program by priced row; nil where it is left out.
    ///   - prices: Known prices in units of the program's costs; those of equality rows may have either sign.
    init(_ rows: [ConstraintID?], prices: [Double], isFree: [Bool], in program: inout LinearProgram) {
        for (number, row) in rows.enumerated() {
            guard let row else { continue }
            let width = Self.width.ofPrice * abs(prices[number]) + Self.width.ofUnit
            // Supply left over may be wasted for nothing, so selling it makes sense only at a price.
            for sign in [1.0, -1.0] where sign > 0 || isFree[number] || prices[number] > width {
                let cost = sign * prices[number] + width
                let variable = program.add(LPColumn(cost: cost, entries: [LPColumn.Entry(row, sign)]))
                sides.append(
                    Side(row: number, constraint: row, variable: variable, sign: sign, cost: cost, width: width))
            }
        }
    }

    /// What is basic in the rows when the other basic variables leave them with this balance of supply less use.
    func basis(_ balance: [Double]) -> (variables: [VariableID], slack: [ConstraintID]) {
        var variables: [VariableID] = []
        var slack: [ConstraintID] = []
        var next = 0
        while next < sides.count {
            let buys = sides[next]
            let sells = next + 1 < sides.count && sides[next + 1].row == buys.row ? sides[next + 1] : nil
            next += sells == nil ? 1 : 2
            if balance[buys.row] <= 0 {
                variables.append(buys.variable)
            } else if let sells {
                variables.append(sells.variable)
            } else {
                slack.append(buys.constraint)
            }
        }
        return (variables, slack)
    }

    /// Makes the columns in use dearer.
    ///
    /// - Returns: Whether some were in use, and what all of them cost in the solution.
    mutating func widen(
        _ session: any IncrementalLPSession, _ solution: LPSolution
    ) throws -> (isUsed: Bool, cost: Double) {
        var isUsed = false
        var cost = 0.0
        for index in sides.indices {
            let side = sides[index]
            let amount = solution[side.variable]
            cost += amount * side.cost
            guard amount > 1e-7 else { continue }
            isUsed = true
            sides[index].width *= 3
            sides[index].cost += 2 * side.width
            try session.setCost(of: side.variable, to: sides[index].cost)
        }
        return (isUsed, cost)
    }
}
