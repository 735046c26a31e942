import RosterModel
import RosterReport

/// A hand-made town: two sectors, two mediators and five officers, the three nights from Thursday 1 October 2026.
///
/// Grid 60 min, day start 06:00. Tilleuls needs 1 pair from 20:00 to 24:00 each night at weight 2.00, and 1 pair from 00:00
/// to 02:00 on Friday night at weight 4.00. Centre needs 2 pairs from 21:00 to 23:00 each night at weight 2.00.
/// Points per missing team and hour: 60 × 200 = 12,000 before midnight and 60 × 400 = 24,000 after.
/// Demand: Tilleuls 12 × 12,000 + 2 × 24,000 = 192,000; Centre 12 × 12,000 = 144,000; together 336,000 points.
/// Late hours required: 12 + 2 + 12 = 26 h.
struct SmallTown {
    var scenario: Scenario
    var coverage: CoverageReport
    var roster: Roster
    var summary: PlanSummary
    var violations: [Violation] = []
    var softBreaches: [Violation] = []
    var notVerifiable: [UnverifiableRule] = []
    var language = Language.french

    static let sectorNames = ["Tilleuls", "Centre"]

    init(agentNames: [String?] = ["Zoé Nom-Un", "Yves Nom-Deux", nil, nil, nil, nil, nil]) {
        let axis = TimeAxis(
            firstDay: CivilDate(daysSinceEpoch: 20_727), dayCount: 3, gridMinutes: 60, dayStart: 360,
            zoneName: "Europe/Paris", offsets: [TimeAxis.Offset(utcMinute: 0, offsetMinutes: 120)])
        let always = Array(repeating: true, count: 72)
        let (mediator, officer) = (ProfessionID(0), ProfessionID(1))
        var regime = Regime(
            id: "fpt", name: "Fonction publique", nightClock: ClockRange(start: 1320, end: 1740),
            breakCountsAsWork: true)
        regime.dailyRest = DailyRest(minutes: 660, source: RuleSource(level: .law, article: "décret 2000-815"))
        regime.consecutiveNights = ConsecutiveNights(
            nights: 4, source: RuleSource(level: .local, article: "règlement local"))
        let shift = Shift(
            id: "soir", name: "Soirée", code: "S", professions: [mediator, officer],
            hours: ClockRange(start: 960, end: 1440), breakMinutes: 20, days: [true, true, true])
        let agents = agentNames.enumerated().map { index, name in
            Agent(
                id: "agent-00\(index + 1)", name: name, employer: EmployerID(index < 2 ? 0 : 1),
                profession: index < 2 ? mediator : officer, regime: RegimeID(0), type: AgentTypeID(index < 2 ? 0 : 1),
                maximumMinutes: 1440, availableMinutes: 1440, sectors: [SectorID(0), SectorID(1)],
                shifts: [ShiftID(0)], absences: index == 1 ? [Agent.Absence(days: 1..<2)] : [])
        }
        func requirement(_ id: String, _ sector: Int, _ need: (Int, Int) -> Int) -> CoverRequirement {
            var teams: [UInt8] = []
            var points: [Int32] = []
            for slot in 0..<72 {
                let clock = 6 + slot % 24
                teams.append(UInt8(need(slot / 24, clock)))
                points.append(clock >= 24 ? 24_000 : 12_000)
            }
            return CoverRequirement(
                id: id, sector: SectorID(sector), kinds: [TeamKindID(0)], weight: 1, teams: teams,
                pointsPerTeam: points)
        }
        scenario = Scenario(
            name: "essai", axis: axis,
            sectors: Self.sectorNames.map { Sector(id: $0.lowercased(), name: $0) },
            employers: [Employer(id: "regie", name: "Régie"), Employer(id: "ville", name: "Ville")],
            professions: [
                Profession(id: "mediateur", name: "Médiateur"), Profession(id: "pm", name: "Police municipale"),
            ],
            regimes: [regime],
            agentTypes: [AgentType(profession: mediator), AgentType(profession: officer)], agents: agents,
            shifts: [shift],
            teamKinds: [
                TeamKind(
                    id: "binome", name: "Binôme",
                    places: [TeamKind.Place(count: 2, professions: [mediator, officer])], hours: nil, sectors: nil,
                    countsInSlot: always)
            ],
            requirements: [
                requirement("presence-tilleuls", 0) { day, clock in
                    (20..<24).contains(clock) || (day == 1 && (24..<26).contains(clock)) ? 1 : 0
                },
                requirement("presence-centre", 1) { _, clock in (21..<23).contains(clock) ? 2 : 0 },
            ])
        scenario.avoidedPairs = [AvoidedPair(mediator, officer)]

        // Both mediators work Thursday at Tilleuls from 16:00 to 24:00; two officers work Friday at Centre.
        func worked(_ agent: Int, day: Int, sector: Int) -> WorkedShift {
            let minutes = axis.minutes(day: day, range: ClockRange(start: 960, end: 1440))
            return WorkedShift(
                agent: AgentID(agent), day: day, name: "soir", minutes: minutes, breakMinutes: 20,
                stages: [WorkedShift.Stage(sector: SectorID(sector), minutes: minutes)])
        }
        roster = Roster(shifts: [
            worked(0, day: 0, sector: 0), worked(1, day: 0, sector: 0), worked(2, day: 1, sector: 1),
            worked(3, day: 1, sector: 1),
        ])

        var report = CoverageReport(scenario: scenario)
        for slot in 0..<72 {
            let clock = 6 + slot % 24
            let day = slot / 24
            for (index, requirement) in scenario.requirements.enumerated() {
                report.missing[index][slot] = requirement.teams[slot]
            }
            guard (16..<24).contains(clock) else { continue }
            if day == 0 {
                report.present[0][slot * 2] = 2
                report.teamsFormed[0][slot] = 1
                report.isTeamPossible[0][slot] = true
                report.missing[0][slot] = 0
                if clock < 20 { report.surplus[0][slot] = 2 }
            }
            if day == 1 {
                report.present[1][slot * 2 + 1] = 2
                report.teamsFormed[1][slot] = 1
                report.isTeamPossible[1][slot] = true
                report.missing[1][slot] -= min(1, report.missing[1][slot])
                if !(21..<23).contains(clock) { report.surplus[1][slot] = 2 }
            }
        }
        // Missing: Tilleuls Friday 4 + 2 and Saturday 4; Centre Thursday 4, Friday 2, Saturday 4. Nobody: all but Centre Friday.
        report.levels = LevelValues(
            points: 8 * 12_000 + 2 * 24_000 + 10 * 12_000, overlapMinutes: 1200, unfairnessHundredths: 150,
            unusedMinutes: 8160)
        report.workedMinutes = [480, 480, 480, 480, 0, 0, 0]
        report.counters =
            [FairnessCounters(nights: 2, weekendNights: 1, sundays: 0)]
            + Array(repeating: FairnessCounters(), count: 6)
        report.lateMissingMinutes = 20 * 60
        report.coreMissingMinutes = 120
        report.nobodyMinutes = 18 * 60
        report.lateRequiredMinutes = 26 * 60
        report.coreRequiredMinutes = 120
        report.requiredMinutes = 26 * 60
        report.missingMinutes = 20 * 60
        coverage = report
        summary = PlanSummary(
            scenario: "essai", status: .feasible, levels: report.levels, dualBound: 204_000, weightedDemand: 336_000,
            lateMissingMinutes: 1200, coreMissingMinutes: 120, nobodyMinutes: 1080, lateMissingBoundMinutes: 1020,
            requiredMinutes: (1560, 1560, 120), coveredMinutes: (360, 360, 0), violations: 0, seconds: 59.7,
            threads: 2, seed: 7, stoppedBy: "timeLimit", work: (1000, 10), sizes: (7, 2, 2))
    }

    var content: ReportContent {
        ReportContent(
            scenario: scenario, roster: roster, coverage: coverage, summary: summary, violations: violations,
            notVerifiable: notVerifiable, language: language)
    }

    var figures: CoverageFigures { CoverageFigures(scenario: scenario, coverage: coverage) }

    func terminal() -> String {
        TerminalSummary.text(
            scenario: scenario, summary: summary, coverage: coverage, violations: violations,
            softBreaches: softBreaches, notVerifiable: notVerifiable, outputs: ["summary.json", "roster.csv"],
            language: language)
    }
}
