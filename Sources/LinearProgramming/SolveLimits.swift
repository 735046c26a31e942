/// When a solver must return although it is not done.
///
/// A limit of work gives the same result on every machine; a limit of seconds does not.
public struct SolveLimits: Sendable {
    /// Wall-clock seconds, counted from the call; `nil` for no limit.
    public var seconds: Double?
    /// Simplex pivots of this call; `nil` for no limit.
    public var iterations: Int?
    /// Asked now and then, on the solver's thread; true ends the run with ``Termination/stopped``.
    ///
    /// It must be quick and must not call the solver. How often it is asked is the solver's choice: the answer
    /// may take effect only after some further pivots.
    public var stop: @Sendable () -> Bool

    /// No limit at all.
    public static let none = SolveLimits()

    /// Makes limits; by default none.
    public init(
        seconds: Double? = nil,
        iterations: Int? = nil,
        stop: @escaping @Sendable () -> Bool = { false }
    ) {
        self.seconds = seconds
        self.iterations = iterations
        self.stop = stop
    }
}
