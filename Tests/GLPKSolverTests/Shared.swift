import Synchronization

/// A value that closures on other threads may change.
final class Shared<Value: Sendable>: Sendable {
    private let value: Mutex<Value>

    init(_ value: Value) {
        self.value = Mutex(value)
    }

    var current: Value { value.withLock { $0 } }

    func update(_ change: @Sendable (inout Value) -> Void) {
        value.withLock { change(&$0) }
    }
}
