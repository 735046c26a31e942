import Foundation

/// A file that exists while a closure runs.
enum TemporaryFile {
    static func with<Output>(_ text: String, _ body: (String) throws -> Output) throws -> Output {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).lp")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try body(file.path)
    }
}
