import RosterModel

/// What every section of a page draws from: the content, its sums, and the words of its language.
struct PageContext: Sendable {
    /// Content of the page.
    let content: ReportContent
    /// Reader.
    let audience: Audience
    /// Sums by sector, night and hour.
    let figures: CoverageFigures
    /// Overlaps by sector.
    let overlap: OverlapFigures
    /// Professions in one another's way.
    let matrix: OverlapMatrix
    /// Groups of comparable agents.
    let groups: [FairnessGroup]
    /// Sector-nights without any team.
    let blank: BlankNights
    /// Last presence and first uncovered hour.
    let edges: EveningEdges
    /// Whether people see the same faces.
    let continuity: ContinuityFigures
    /// Hours of work by agent.
    let hours: [WorkedHours]
    /// What employers brought of what they promised, planned.
    let planned: CommitmentFigures
    /// What employers brought of what they promised, done; nil while nothing is known of it.
    let done: CommitmentFigures?
    /// Agents by profession, for the limit of small groups.
    private let agentsOfProfession: [Int]
    /// Agents by employer, for the limit of small groups.
    private let agentsOfEmployer: [Int]

    /// Fewest agents of a profession or employer of which figures are public.
    static let publicGroupSize = 5

    /// Sums the content.
    init(content: ReportContent, audience: Audience) {
        self.content = content
        self.audience = audience
        let (scenario, roster, coverage) = (content.scenario, content.roster, content.coverage)
        figures = CoverageFigures(scenario: scenario, coverage: coverage, floor: content.floor)
        overlap = OverlapFigures(scenario: scenario, coverage: coverage)
        matrix = OverlapMatrix(scenario: scenario, coverage: coverage)
        groups = FairnessGroup.groups(
            of: scenario, counters: coverage.counters, rhythms: NightRhythm.all(scenario: scenario, roster: roster))
        blank = BlankNights(scenario: scenario, figures: figures, floor: content.floor)
        edges = EveningEdges(scenario: scenario, figures: figures)
        continuity = ContinuityFigures(scenario: scenario, roster: roster, figures: figures)
        hours = WorkedHours.byAgent(scenario: scenario, roster: roster, coverage: coverage)
        planned = CommitmentFigures(scenario: scenario, roster: roster, coverage: coverage)
        done = content.done.map { CommitmentFigures(scenario: scenario, roster: $0.roster, coverage: $0.coverage) }
        var counts = Array(repeating: 0, count: content.scenario.professions.count)
        var employed = Array(repeating: 0, count: content.scenario.employers.count)
        for agent in content.scenario.agents {
            counts[agent.profession.value] += 1
            employed[agent.employer.value] += 1
        }
        agentsOfProfession = counts
        agentsOfEmployer = employed
    }

    /// Scenario.
    var scenario: Scenario { content.scenario }
    /// Time of the scenario.
    var axis: TimeAxis { content.scenario.axis }
    /// Language.
    var language: Language { content.language }
    /// Numbers.
    var number: NumberFormat { NumberFormat(language: language) }
    /// Dates.
    var dates: DateFormat { DateFormat(language: language) }
    /// Rules.
    var rules: RuleText { RuleText(language: language) }
    /// Whether persons may be shown.
    var isNominative: Bool { audience == .coordinator }

    /// Picks the text of the language.
    func text(_ french: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        language.text(french(), english())
    }

    /// Whether figures of a profession may be shown to the reader.
    func mayShow(_ profession: ProfessionID) -> Bool {
        isNominative || agentsOfProfession[profession.value] >= Self.publicGroupSize
    }

    /// Whether figures of an employer may be shown to the reader.
    func mayShow(_ employer: EmployerID) -> Bool {
        isNominative || agentsOfEmployer[employer.value] >= Self.publicGroupSize
    }

    /// Whether figures of teams of these kinds may be shown to the reader: by the professions that can be in one.
    func mayShow(_ kinds: [TeamKindID]) -> Bool {
        if isNominative || kinds.isEmpty { return true }
        let professions = Set(kinds.flatMap { scenario[$0].places.flatMap(\.professions) })
        return professions.reduce(0) { $0 + agentsOfProfession[$1.value] } >= Self.publicGroupSize
    }

    /// Whether figures of the agents seen in one sector may be shown to the reader.
    func mayShow(_ tally: ContinuityFigures.Tally) -> Bool {
        isNominative || tally.agents >= Self.publicGroupSize
    }

    /// Whether figures of a group of agents may be shown to the reader.
    func mayShow(_ group: FairnessGroup) -> Bool { isNominative || group.agents.count >= Self.publicGroupSize }

    /// Name and id of an agent, for sections that only the coordinator sees.
    func label(of agent: AgentID) -> String {
        let agent = scenario[agent]
        guard let name = agent.name, !name.isEmpty else { return agent.id }
        return "\(name) (\(agent.id))"
    }

    /// Whether a service day is a weekend night, a Sunday or a public holiday, shaded in the pictures.
    func isShaded(day: Int) -> Bool {
        axis.weekday(ofDay: day) >= .saturday || isHoliday(day: day)
    }

    /// Whether a service day is a public holiday, by the name that the calendar gives to these.
    func isHoliday(day: Int) -> Bool { scenario.isPublicHoliday(day: day) }

    /// Local clock of a minute of a service day; in the hour that a clock change repeats, with its number.
    func clock(_ minute: Int, day: Int, isEnd: Bool = false) -> String {
        let clock = axis.serviceClock(minute, day: day)
        let text = number.clock(clock, isEnd: isEnd)
        let readings = axis.readings(date: axis.date(ofDay: day), clock: clock)
        guard readings.count > 1 else { return text }
        let isFirst = readings[0] == minute
        return text
            + (isFirst ? self.text(" (1re fois)", " (1st time)") : self.text(" (2e fois)", " (2nd time)"))
    }

    /// Local clocks of a run of slots of a service day.
    func clocks(_ slots: Range<Int>, day: Int) -> String {
        clock(axis.minutes(ofSlot: slots.lowerBound).lowerBound, day: day) + "\u{2013}"
            + clock(axis.minutes(ofSlot: slots.upperBound - 1).upperBound, day: day, isEnd: true)
    }
}
