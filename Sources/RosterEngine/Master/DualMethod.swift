/// A way to find good prices: improves a lower bound pass by pass.
///
/// The GLPK master and the proximal dual are two of them behind one face; both end at the bound of the linear program over
/// all lines and staffings.
protocol DualMethod: AnyObject {
    /// Best prices so far; nil before the first evaluation.
    var best: DualPoint? { get }
    /// Passes or rounds done.
    var passes: Int { get }
    /// Lines and staffings known to the master.
    var columnCount: Int { get }
    /// Whether further passes are not expected to raise the bound.
    var isConverged: Bool { get }

    /// Does one pass, in which every block and every class is priced at least once.
    ///
    /// - Parameter shouldStop: Asked between units of work; when true the pass ends early and keeps what it has.
    /// - Throws: What the LP solver throws.
    func pass(shouldStop: () -> Bool) throws
}
