/// Prices on the duty rows with the lower bound that they prove.
package struct DualPoint: Sendable {
    /// Price of each row in units of 1 / `scale`, at least 0.
    package let prices: [Int32]
    /// Price units per unit of the objective.
    package let scale: Int
    /// Proved bound in units of the objective, rounded up to the model's step.
    package let bound: Int
    /// The same before rounding, in price units.
    package let exactBound: Int
    /// Cuts whose prices follow those of the rows of the model.
    let cuts: [TeamCut]
}
