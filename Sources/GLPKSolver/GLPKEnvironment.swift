import CGLPKGuard

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// GLPK's memory on one thread, and the door through which all calls go.
///
/// - Invariant: used only on the thread that made it. Every problem made in it checks this too.
/// - Invariant: after a fatal error (``isLost``) no handle of this environment reaches GLPK again.
package final class GLPKEnvironment {
    private static let logCapacity = 1024

    private let thread: pthread_t
    private let logText: UnsafeMutablePointer<CChar>
    private var isClosed = false

    /// Whether a fatal error has made all problems of this thread worthless.
    package private(set) var isLost = false

    /// Opens the environment of the calling thread.
    ///
    /// - Throws: ``GLPKError`` when the library has a version that this module was not made for.
    package init() throws(GLPKError) {
        try Self.checkVersion()
        thread = pthread_self()
        logText = .allocate(capacity: Self.logCapacity)
        logText.initialize(repeating: 0, count: Self.logCapacity)
        glpk_guard_silence()
    }

    deinit {
        logText.deallocate()
    }

    /// Frees all memory of GLPK on this thread. Must be the last use.
    package func close() {
        checkThread("glp_free_env")
        isClosed = true
        glpk_guard_free_environment()
    }

    /// Version of the library in use, such as `5.0`.
    package static var version: String { String(cString: glpk_guard_version()) }

    private static func checkVersion() throws(GLPKError) {
        let major = version.split(separator: ".").first.flatMap { Int($0) }
        guard major == 5 else {
            throw GLPKError(
                code: GLPKError.versionMismatch,
                routine: "glp_version",
                message: "the library has version \(version); expected 5.x"
            )
        }
    }

    /// What GLPK wrote during the last call, without the line ends at its end.
    var lastLog: String {
        let text = String(cString: logText)
        guard let end = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(text[...end])
    }

    /// Makes one guarded call.
    ///
    /// - Parameters:
    ///   - routine: Name of the GLPK routine, for the error.
    ///   - body: The call; gets the log to hand to the guard.
    /// - Returns: The result of the call, zero or positive.
    /// - Throws: ``GLPKError`` after a fatal error, now or earlier.
    @discardableResult
    func call(_ routine: String, _ body: (glpk_guard_log) -> Int32) throws(GLPKError) -> Int32 {
        checkThread(routine)
        if isLost {
            throw GLPKError(
                code: GLPKError.environmentLost,
                routine: routine,
                message: "an earlier fatal error on this thread has made its problems worthless; begin a new solve"
            )
        }
        let result = body(glpk_guard_log(text: logText, capacity: Self.logCapacity))
        if result == GLPK_GUARD_FAULT {
            isLost = true
            throw GLPKError(code: GLPKError.fatal, routine: routine, message: lastLog)
        }
        return result
    }

    /// Stops the program when called on another thread than the environment's, or after its end.
    func checkThread(_ routine: String) {
        precondition(
            pthread_equal(thread, pthread_self()) != 0,
            "\(routine) called on another thread than the one that owns the GLPK problem"
        )
        precondition(!isClosed, "\(routine) called after the end of its solver thread")
    }
}
