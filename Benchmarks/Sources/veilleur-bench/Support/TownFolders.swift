import Foundation

/// Where the towns of a benchmark are: shipped scenarios and generated ones, each as a folder.
struct TownFolders {
    /// Scenarios that the repository ships.
    static let shipped = [
        "petite-ville", "petite-ville-mars", "ville-moyenne", "ville-moyenne-mars", "paris-18e", "paris-18e-mars",
    ]

    /// Folder of the shipped scenarios.
    let scenarios: String

    /// All names, or those asked for with commas between.
    static func names(only: String?) throws -> [String] {
        let all = shipped + GeneratedTown.all.map(\.id)
        guard let only else { return all }
        return try only.split(separator: ",").map(String.init).map { name in
            guard all.contains(name) else { throw TownError.unknown(name, known: all) }
            return name
        }
    }

    /// Folder of a town, written into `temporary` when it is a generated one.
    func folder(of name: String, temporary: URL) throws -> String {
        if let town = GeneratedTown.all.first(where: { $0.id == name }) {
            return try town.write(into: temporary).path
        }
        return scenarios + "/" + name
    }

    /// Runs `body` with a folder that is removed afterwards.
    static func withTemporaryFolder(_ body: (URL) throws -> Void) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        try body(url)
    }
}

/// What can be wrong with the names given.
enum TownError: Error, CustomStringConvertible {
    case unknown(String, known: [String])
    case failed(String, Int32)

    var description: String {
        switch self {
        case .unknown(let name, let known): "no town \(name); known are \(known.joined(separator: ", "))"
        case .failed(let name, let code): "the run on \(name) ended with \(code)"
        }
    }
}
