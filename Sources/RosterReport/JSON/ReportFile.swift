import RosterModel

/// Content of `report.json`.
struct ReportFile: Encodable {
    /// A value with the least that any lawful roster reaches; without the key nothing is proved.
    struct Bounded: Encodable {
        let value: Double
        var lowerBound: Double?
    }

    struct Horizon: Encodable {
        let first: String
        let last: String
        let timeZone: String
        let gridMinutes: Int
        let lateWindow: String
        let coreWindow: String
        let nightClock: String
    }

    struct Capability: Encodable {
        let teamKinds: [String]
        let hours: Double
    }

    struct Late: Encodable {
        let requiredHours: Double
        let uncovered: Bounded
        let impossibleHours: Double?
        let nobody: Bounded
        let capabilityMissingHours: Double
        let tooFewHours: Double
        let weightedHours: Double
        let missingCapabilities: [Capability]
    }

    struct AfterMidnight: Encodable {
        let requiredHours: Double
        let uncovered: Bounded
        let nights: Int
        let nightsWithTeam: Int
        let nightsWithNeed: Int
    }

    struct BlankTotals: Encodable {
        let sectorNights: Int
        let blank: Int
        let withNeed: Int
        let blankWithNeed: Bounded
    }

    struct Night: Encodable {
        let date: String
        let requiredHours: Double
        let uncoveredHours: Double
        let nobodyHours: Double
    }

    let schemaVersion = ReportJSON.currentVersion
    let audience: String
    let scenario: String
    let horizon: Horizon
    let late: Late
    let weighted: Bounded
    let weightedDemandHours: Double
    let afterMidnight: AfterMidnight
    let blankNights: BlankTotals
    let nights: [Night]
    let sectors: [SectorFile]
    let overlaps: OverlapFile
    let missions: [MissionFile]
    let fairness: [FairnessFile]
    let legality: LegalityFile
    let hours: [HoursFile]
    let commitments: [CommitmentFile]
    let agents: [AgentFile]?

    /// Gathers what the reader may see.
    init(_ page: PageContext) {
        let scenario = page.scenario
        let summary = page.content.summary
        let figures = page.figures
        let hasFloor = page.content.floor != nil
        let late = CoverTally.sum(figures.lateSectors)
        let core = CoverTally.sum(figures.coreSectors)
        audience = page.audience.rawValue
        self.scenario = scenario.name
        horizon = Horizon(
            first: page.axis.firstDay.iso, last: page.axis.date(ofDay: page.axis.dayCount - 1).iso,
            timeZone: page.axis.zoneName, gridMinutes: page.axis.gridMinutes,
            lateWindow: Self.clocks(scenario.lateWindow), coreWindow: Self.clocks(scenario.coreWindow),
            nightClock: Self.clocks(scenario.nightClock))
        self.late = Late(
            requiredHours: Self.hours(late.required),
            uncovered: Bounded(
                value: Self.hours(late.missing),
                lowerBound: summary.lateMissingBoundMinutes > 0 ? Self.hours(summary.lateMissingBoundMinutes) : nil),
            impossibleHours: hasFloor ? Self.hours(late.unreachable) : nil,
            nobody: Bounded(
                value: Self.hours(late.nobody), lowerBound: hasFloor ? Self.hours(late.nobodyUnreachable) : nil),
            capabilityMissingHours: Self.hours(late.capability), tooFewHours: Self.hours(late.tooFew),
            weightedHours: Self.weightedHours(late.missingPoints),
            missingCapabilities: figures.missingCapabilities.filter { page.mayShow($0.kinds) }.map {
                Capability(teamKinds: $0.kinds.map { scenario[$0].id }, hours: Self.hours($0.minutes))
            })
        weighted = Bounded(
            value: Self.weightedHours(summary.levels.points),
            lowerBound: summary.dualBound > 0 ? Self.weightedHours(summary.dualBound) : nil)
        weightedDemandHours = Self.weightedHours(summary.weightedDemand)
        afterMidnight = AfterMidnight(
            requiredHours: Self.hours(core.required),
            uncovered: Bounded(
                value: Self.hours(core.missing), lowerBound: hasFloor ? Self.hours(core.unreachable) : nil),
            nights: page.axis.dayCount, nightsWithTeam: page.blank.nightsWithCoreTeam,
            nightsWithNeed: page.blank.nightsWithCoreNeed)
        blankNights = BlankTotals(
            sectorNights: page.blank.total, blank: page.blank.blank, withNeed: page.blank.needed,
            blankWithNeed: Bounded(
                value: Double(page.blank.blankNeeded),
                lowerBound: hasFloor ? Double(page.blank.unreachable) : nil))
        nights = figures.lateNights.enumerated().map { day, night in
            Night(
                date: page.axis.date(ofDay: day).iso, requiredHours: Self.hours(night.required),
                uncoveredHours: Self.hours(night.missing), nobodyHours: Self.hours(night.nobody))
        }
        sectors = scenario.sectors.indices.map { SectorFile(page, sector: $0) }
        overlaps = OverlapFile(page)
        let answers = MissionFigures(scenario: scenario, coverage: page.content.coverage)
        let orphans = answers.orphans
        missions = scenario.missions.indices.filter { page.mayShow(scenario.missions[$0].kinds) }.map { position in
            MissionFile(
                scenario.missions[position], tallies: answers.tallies[position],
                orphan: orphans.first { $0.mission == position }, in: scenario)
        }
        fairness = page.groups.filter { $0.agents.count > 1 && page.mayShow($0) }.map {
            FairnessFile($0, in: scenario)
        }
        legality = LegalityFile(page)
        hours = WorkedHoursSection(page: page).rows.map { HoursFile($0, hasCost: !scenario.hourCosts.isEmpty) }
        commitments = CommitmentSection(page: page).rows.map { CommitmentFile($0, in: scenario) }
        agents = page.isNominative ? scenario.agents.indices.map { AgentFile(page, agent: $0) } : nil
    }

    /// Minutes as hours.
    static func hours(_ minutes: Int) -> Double { Double(minutes) / 60 }

    /// Points as weighted hours.
    static func weightedHours(_ points: Int) -> Double { Double(points) / 6000 }

    /// A clock of the service day.
    static func clock(_ minutes: Int) -> String { "\(pad(minutes / 60, 2)):\(pad(minutes % 60, 2))" }

    /// A range of clocks of the service day.
    static func clocks(_ range: ClockRange) -> String { "\(clock(range.start))-\(clock(range.end))" }
}
