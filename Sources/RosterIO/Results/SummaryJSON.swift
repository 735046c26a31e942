public import Foundation
public import RosterModel

/// The file `summary.json`.
///
/// Minutes of the model are hours here. Keys are in alphabetical order; a reader must accept keys that it does not know.
public enum SummaryJSON {
    private struct File: Codable {
        var schemaVersion: Int
        var scenario: String
        var status: String
        /// `complete` or `fractional`; files without it are of whole teams.
        var teams: String?
        var objective: Int
        var dualBound: Int
        var optimalityGap: Double
        var weightedDemand: Int
        var coverGapPoints: Double
        var uncoveredLateHours: LateHours
        var coverage: Coverage
        var violations: Int
        var seconds: Double
        var threads: Int
        var seed: UInt64
        var stoppedBy: String
        var work: Work
        var agents: Int
        var sectors: Int
        var requirements: Int
        var levels: [Level]
    }

    private struct LateHours: Codable {
        var total: Double
        var afterMidnight: Double
        var nobody: Double
        var lowerBound: Double
    }

    private struct Coverage: Codable {
        var requiredHours: Double
        var coveredHours: Double
        var late: Window
        var core: Window
    }

    private struct Window: Codable {
        var requiredHours: Double
        var coveredHours: Double
    }

    private struct Work: Codable {
        var moves: Int
        var passes: Int
    }

    /// Value of one level; `bound` only where one is known.
    private struct Level: Codable {
        var level: Int
        var unit: String
        var value: Int
        var bound: Int?
    }

    /// The bytes of a summary; equal summaries give equal bytes.
    public static func encode(_ summary: PlanSummary) throws -> Data {
        func hours(_ minutes: Int) -> Double { Double(minutes) / 60 }
        let levels = summary.levels
        let file = File(
            schemaVersion: PlanSummary.currentVersion, scenario: summary.scenario, status: summary.status.rawValue,
            teams: summary.fractionalPoints == nil ? "complete" : "fractional",
            objective: summary.objective, dualBound: summary.dualBound, optimalityGap: summary.optimalityGap,
            weightedDemand: summary.weightedDemand, coverGapPoints: summary.coverGapPoints,
            uncoveredLateHours: LateHours(
                total: hours(summary.lateMissingMinutes), afterMidnight: hours(summary.coreMissingMinutes),
                nobody: hours(summary.nobodyMinutes), lowerBound: hours(summary.lateMissingBoundMinutes)),
            coverage: Coverage(
                requiredHours: hours(summary.requiredMinutes.all), coveredHours: hours(summary.coveredMinutes.all),
                late: Window(
                    requiredHours: hours(summary.requiredMinutes.late), coveredHours: hours(summary.coveredMinutes.late)
                ),
                core: Window(
                    requiredHours: hours(summary.requiredMinutes.core), coveredHours: hours(summary.coveredMinutes.core)
                )),
            violations: summary.violations, seconds: (summary.seconds * 1000).rounded() / 1000,
            threads: summary.threads,
            seed: summary.seed, stoppedBy: summary.stoppedBy,
            work: Work(moves: summary.work.moves, passes: summary.work.passes), agents: summary.sizes.agents,
            sectors: summary.sizes.sectors, requirements: summary.sizes.requirements,
            levels: [
                Level(level: 1, unit: "points", value: levels.points, bound: summary.dualBound),
                Level(level: 2, unit: "minutes", value: levels.overlapMinutes),
                Level(level: 3, unit: "hundredths", value: levels.unfairnessHundredths),
                Level(level: 4, unit: "minutes", value: levels.unusedMinutes),
            ])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(file) + Data("\n".utf8)
    }

    /// Reads a summary.
    ///
    /// - Throws: One fault when the file is no summary of this version.
    public static func decode(
        _ bytes: [UInt8], file: String = "summary.json", language: Language
    ) throws(ScenarioError) -> PlanSummary {
        let content: File
        do {
            content = try JSONDecoder().decode(File.self, from: Data(bytes))
        } catch {
            throw fault(file, field: CodingPath.text(of: error), language)
        }
        guard content.schemaVersion == PlanSummary.currentVersion, let status = PlanStatus(rawValue: content.status),
            Set(content.levels.map(\.level)) == [1, 2, 3, 4]
        else { throw fault(file, field: "schemaVersion", language) }
        func minutes(_ hours: Double) -> Int { Int((min(max(hours, -1e9), 1e9) * 60).rounded()) }
        let level = Dictionary(content.levels.map { ($0.level, $0.value) }, uniquingKeysWith: { first, _ in first })
        let coverage = content.coverage
        return PlanSummary(
            scenario: content.scenario, status: status,
            levels: LevelValues(
                points: level[1] ?? 0, overlapMinutes: level[2] ?? 0, unfairnessHundredths: level[3] ?? 0,
                unusedMinutes: level[4] ?? 0),
            fractionalPoints: content.teams == "fractional" ? content.objective : nil,
            dualBound: content.dualBound, weightedDemand: content.weightedDemand,
            lateMissingMinutes: minutes(content.uncoveredLateHours.total),
            coreMissingMinutes: minutes(content.uncoveredLateHours.afterMidnight),
            nobodyMinutes: minutes(content.uncoveredLateHours.nobody),
            lateMissingBoundMinutes: minutes(content.uncoveredLateHours.lowerBound),
            requiredMinutes: (
                minutes(coverage.requiredHours), minutes(coverage.late.requiredHours),
                minutes(coverage.core.requiredHours)
            ),
            coveredMinutes: (
                minutes(coverage.coveredHours), minutes(coverage.late.coveredHours), minutes(coverage.core.coveredHours)
            ),
            violations: content.violations, seconds: content.seconds, threads: content.threads, seed: content.seed,
            stoppedBy: content.stoppedBy, work: (content.work.moves, content.work.passes),
            sizes: (content.agents, content.sectors, content.requirements))
    }

    private static func fault(_ file: String, field: String, _ language: Language) -> ScenarioError {
        ScenarioError(issues: [
            ScenarioIssue(
                file: file, field: field,
                message: language.text("le fichier n'est pas un résumé lisible", "the file is not a readable summary"),
                expected: language.text(
                    "un summary.json écrit par `veilleur plan`", "a summary.json that `veilleur plan` wrote"),
                hint: language.text("relancez le calcul", "run the plan again"))
        ])
    }

    /// Whether a file looks like a summary of ours, of whatever version.
    static func isSummary(_ bytes: [UInt8]) -> Bool {
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else { return false }
        return ["schemaVersion", "scenario", "status", "objective"].allSatisfy { object[$0] != nil }
    }
}
