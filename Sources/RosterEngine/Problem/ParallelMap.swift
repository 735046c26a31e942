import Dispatch
import Synchronization

/// Applies a function to `0..<count` on up to `threads` threads; the results come in order, whatever the threads.
func parallelMap<Value: Sendable>(
    count: Int, threads: Int, _ body: @Sendable (Int) -> Value
) -> [Value] {
    if threads <= 1 || count <= 1 { return (0..<count).map(body) }
    let results = Mutex<[Value?]>(Array(repeating: nil, count: count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            if index >= count { return }
            let value = body(index)
            results.withLock { $0[index] = value }
        }
    }
    return results.withLock { $0.compactMap { $0 } }
}
