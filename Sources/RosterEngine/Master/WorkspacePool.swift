import Synchronization

/// Lends workspaces to parallel tasks, one task at a time each.
///
/// `@unchecked Sendable`: a workspace is taken out of the list under the lock before use and put back after, so no two
/// threads ever hold the same one.
final class WorkspacePool<Workspace>: @unchecked Sendable {
    private let lock = Mutex(())
    private var free: [Workspace]

    init(_ workspaces: [Workspace]) { free = workspaces }

    /// Runs `body` with a workspace. There must be at least as many workspaces as parallel tasks.
    func use<Value>(_ body: (Workspace) -> Value) -> Value {
        let workspace = lock.withLock { _ in free.removeLast() }
        defer { lock.withLock { _ in free.append(workspace) } }
        return body(workspace)
    }
}
