import ArgumentParser
import Foundation
import RosterCheck
import RosterModel
import RosterReport

/// Times the report of a month of a metropolis, step by step, and its size.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Times the report of 80 sectors, 31 nights and 2,400 agents.")

    @Option(help: "Folder to write the page and the file into; nothing is written without it.")
    var output: String?

    func run() throws {
        print("\(Machine.name); commit \(Machine.commit)")
        let clock = ContinuousClock()
        func time<Value>(_ step: String, _ body: () throws -> Value) rethrows -> Value {
            let start = clock.now
            let value = try body()
            let seconds = (clock.now - start) / .seconds(1)
            print("\(step.padding(toLength: 24, withPad: " ", startingAt: 0)) \(String(format: "%6.2f s", seconds))")
            return value
        }
        let city = try time("scenario read") { try Metropolis() }
        let checker = RosterChecker(city.scenario)
        let review = time("roster checked") { checker.check(city.roster) }
        let floor = time("floor of presence") { checker.presenceFloor }
        let coverage = review.coverage
        let summary = PlanSummary(
            scenario: city.scenario.name, status: .feasible, levels: coverage.levels, dualBound: 0,
            weightedDemand: coverage.weightedDemand, lateMissingMinutes: coverage.lateMissingMinutes,
            coreMissingMinutes: coverage.coreMissingMinutes, nobodyMinutes: coverage.nobodyMinutes,
            lateMissingBoundMinutes: 0,
            requiredMinutes: (coverage.requiredMinutes, coverage.lateRequiredMinutes, coverage.coreRequiredMinutes),
            coveredMinutes: (
                coverage.requiredMinutes - coverage.missingMinutes,
                coverage.lateRequiredMinutes - coverage.lateMissingMinutes,
                coverage.coreRequiredMinutes - coverage.coreMissingMinutes
            ), violations: review.violations.count, seconds: 0, threads: 1, seed: 1, stoppedBy: "work", work: (0, 0),
            sizes: (city.scenario.agents.count, city.scenario.sectors.count, city.scenario.requirements.count))
        let content = ReportContent(
            scenario: city.scenario, roster: city.roster, coverage: coverage, summary: summary,
            violations: review.violations, nearLimits: review.nearLimits, notVerifiable: review.unverifiable,
            floor: floor)
        print("breaches                 \(review.violations.count)")
        for audience in Audience.allCases {
            let page = time("page, \(audience.rawValue)") { ReportPage.html(content, audience: audience) }
            let file = try time("file, \(audience.rawValue)") { try ReportJSON.encode(content, audience: audience) }
            print("  \(page.utf8.count) and \(file.count) bytes")
            guard let output else { continue }
            let folder = URL(fileURLWithPath: output)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(page.utf8).write(to: folder.appendingPathComponent("\(audience.rawValue).html"))
            try file.write(to: folder.appendingPathComponent("\(audience.rawValue).json"))
        }
    }
}
