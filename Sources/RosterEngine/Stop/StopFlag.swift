import Synchronization

/// A request to stop, raised from any thread or signal handler.
public final class StopFlag: Sendable {
    private let raised = Atomic<Bool>(false)

    /// A flag that is not raised.
    public init() {}

    /// Asks for a stop.
    public func raise() { raised.store(true, ordering: .relaxed) }

    /// Whether a stop was asked for.
    public var isRaised: Bool { raised.load(ordering: .relaxed) }
}
