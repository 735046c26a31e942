public import Foundation
import RosterModel

/// Why a result could not be written. What was there before is untouched.
public struct OutputError: Error, Hashable, Sendable, LocalizedError, CustomStringConvertible {
    /// Kind of failure.
    public enum Kind: Hashable, Sendable {
        /// The folder holds something that is no former result.
        case foreignFolder
        /// The path is there but no folder.
        case notAFolder
        /// The system refused, with its error number.
        case system(Int32)
        /// The file system cannot exchange two folders in one step.
        case noExchange
        /// The name of a file leads out of the folder or is that of a folder, or two files exclude each other.
        case badPath
    }

    /// Kind of failure.
    public let kind: Kind
    /// Path concerned.
    public let path: String
    /// What happened and what to try, in the user's language.
    public let message: String

    /// The message.
    public var description: String { message }
    /// The message.
    public var errorDescription: String? { message }

    /// A refusal of the system, in its words.
    static func system(_ code: Int32, _ path: String, _ language: Language) -> OutputError {
        let reason = String(cString: strerror(code))
        return OutputError(
            kind: .system(code), path: path,
            message: language.text(
                "impossible d'écrire \(path) : \(reason) ; vérifiez les droits et la place sur le disque",
                "cannot write \(path): \(reason); check the rights and the space on the disk"))
    }
}
