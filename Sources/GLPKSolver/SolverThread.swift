import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A thread of its own for one piece of solver work.
///
/// GLPK ties its problems to the thread that made them, so a solve must neither hop between the threads of Swift
/// concurrency nor block one of them. Each call here makes a thread with a stack of stated size, runs one closure on it
/// from beginning to end, frees what GLPK holds there, and ends the thread.
public enum SolverThread {
    /// Bytes of stack that a thread gets unless asked otherwise. Only pages that are used take memory.
    public static let defaultStackSize = 64 << 20

    /// Runs work on a thread of its own while the calling task is suspended.
    ///
    /// - Parameters:
    ///   - stackSize: Bytes of stack.
    ///   - body: The work; gets a closure that says whether the calling task was cancelled, fit to be the `stop` of the
    ///     limits of a solve. Nothing is interrupted by force.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws; ``GLPKError`` when no thread can be made.
    public static func run<Output: Sendable>(
        stackSize: Int = defaultStackSize,
        _ body: @escaping @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) throws -> Output
    ) async throws -> Output {
        let flag = Flag()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                do {
                    let thread = try start(stackSize: stackSize) {
                        continuation.resume(with: Result { try body { flag.isRaised } })
                    }
                    pthread_detach(thread)
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        } onCancel: {
            flag.raise()
        }
    }

    /// Runs work on a thread of its own while the calling thread waits.
    ///
    /// Meant for ordinary threads; on a thread of Swift concurrency it blocks other tasks, use ``run(stackSize:_:)``
    /// there. The closure may share variables with the caller, as any closure that is called in place, but must not be
    /// written inside a main-actor or actor function: Swift stops the program when such code runs on another thread.
    ///
    /// - Parameters:
    ///   - stackSize: Bytes of stack.
    ///   - body: The work.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws; ``GLPKError`` when no thread can be made.
    public static func runBlocking<Output>(
        stackSize: Int = defaultStackSize,
        _ body: () throws -> Output
    ) throws -> Output {
        try withoutActuallyEscaping(body) { body in
            let job = Job(body)
            let thread = try start(stackSize: stackSize) { job.execute() }
            pthread_join(thread, nil)
            return try job.outcome()
        }
    }

    /// Runs work in a GLPK environment of its own, on a thread of its own, while the calling thread waits.
    package static func withEnvironment<Output>(
        stackSize: Int = defaultStackSize,
        _ body: (GLPKEnvironment) throws -> Output
    ) throws -> Output {
        try runBlocking(stackSize: stackSize) {
            let environment = try GLPKEnvironment()
            // Runs after everything that `body` made has gone, and also when it throws.
            defer { environment.close() }
            return try body(environment)
        }
    }

    private static func start(stackSize: Int, _ work: @escaping @Sendable () -> Void) throws(GLPKError) -> pthread_t {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        // The system refuses sizes that are too small or no whole pages.
        let page = max(1, sysconf(Int32(_SC_PAGESIZE)))
        let size = (max(stackSize, 1 << 18) + page - 1) / page * page
        var code = pthread_attr_setstacksize(&attributes, size)
        var thread = pthread_t()
        let context = Unmanaged.passRetained(Work(work))
        if code == 0 {
            code = pthread_create(
                &thread,
                &attributes,
                { context in
                    if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
                    return nil
                },
                context.toOpaque()
            )
        }
        guard code == 0 else {
            context.release()
            throw GLPKError(
                code: Int(code),
                routine: "pthread_create",
                message: "no thread with \(size) bytes of stack can be made; try a smaller stack or fewer at once"
            )
        }
        return thread
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    private final class Flag: Sendable {
        private let raised = Atomic<Bool>(false)

        var isRaised: Bool { raised.load(ordering: .relaxed) }

        func raise() {
            raised.store(true, ordering: .relaxed)
        }
    }

    /// Work handed to a thread and its outcome handed back.
    ///
    /// - Invariant: touched by one thread at a time: by the maker before the thread is started and after it was
    ///   joined, by the thread in between. Hence `@unchecked Sendable`.
    private final class Job<Output>: @unchecked Sendable {
        private var body: (() throws -> Output)?
        private var result: Result<Output, any Error>?

        init(_ body: @escaping () throws -> Output) {
            self.body = body
        }

        func execute() {
            guard let body else { preconditionFailure("solver thread started twice") }
            // Given up before the thread ends: the caller's closure must not outlive the call.
            self.body = nil
            result = Result { try body() }
        }

        func outcome() throws -> Output {
            guard let result else { preconditionFailure("solver thread ended without an outcome") }
            return try result.get()
        }
    }
}
