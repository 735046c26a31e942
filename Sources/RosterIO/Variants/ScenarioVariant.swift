public import RosterModel

/// A scenario made from another one by a change file.
public struct ScenarioVariant: Sendable {
    /// Name that the file gives, or that of the file.
    public let name: String
    /// The scenario with its changes.
    public let scenario: Scenario
    /// Files of a folder that reads as ``scenario``.
    public let files: ScenarioFiles
    /// Cost over the horizon beyond the base, in euros, when the file says so.
    public let cost: Int?

    /// Reads a change file against the files of its base, which must be free of faults.
    ///
    /// - Parameters:
    ///   - bytes: Content of the change file, YAML or JSON.
    ///   - file: Path of it, for issues.
    ///   - base: Files of the base.
    ///   - basePath: Folder of the base, to be held against the key `base`.
    /// - Returns: The variant and what is doubtful in it. What is doubtful in the base already is not repeated.
    /// - Throws: All faults, those that the changes make elsewhere included, each at its place in the change file.
    public static func read(
        _ bytes: [UInt8], file: String, base: ScenarioFiles, basePath: String, language: Language
    ) throws(ScenarioError) -> (variant: ScenarioVariant, warnings: [ScenarioIssue]) {
        let log = IssueLog(language: language)
        guard let draft = VariantDraft(base, language: language),
            let text = CSVTable.text(bytes, file: file, log: log),
            let document = YAMLValue.document(text, file: file, log: log)
        else { throw ScenarioError(issues: log.sorted(files: [file])) }
        var reader = VariantReader(draft: draft, file: file, log: log)
        reader.read(document, basePath: basePath)
        var issues = log.issues
        // Faults of the change file itself would only echo in what is made of it.
        if log.hasErrors { throw ScenarioError(issues: log.sorted(files: [file])) }
        let files = reader.draft.files(named: reader.name)
        do {
            let known = try? ScenarioReader.read(files: base, language: language)
            let (scenario, warnings) = try ScenarioReader.read(files: files, language: language)
            let old = Set((known?.warnings ?? []).map { "\($0.message)|\($0.value)" })
            issues += warnings.filter { !old.contains("\($0.message)|\($0.value)") }.map {
                reader.draft.issue($0, asSeenIn: file, language: language)
            }
            return (
                ScenarioVariant(name: reader.name, scenario: scenario, files: files, cost: reader.cost), issues
            )
        } catch {
            throw ScenarioError(
                issues: error.issues.filter { $0.severity == .error }.map {
                    reader.draft.issue($0, asSeenIn: file, language: language)
                })
        }
    }
}
