/// A fractional plan: what each block of the master uses, with weights that add up to 1.
struct DualMixture {
    /// Staffings by night block.
    let staffings: [[(staffing: Int, weight: Double)]]
    /// Duty rows of lines by class.
    let lines: [[(rows: [Int32], weight: Double)]]
}
