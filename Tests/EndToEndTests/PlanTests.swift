import Foundation
import Testing

@Suite struct PlanTests {
    static let resultFiles: Set<String> = [
        "summary.json", "roster.csv", "gaps.csv", "certificate.json", "report.html", "report.json",
    ]

    private func summary(_ workshop: Workshop, _ folder: String = "resultat") throws -> [String: Any] {
        try object(workshop.text("\(folder)/summary.json").utf8)
    }

    // The optimum of each scenario is worked out in its file and listed in Scenarios/Tiny/expected.csv.
    @Test(arguments: [("mixed-pair", 24_000), ("trio-mission", 24_000), ("clock-back", 24_000), ("sunday-off", 48_000)])
    func tinyScenarioIsPlannedToItsOptimumAndProvesIt(_ name: String, _ points: Int) throws {
        let workshop = try Workshop()
        let scenario = Workshop.scenarios.appendingPathComponent("Tiny/\(name)").path
        let plan = try workshop.run("plan", scenario, "--output", workshop.path("resultat"), "--work", "20000")
        #expect(plan.exitCode == 0, "\(plan.errors)")
        #expect(try workshop.contents("resultat").map { Set($0.keys) } == Self.resultFiles)
        #expect(try summary(workshop)["objective"] as? Int == points)
        #expect(try summary(workshop)["violations"] as? Int == 0)

        let check = try workshop.run(
            "check", scenario, workshop.path("resultat/roster.csv"), "--certificate",
            workshop.path("resultat/certificate.json"))
        #expect(check.exitCode == 0, "\(check.output)\(check.errors)")
        #expect(check.errors.isEmpty)
    }

