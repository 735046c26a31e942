package import LinearProgramming

/// A way to find good prices: improves a lower bound pass by pass.
///
/// The simplex master and the proximal dual are two of them behind one face; both end at the bound of the linear program
/// over all lines and staffings.
package protocol DualMethod: AnyObject {
    /// The restricted master over all columns known by now (``MasterProgram``).
    var program: LinearProgram { get }

    /// Runs until the bound stops rising.
    ///
    /// - Parameters:
    ///   - passLimit: Most passes, each of which prices every block and every class at least once.
    ///   - shouldStop: Asked between units of work, and by the LP solver inside long solves.
    ///   - onPoint: Called after each pass with the best prices so far, if any.
    /// - Throws: What the LP solver throws.
    func run(
        passLimit: Int, shouldStop: @escaping @Sendable () -> Bool, onPoint: (DualProgress) -> Void
    ) throws
}

/// State of a dual method after a pass.
package struct DualProgress {
    /// Best prices so far; nil before the first evaluation.
    package let best: DualPoint?
    /// Passes done.
    package let passes: Int
    /// Lines and staffings known to the master.
    package let columns: Int
    /// Value of the restricted master, in units of the objective: no less than that of the linear program. Nil where no such
    /// master is solved.
    package var value: Double?
}
