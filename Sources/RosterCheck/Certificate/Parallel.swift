import Dispatch
import Synchronization

/// Independent pieces of work on a few threads.
enum Parallel {
    /// Results by position, whichever thread found them.
    ///
    /// - Parameter workspace: Makes what one thread keeps between its pieces; results must not depend on it.
    static func map<Workspace, Value: Sendable>(
        _ count: Int, threads: Int, workspace: @escaping @Sendable () -> Workspace,
        _ body: @escaping @Sendable (Int, inout Workspace) -> Value
    ) -> [Value] {
        let results = Mutex([Value?](repeating: nil, count: count))
        let next = Atomic(0)
        let work: @Sendable (Int) -> Void = { _ in
            var own = workspace()
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if index >= count { return }
                let value = body(index, &own)
                results.withLock { $0[index] = value }
            }
        }
        let workers = max(1, min(threads, count))
        if workers == 1 {
            work(0)
        } else {
            DispatchQueue.concurrentPerform(iterations: workers, execute: work)
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
