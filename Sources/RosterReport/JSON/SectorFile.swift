import RosterModel

/// A sector in `report.json`.
struct SectorFile: Encodable {
    struct Run: Encodable {
        let first: String
        let nights: Int
    }

    struct WeekdayFile: Encodable {
        let weekday: Int
        let nights: Int
        let blank: Int
        let usualLastPresence: String?
        let earliestLastPresence: String?
        let firstUncovered: String?
        let nightsUncovered: Int
    }

    struct Hour: Encodable {
        let hour: Int
        let requiredHours: Double
        let coveredHours: Double
    }

    struct Continuity: Encodable {
        let agents: Int
        let agentHours: Double
        let byThreeMostFrequent: Double?
        let bySixMostFrequent: Double?
        let samePair: Double?
    }

    let id: String
    let name: String
    let lateRequiredHours: Double
    let lateUncoveredHours: Double
    let lateNobodyHours: Double
    let lateCapabilityMissingHours: Double
    let lateTooFewHours: Double
    let lateImpossibleHours: Double?
    let afterMidnightRequiredHours: Double
    let afterMidnightUncoveredHours: Double
    let weightedDemandHours: Double
    let weightedUncoveredHours: Double
    let blankNightsWithNeed: Int
    let unavoidableBlankNights: Int?
    let longestBlankRun: Run?
    let gapsOverSevenDays: [Run]
    let weekdays: [WeekdayFile]
    let hours: [Hour]
    let continuity: Continuity?

    init(_ page: PageContext, sector: Int) {
        let late = page.figures.lateSectors[sector]
        let core = page.figures.coreSectors[sector]
        let all = page.figures.sectors[sector]
        let tally = page.continuity.tallies[sector]
        func run(_ run: BlankNights.Run) -> Run {
            Run(first: page.axis.date(ofDay: run.first).iso, nights: run.count)
        }
        func share(_ part: Int, _ whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }
        let hasFloor = page.content.floor != nil
        id = page.scenario.sectors[sector].id
        name = page.scenario.sectors[sector].name
        lateRequiredHours = ReportFile.hours(late.required)
        lateUncoveredHours = ReportFile.hours(late.missing)
        lateNobodyHours = ReportFile.hours(late.nobody)
        lateCapabilityMissingHours = ReportFile.hours(late.capability)
        lateTooFewHours = ReportFile.hours(late.tooFew)
        lateImpossibleHours = hasFloor ? ReportFile.hours(late.unreachable) : nil
        afterMidnightRequiredHours = ReportFile.hours(core.required)
        afterMidnightUncoveredHours = ReportFile.hours(core.missing)
        weightedDemandHours = ReportFile.weightedHours(all.demandPoints)
        weightedUncoveredHours = ReportFile.weightedHours(all.missingPoints)
        blankNightsWithNeed = page.blank.blankNeeded(sector: sector)
        unavoidableBlankNights = hasFloor ? page.blank.isUnreachable[sector].count { $0 } : nil
        longestBlankRun = page.blank.longestRun(sector: sector).map(run)
        gapsOverSevenDays = tally.gaps.map(run)
        weekdays = Weekday.allCases.map { weekday in
            let edge = page.edges.edges[sector][weekday.rawValue]
            let nights = page.blank.nights(sector: sector, on: weekday, isNeedOnly: false)
            return WeekdayFile(
                weekday: weekday.rawValue + 1, nights: nights.all, blank: nights.blank,
                usualLastPresence: edge.usualLastPresence.map(ReportFile.clock),
                earliestLastPresence: edge.lastPresence.first.map(ReportFile.clock),
                firstUncovered: edge.firstUncovered.first.map(ReportFile.clock),
                nightsUncovered: edge.firstUncovered.count)
        }
        hours = page.figures.hours[DayType.all.rawValue][sector].enumerated().compactMap { hour, tally in
            tally.required == 0
                ? nil
                : Hour(
                    hour: hour, requiredHours: ReportFile.hours(tally.required),
                    coveredHours: ReportFile.hours(tally.covered))
        }
        continuity =
            page.mayShow(tally)
            ? Continuity(
                agents: tally.agents, agentHours: ReportFile.hours(tally.presence),
                byThreeMostFrequent: share(tally.byThree, tally.presence),
                bySixMostFrequent: share(tally.bySix, tally.presence),
                samePair: share(tally.withUsualPartner, tally.accompanied)) : nil
    }
}
