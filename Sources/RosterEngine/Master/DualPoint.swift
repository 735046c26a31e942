/// Prices on the duty rows with the lower bound that they prove.
struct DualPoint: Sendable {
    /// Price of each row in units of 1 / `scale`, at least 0.
    let prices: [Int32]
    /// Price units per unit of the objective.
    let scale: Int
    /// Proved bound in units of the objective, rounded up to the model's step.
    let bound: Int
    /// The same before rounding, in price units.
    let exactBound: Int
}