    @Test func linearProgramIsWrittenForOtherSolversAndNamesNobody() throws {
        let workshop = try Workshop()
        let scenario = Workshop.scenarios.appendingPathComponent("Tiny/mixed-pair").path
        let plan = try workshop.run(
            "plan", scenario, "--output", workshop.path("resultat"), "--work", "20000", "--write-lp",
            workshop.path("plan.lp"))
        #expect(plan.exitCode == 0, "\(plan.errors)")
        let text = try workshop.text("plan.lp")
        #expect(text.contains("it proved 24000.") && text.contains("Minimize") && text.hasSuffix("End\n"))
        #expect(text.contains("night_2026_") && text.contains("lines_1"))
        let agents = try String(
            contentsOf: Workshop.scenarios.appendingPathComponent("Tiny/mixed-pair/agents.csv"), encoding: .utf8)
        let ids = agents.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first }
        #expect(!ids.isEmpty && ids.allSatisfy { !text.contains($0) })
    }

    @Test func aProgramFileThatCannotBeWrittenIsToldBeforePlanning() throws {
        let workshop = try Workshop()
        let scenario = Workshop.scenarios.appendingPathComponent("Tiny/mixed-pair").path
        let plan = try workshop.run(
            "plan", scenario, "--output", workshop.path("resultat"), "--write-lp", workshop.path("absent/plan.lp"))
        #expect(plan.exitCode == 1 && plan.output.isEmpty)
        #expect(plan.errors.contains("impossible d'écrire") && plan.errors.contains("absent"))
        #expect(try workshop.contents("resultat") == nil)
    }

    @Test func summaryHasEveryKeyThatScriptsRelyOn() throws {
        let workshop = try Workshop()
        try SharedPlan.copy(to: workshop)
        let summary = try summary(workshop)
        let keys: Set = [
            "schemaVersion", "scenario", "status", "objective", "dualBound", "optimalityGap", "weightedDemand",
            "coverGapPoints", "uncoveredLateHours", "coverage", "violations", "seconds", "threads", "seed", "agents",
            "sectors", "requirements", "levels",
        ]
        #expect(keys.subtracting(summary.keys).isEmpty)
        let late = try #require(summary["uncoveredLateHours"] as? [String: Any])
        #expect(Set(["total", "afterMidnight", "nobody", "lowerBound"]).subtracting(late.keys).isEmpty)
        #expect(summary["status"] as? String == "feasible")
        #expect((summary["levels"] as? [Any])?.count == 4)
        let (objective, bound) = (summary["objective"] as? Int, summary["dualBound"] as? Int)
        let demand = try #require(summary["weightedDemand"] as? Int)
        #expect(try #require(bound) <= #require(objective))
        #expect(
            try abs(
                #require(summary["coverGapPoints"] as? Double)
                    - 100 * Double(#require(objective) - #require(bound)) / Double(demand)) < 1e-9)
        #expect(try Set(["threads", "seed"].map { try #require(summary[$0] as? Int) }) == [2, 1])
        #expect(summary["agents"] as? Int == 10)
    }

    @Test func resultsGoToStandardOutputAndNothingElseDoes() throws {
        let outcome = try SharedPlan.outcome
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.hasPrefix("Petite ville, octobre 2026\n10 agents, 4 employeurs, 2 secteurs, 31 nuits\n"))
        #expect(outcome.output.contains("0 infraction"))
        #expect((12...20).contains(outcome.output.split(separator: "\n").count))
        #expect(
            outcome.output.hasSuffix(
                "/report.html, roster.csv, gaps.csv, summary.json, report.json, certificate.json\n"))
        // Piped: plain lines of progress.
        #expect(outcome.errors.contains("finition"))
        #expect(!outcome.errors.contains("\u{1B}"))
        #expect(!outcome.output.contains("finition"))
    }

    @Test func tablesHaveTheColumnsThatScriptsRelyOn() throws {
        func header(_ name: String) throws -> String {
            let data = try #require(SharedPlan.files[name])
            return String(decoding: data.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        }
        #expect(try header("roster.csv") == "agent,service_day,start,end,break_minutes,shift,sector,stage")
        #expect(
            try header("gaps.csv")
                == "service_day,sector,requirement,start,end,required,present,missing,weight,points")
    }

    @Test func pageNeedsNoNetwork() throws {
        let page = String(decoding: try #require(SharedPlan.files["report.html"]), as: UTF8.self)
        #expect(page.contains("<html lang=\"fr\""))
        for word in ["http://", "https://", "src=", "@import"] { #expect(!page.contains(word), "\(word)") }
        // What is used by reference stands in the page itself.
        #expect(!page.replacing("url(#", with: "").contains("url("))
    }

    @Test(arguments: ["petite-ville-mars", "ville-moyenne"])
    func oneAndTwoThreadsGiveTheSameRoster(_ name: String) throws {
        let workshop = try Workshop()
        let scenario = Workshop.scenarios.appendingPathComponent(name).path
        for threads in ["1", "2"] {
            let plan = try workshop.run(
                "plan", scenario, "--output", workshop.path(threads), "--work", "60000", "--seed", "7", "--threads",
                threads, "--progress", "none")
            #expect(plan.exitCode == 0, "\(plan.errors)")
            #expect(plan.errors.isEmpty)
        }
        for file in ["roster.csv", "gaps.csv", "certificate.json"] {
            #expect(try workshop.text("1/\(file)") == workshop.text("2/\(file)"), "\(file)")
        }
    }

    @Test func progressAsJSONGoesToStandardError() throws {
        let workshop = try Workshop()
        let plan = try workshop.run(
            "plan", SharedPlan.scenario, "--output", workshop.path("resultat"), "--work", "20000", "--progress", "json")
        #expect(plan.exitCode == 0)
        let lines = plan.errors.split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines {
            let line = try object(line.utf8)
            #expect(
                Set(["phase", "seconds", "primalBound", "dualBound", "weightedDemand", "passes", "moves", "columns"])
                    == Set(line.keys))
        }
        #expect(!plan.output.contains("{"))
    }

    @Test func englishIsSpokenOnRequest() throws {
        let workshop = try Workshop()
        let scenario = Workshop.scenarios.appendingPathComponent("Tiny/odd-three").path
        let plan = try workshop.run(
            "plan", scenario, "--output", workshop.path("result"), "--work", "2000", "--lang", "en")
        #expect(plan.exitCode == 0)
        #expect(plan.output.contains("Late hours"))
        #expect(plan.output.contains("0 breaches"))
        #expect(plan.errors.contains("weighted"))
        #expect(try workshop.text("result/report.html").contains("<html lang=\"en\""))
        let fault = try workshop.run("validate", workshop.path("nowhere"), lang: "en_GB.UTF-8")
        #expect(fault.exitCode == 2)
        #expect(fault.errors.contains("hint: "))
        #expect(fault.errors.contains("1 error; nothing was written."))
    }

    @Test func folderThatIsNoFormerResultIsRefusedAndLeftAlone() throws {
        let workshop = try Workshop()
        let folder = workshop.url.appendingPathComponent("photos")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try workshop.write("mine", to: "photos/vacances.txt")
        // Some other program's summary does not make it a result.
        try workshop.write("{\"status\": \"ok\"}", to: "photos/summary.json")
        let before = try workshop.contents("photos")
        let plan = try workshop.run("plan", SharedPlan.scenario, "--output", folder.path, "--work", "2000")
        #expect(plan.exitCode == 1)
        #expect(plan.errors.hasPrefix("échec : "))
        #expect(plan.errors.contains("autre chose qu'un résultat"))
        #expect(plan.output.isEmpty)
        #expect(try workshop.contents("photos") == before)
        #expect(try workshop.names == ["photos"])

        // Nor is a file a folder.
        let file = try workshop.run("plan", SharedPlan.scenario, "--output", workshop.path("photos/vacances.txt"))
        #expect(file.exitCode == 1)
        #expect(try workshop.contents("photos") == before)
    }

    @Test func formerResultIsReplaced() throws {
        let workshop = try Workshop()
        try SharedPlan.copy(to: workshop)
        try workshop.write("old", to: "resultat/note.txt")
        let scenario = Workshop.scenarios.appendingPathComponent("Tiny/round").path
        let plan = try workshop.run("plan", scenario, "--output", workshop.path("resultat"), "--work", "2000")
        #expect(plan.exitCode == 0)
        #expect(try workshop.contents("resultat").map { Set($0.keys) } == Self.resultFiles)
        #expect(try summary(workshop)["sectors"] as? Int == 2)
        #expect(try summary(workshop)["agents"] as? Int == 2)
        #expect(try workshop.names == ["resultat"])
    }
}
