/// A file to be written, in memory.
public struct OutputFile: Hashable, Sendable {
    /// Path below the folder, parts separated by `/`.
    public let path: String
    /// Content.
    public let bytes: [UInt8]

    /// Wraps bytes.
    public init(path: String, bytes: some Sequence<UInt8>) {
        self.path = path
        self.bytes = Array(bytes)
    }

    /// Wraps a text as UTF-8.
    public init(path: String, text: String) { self.init(path: path, bytes: text.utf8) }
}
