public import Foundation
public import RosterModel

/// The files of a scenario, in memory.
public struct ScenarioFiles: Sendable {
    /// Files that a scenario may have, in the order in which issues are listed.
    public static let knownNames = [
        "scenario.yaml", "scenario.yml", "scenario.json", "regimes.yaml", "regimes.yml", "regimes.json", "calendar.csv",
        "agents.csv", "absences.csv", "busy.csv", "history.csv", "published.csv", "needs.csv", "pins.csv", "wishes.csv",
        "sectors.geojson",
    ]

    /// Name of the scenario unless it gives one itself: that of its folder.
    public var name: String
    /// Bytes by file name; only ``knownNames`` are read.
    public var contents: [String: [UInt8]]
    /// Names of all files of the folder, to recognise a misspelt one.
    public var otherNames: [String]
    /// Files that are there but could not be opened, and why.
    var unreadable: [String: String] = [:]

    /// Collects files.
    public init(name: String, contents: [String: [UInt8]], otherNames: [String] = []) {
        self.name = name
        self.contents = contents
        self.otherNames = otherNames
    }

    /// Reads the known files of a folder.
    ///
    /// - Throws: ``ScenarioError`` when there is no such folder.
    public init(folder: URL, language: Language) throws(ScenarioError) {
        let url = folder.standardizedFileURL
        self.init(name: url.lastPathComponent, contents: [:])
        do {
            otherNames = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
        } catch {
            throw ScenarioError(issues: [
                ScenarioIssue(
                    file: folder.path,
                    message: language.text(
                        "le dossier \(folder.path) n'existe pas ou ne peut pas être lu",
                        "folder \(folder.path) does not exist or cannot be read"),
                    expected: language.text("un dossier de scénario", "the folder of a scenario"),
                    hint: language.text(
                        "`veilleur init` crée un scénario commenté", "`veilleur init` creates a commented scenario"))
            ])
        }
        for file in Self.knownNames where otherNames.contains(file) {
            do {
                contents[file] = Array(try Data(contentsOf: url.appendingPathComponent(file)))
            } catch {
                unreadable[file] = error.localizedDescription
            }
        }
    }

    /// Hash of names and bytes of the known files, in hexadecimal.
    public var hash: String {
        var hash = ContentHash()
        for name in Self.knownNames {
            guard let bytes = contents[name] else { continue }
            hash.add("\(name)|\(bytes.count)|")
            hash.add(bytes)
        }
        return hash.hexadecimal
    }
}
