/// A breakdown of GLPK itself: never an outcome such as infeasible, nor a fault of the program given.
public struct GLPKError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Number of the failure: a return code of GLPK, or one of the constants here.
    public let code: Int
    /// The routine that failed, such as `glp_simplex`.
    public let routine: String
    /// What the routine wrote, without line ends at the end.
    public let message: String

    /// Code of a fatal error, after which GLPK would have ended the process.
    public static let fatal = -1
    /// Code of a call after a fatal error on the same thread.
    public static let environmentLost = -2
    /// Code of a version of the library that this module was not made for.
    public static let versionMismatch = -3
    /// Code of a problem too large for GLPK's 32-bit numbers.
    public static let tooLarge = -4

    /// Makes an error of its parts.
    public init(code: Int, routine: String, message: String) {
        self.code = code
        self.routine = routine
        self.message = message
    }

    /// Routine, code and message in one line.
    public var description: String {
        "GLPK: \(routine) failed with code \(code): \(message)"
    }
}
