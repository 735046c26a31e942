import ArgumentParser
import Foundation
import RosterIO
import RosterModel

/// Results on stdout, errors on stderr.
enum Console {
    /// Writes a result.
    static func show(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    /// Writes a line of diagnosis.
    static func tell(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Writes issues, each with place, value, expectation and hint.
    static func tell(_ issues: [ScenarioIssue], language: Language) {
        for issue in issues { tell(text(of: issue, language: language)) }
    }

    /// One issue as people read it.
    static func text(of issue: ScenarioIssue, language: Language) -> String {
        var place = issue.file
        if let line = issue.line { place += ":\(line)" }
        if !issue.field.isEmpty { place += " [\(issue.field)]" }
        let kind =
            issue.severity == .error
            ? language.text("erreur", "error") : language.text("attention", "warning")
        var text = "\(place) : \(kind) : \(issue.message)"
        if language == .english { text = text.replacing(" : ", with: ": ") }
        if !issue.value.isEmpty { text += "\n    " + language.text("valeur trouvée : ", "value found: ") + issue.value }
        if !issue.expected.isEmpty { text += "\n    " + language.text("attendu : ", "expected: ") + issue.expected }
        if !issue.hint.isEmpty { text += "\n    " + language.text("conseil : ", "hint: ") + issue.hint }
        return text
    }

    /// Runs a command's work and turns what it throws into exit codes: 2 for faults of the input, 1 for failures.
    static func run(_ language: Language, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as ScenarioError {
            tell(error.issues, language: language)
            let count = error.issues.count { $0.severity == .error }
            tell(
                language.text(
                    "\(count) \(count == 1 ? "erreur" : "erreurs") ; rien n'a été écrit.",
                    "\(count) \(count == 1 ? "error" : "errors"); nothing was written."))
            throw ExitCode(2)
        } catch let code as ExitCode {
            throw code
        } catch let error as ValidationError {
            // Wrong usage that only the files could show.
            throw error
        } catch let error as OutputError {
            tell(language.text("échec : ", "failed: ") + error.message)
            throw ExitCode(1)
        } catch {
            tell(language.text("échec : ", "failed: ") + "\(error)")
            throw ExitCode(1)
        }
    }
}
