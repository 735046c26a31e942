public import Foundation
public import RosterModel

/// A single file of output, replaced in one step.
public struct OutputTarget: Sendable {
    /// The path as it was given.
    public let path: String
    private let language: Language

    /// Checks that a file may be written at a path, without touching it.
    ///
    /// - Throws: When the path is a folder, or nothing can be written in its folder.
    public init(_ path: String, language: Language) throws(OutputError) {
        self.path = path
        self.language = language
        var isFolder: ObjCBool = false
        if path.isEmpty || path.hasSuffix("/")
            || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        {
            throw OutputError(
                kind: .badPath, path: path,
                message: language.text(
                    "« \(path) » est un dossier ; donnez le nom d'un fichier",
                    "\"\(path)\" is a folder; give the name of a file"))
        }
        let folder = url.deletingLastPathComponent().path
        // Writing in one step makes a new file beside the old one: what counts is the folder.
        guard access(folder, W_OK | X_OK) == 0 else { throw .system(errno, folder, language) }
    }

    private var url: URL { URL(fileURLWithPath: path) }

    /// Writes the file, or leaves what was there.
    public func write(_ data: Data) throws(OutputError) {
        do {
            try data.write(to: url, options: .atomic)
        } catch {
            let cause = (error as? CocoaError)?.underlying as? POSIXError
            throw .system(cause?.code.rawValue ?? EIO, path, language)
        }
    }

    /// Writes a text as UTF-8.
    public func write(_ text: String) throws(OutputError) { try write(Data(text.utf8)) }
}
