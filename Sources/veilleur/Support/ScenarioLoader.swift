import Foundation
import RosterEngine
import RosterIO
import RosterModel

/// Reads scenarios, and holds their pins against the rules of work.
enum ScenarioLoader {
    /// Reads a scenario folder.
    ///
    /// - Throws: All faults, those of pins included.
    static func load(
        _ folder: String, language: Language
    ) throws -> (scenario: Scenario, warnings: [ScenarioIssue]) {
        let (scenario, warnings) = try ScenarioReader.read(folder: folder, language: language)
        let issues = pinIssues(scenario, language: language)
        if !issues.isEmpty { throw ScenarioError(issues: warnings + issues) }
        return (scenario, warnings)
    }

    /// Pins that cannot be kept lawfully, as faults.
    static func pinIssues(_ scenario: Scenario, language: Language) -> [ScenarioIssue] {
        PinAudit.unlawful(in: scenario).map { fault in issue(fault, scenario, language) }
    }

    private static func issue(
        _ fault: PinAudit.Fault, _ scenario: Scenario, _ language: Language
    ) -> ScenarioIssue {
        let agent = scenario[fault.agent].id
        let lines = fault.days.map { day in
            scenario.pins.last { $0.agent == fault.agent && $0.day == day }?.line
        }
        let dates = zip(fault.days, lines).map { day, line in
            let date = scenario.axis.date(ofDay: day).iso
            guard lines.count > 1, let line else { return date }
            return language.text("\(date) ligne \(line)", "\(date) line \(line)")
        }.joined(separator: ", ")
        return ScenarioIssue(
            file: "pins.csv", line: lines.compactMap(\.self).min(), field: "agent", value: agent,
            message: fault.isOfOneDay
                ? language.text(
                    "la vacation fixée pour \(agent) le \(dates) enfreint une règle de ce jour",
                    "the shift fixed for \(agent) on \(dates) breaks a rule of that day")
                : language.text(
                    "aucun planning légal de \(agent) ne tient toutes ses décisions fixées (\(dates))",
                    "no lawful line of \(agent) keeps all fixed decisions (\(dates))"),
            expected: language.text(
                "des décisions fixées compatibles avec les absences et les règles de travail",
                "fixed decisions that agree with absences and rules of work"),
            hint: language.text(
                "retirez une décision, ou donnez dans la colonne reason le motif pour lequel l'écart est accepté",
                "remove a decision, or give in column reason why the breach is accepted"))
    }

    /// Bytes of a file.
    ///
    /// - Throws: A fault that names the file when it cannot be read.
    static func bytes(_ path: String, language: Language) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw ScenarioError(issues: [
                ScenarioIssue(
                    file: path, message: language.text("le fichier ne peut pas être lu", "the file cannot be read"),
                    expected: language.text("un fichier lisible", "a readable file"),
                    hint: language.text("vérifiez le chemin", "check the path"))
            ])
        }
    }
}
