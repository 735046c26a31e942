import GLPKSolver
import Synchronization
import Testing

@Suite struct SolverThreadTests {
    struct Mishap: Error {}

    @Test func blockingWorkReturnsThrowsAndSharesVariables() throws {
        var count = 0
        #expect(
            try SolverThread.runBlocking {
                count += 1
                return "done"
            } == "done"
        )
        #expect(throws: Mishap.self) { try SolverThread.runBlocking { throw Mishap() } }
        #expect(count == 1)
    }

    @Test func suspendedWorkReturnsAndThrows() async throws {
        #expect(try await SolverThread.run { _ in 42 } == 42)
        await #expect(throws: Mishap.self) { try await SolverThread.run { _ in throw Mishap() } }
    }

    @Test func theStackIsAsLargeAsAsked() throws {
        // About 100 bytes a level at least: 100,000 levels do not fit on a stack of 512 KiB, the usual for threads
        // on some systems.
        func depth(_ level: Int) -> Int { level == 0 ? 0 : 1 + depth(level - 1) }
        #expect(try SolverThread.runBlocking(stackSize: 256 << 20) { depth(100_000) } == 100_000)
    }

    @Test func anImpossibleStackIsAnErrorNotATrap() {
        let error = #expect(throws: GLPKError.self) {
            try SolverThread.runBlocking(stackSize: 1 << 50) {}
        }
        #expect(error?.routine == "pthread_create")
    }

    @Test func cancellingTheTaskIsSeenByTheWork() async throws {
        let (started, announce) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            try await SolverThread.run { isCancelled in
                announce.finish()
                while !isCancelled() {}
                return true
            }
        }
        for await _ in started {}
        task.cancel()
        #expect(try await task.value)
    }

    @Test func workOfACancelledTaskSeesItFromTheStart() async throws {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await SolverThread.run { isCancelled in isCancelled() }
        }
        #expect(try await task.value)
    }
}
