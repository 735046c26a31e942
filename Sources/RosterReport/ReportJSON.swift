public import Foundation

/// The file `report.json`: every figure of the report, for other tools.
///
/// The article on the format describes each key. Minutes of the model are hours here; clocks are `HH:MM` of the service day,
/// above `24:00` after midnight. Keys are in alphabetical order; a reader must accept keys that it does not know.
public enum ReportJSON {
    /// Version of the format.
    public static let currentVersion = 1

    /// The bytes of a report; equal contents give equal bytes.
    ///
    /// For ``Audience/public`` there is no agent, and no figure by profession or employer of fewer than 5 agents: exactly
    /// what ``ReportPage`` leaves out is left out here.
    public static func encode(_ content: ReportContent, audience: Audience = .coordinator) throws -> Data {
        let file = ReportFile(PageContext(content: content, audience: audience))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(file) + Data("\n".utf8)
    }
}
