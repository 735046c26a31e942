import RosterCheck
import RosterEngine
import RosterIO
import RosterModel
import RosterReport

/// The files of a result, every figure of which is recomputed by `RosterCheck`.
struct PlanOutput {
    let scenario: Scenario
    let result: PlanResult
    let review: RosterReview
    let summary: PlanSummary
    let language: Language

    init(
        scenario: Scenario, result: PlanResult, parameters: PlanParameters, seconds: Double, language: Language
    ) {
        self.scenario = scenario
        self.result = result
        self.language = language
        review = RosterChecker.check(result.roster, against: scenario)
        let coverage = review.coverage
        precondition(
            coverage.levels == result.levels,
            "engine and check disagree on levels: \(result.levels) against \(coverage.levels)")
        summary = PlanSummary(
            scenario: scenario.name, status: result.status, levels: coverage.levels,
            fractionalPoints: result.fractionalPoints, dualBound: result.bound(.points),
            weightedDemand: coverage.weightedDemand,
            lateMissingMinutes: coverage.lateMissingMinutes, coreMissingMinutes: coverage.coreMissingMinutes,
            nobodyMinutes: coverage.nobodyMinutes, lateMissingBoundMinutes: result.bound(.lateMinutes),
            requiredMinutes: (coverage.requiredMinutes, coverage.lateRequiredMinutes, coverage.coreRequiredMinutes),
            coveredMinutes: (
                coverage.requiredMinutes - coverage.missingMinutes,
                coverage.lateRequiredMinutes - coverage.lateMissingMinutes,
                coverage.coreRequiredMinutes - coverage.coreMissingMinutes
            ),
            violations: review.violations.count, seconds: seconds, threads: parameters.threads,
            seed: parameters.seed, stoppedBy: result.stoppedBy, work: result.work,
            sizes: (scenario.agents.count, scenario.sectors.count, scenario.requirements.count))
    }

    /// Everything that `plan` writes.
    var files: [OutputFile] {
        get throws {
            let certificate = Certificate(
                scenarioHash: scenario.hash, rosterHash: result.roster.hash(in: scenario),
                levels: review.coverage.levels, lateMissingMinutes: review.coverage.lateMissingMinutes,
                proofs: result.proofs)
            let report = ReportText.content(
                scenario: scenario, roster: result.roster, review: review, summary: summary, language: language)
            return [
                OutputFile(path: "summary.json", bytes: try SummaryJSON.encode(summary)),
                OutputFile(path: "roster.csv", text: RosterCSV.write(result.roster, scenario: scenario)),
                OutputFile(path: "gaps.csv", text: GapsCSV.write(review.coverage, scenario: scenario)),
                OutputFile(path: "certificate.json", bytes: try CertificateJSON.encode(certificate)),
                OutputFile(path: "report.html", text: ReportPage.html(report)),
                OutputFile(path: "report.json", bytes: try ReportJSON.encode(report)),
            ]
        }
    }

    /// What the terminal shows.
    func terminalSummary(folder: String) -> String {
        var text = TerminalSummary.text(
            scenario: scenario, summary: summary, coverage: review.coverage, violations: review.violations,
            withdrawn: review.withdrawn, softBreaches: review.softBreaches, notVerifiable: review.unverifiable,
            // The page to open stands with its folder, the others by name.
            outputs: [folder.hasSuffix("/") ? folder + "report.html" : folder + "/report.html"]
                + ["roster.csv", "gaps.csv", "summary.json", "report.json", "certificate.json"],
            language: language)
        for (agent, minutes) in result.loweredMinimums {
            let hours = "\(minutes / 60) h \(pad(minutes % 60, 2))"
            text += language.text(
                "Heures minimales de \(scenario[agent].id) ramenées à \(hours) : pas plus n'est légalement possible.\n",
                "Minimum hours of \(scenario[agent].id) lowered to \(hours): no more is lawfully possible.\n")
        }
        for agent in result.agentsWithoutLine { text += emptyLine(of: agent) }
        return text
    }

    /// Why an agent has no line.
    private func emptyLine(of agent: AgentID) -> String {
        let id = scenario[agent].id
        guard result.agentsBoundByPublished.contains(agent) else {
            return language.text(
                "Aucun planning légal pour \(id) : sa ligne reste vide.\n",
                "No lawful line for \(id): it stays empty.\n")
        }
        let late = review.violations.filter { $0.agent == agent && $0.rule == .noticeOfChange }
        let days = late.compactMap { $0.day.map { scenario.axis.date(ofDay: $0).iso } }.joined(separator: ", ")
        return language.text(
            "Aucun planning légal pour \(id) : ses vacations de published.csv qui ne peuvent plus changer (\(days)) "
                + "enfreignent d'autres règles ; sa ligne reste vide.\n",
            "No lawful line for \(id): the shifts of published.csv that can no longer be changed (\(days)) break "
                + "other rules; it stays empty.\n")
    }

    /// Whether every breach without accepted reason is a published shift of an agent whom the published roster leaves
    /// nothing lawful: a fault of the input, not of the engine.
    var isOnlyBrokenByPublished: Bool {
        review.violations.allSatisfy {
            $0.acceptedReason != nil
                || $0.rule == .noticeOfChange && result.agentsBoundByPublished.contains($0.agent)
        }
    }
}
