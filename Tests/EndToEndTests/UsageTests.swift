import Foundation
import Testing

@Suite struct UsageTests {
    @Test(arguments: [
        ["plan"], ["plan", "x"], ["plan", "x", "--output", "y", "--time-limit", "-3"],
        ["plan", "x", "--output", "y", "--work", "0"], ["plan", "x", "--output", "y", "--work", "beaucoup"],
        ["plan", "x", "--output", "y", "--gap", "1.5"], ["plan", "x", "--output", "y", "--threads", "0"],
        ["plan", "x", "--output", "y", "--lp-engine", "cplex"], ["plan", "x", "--output", "y", "--lang", "de"],
        ["plan", "x", "--output", "y", "--progress", "loud"], ["check", "x"], ["report", "x", "y"],
        ["init", "x", "--month", "2026-13"], ["planify"], ["plan", "x", "--output", "y", "--tempo"],
    ])
    func wrongUsageExitsWith64(_ arguments: [String]) throws {
        let workshop = try Workshop()
        let outcome = try Command.run(arguments, in: workshop.url)
        #expect(outcome.exitCode == 64)
        #expect(outcome.output.isEmpty)
        #expect(!outcome.errors.isEmpty)
        #expect(try workshop.names.isEmpty)
    }

    @Test(arguments: [nil, "C", "C.UTF-8", "fr_FR.UTF-8", "de_DE.UTF-8"] as [String?])
    func helpIsFrenchByDefault(_ lang: String?) throws {
        let workshop = try Workshop()
        let help = try workshop.run("--help", lang: lang)
        #expect(help.exitCode == 0)
        #expect(help.output.contains("Planifie la présence"))
        #expect(help.errors.isEmpty)
        for command in ["init", "validate", "plan", "check", "report"] { #expect(help.output.contains(command)) }
        let plan = try workshop.run("help", "plan", lang: lang)
        for word in ["OVERVIEW", "USAGE", "Show", "default", "values", "See "] {
            #expect(!(help.output + plan.output).contains(word), "\(word)")
        }
        #expect(plan.output.contains("Dossier du scénario."))
        #expect(plan.output.contains("--time-limit <secondes>"))
    }

    @Test func wrongUsageIsExplainedInTheLanguageOfTheRun() throws {
        let workshop = try Workshop()
        let french = try workshop.run("plan", "x", "--output", "y", "--tempo")
        #expect(french.errors.contains("Erreur : option inconnue : '--tempo'"))
        #expect(french.errors.contains("Utilisation : veilleur plan"))
        let english = try workshop.run("plan", "x", "--output", "y", "--threads", "0", "--lang", "en")
        #expect(english.errors.contains("Error: --threads: a number from 1 to 256 is expected"))
    }

    @Test(arguments: ["en", "en_GB.UTF-8"])
    func helpIsEnglishWhereLangIs(_ lang: String) throws {
        let workshop = try Workshop()
        let help = try workshop.run("plan", "--help", lang: lang)
        #expect(help.exitCode == 0)
        #expect(help.output.contains("Scenario folder."))
        #expect(help.output.contains("--time-limit <seconds>"))
        #expect(!help.output.contains("Dossier"))
    }

    @Test func versionIsTold() throws {
        let version = try Workshop().run("--version")
        #expect(version.exitCode == 0)
        #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }
}
