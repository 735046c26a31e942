import RosterModel

/// The roster already published, and the date on which changes to it are decided.
extension ScenarioReader {
    private static let publishedFile = "published.csv"

    mutating func readDecisionDate(_ value: YAMLValue?) {
        if let value {
            decisionDate = value.date()
            if files.contents[Self.publishedFile] == nil {
                value.fault(
                    Wording(
                        "decided_on suppose un planning publié", "decided_on asks for a published roster"),
                    expected: Wording("un fichier \(Self.publishedFile)", "a file \(Self.publishedFile)"),
                    hint: Wording(
                        "copiez le roster.csv publié sous ce nom", "copy the published roster.csv under this name"))
            }
        } else if files.contents[Self.publishedFile] != nil {
            log.fault(
                Place(file: Self.publishedFile),
                Wording(
                    "la date à laquelle les changements sont décidés manque",
                    "the date on which changes are decided is missing"),
                expected: Wording("la clé decided_on dans scenario.yaml", "the key decided_on in scenario.yaml"),
                hint: Wording("écrivez par exemple decided_on: 2026-10-05", "write for instance decided_on: 2026-10-05")
            )
        }
    }

    /// The published roster of a scenario that is otherwise complete; nil without one or after a fault.
    func readPublished(_ scenario: Scenario) -> PublishedRoster? {
        guard let bytes = files.contents[Self.publishedFile], let decisionDate else { return nil }
        let reader = RosterTableReader(scenario: scenario, log: log, file: Self.publishedFile)
        let decisionDay = axis.dayIndex(of: decisionDate)
        let dates = (min(0, decisionDay)..<axis.dayCount).map { axis.date(ofDay: $0) }
        return reader.read(bytes).map {
            PublishedRoster(
                decisionDay: decisionDay, roster: Roster(shifts: $0),
                publicHolidays: Set(dates.filter(calendar.isPublicHoliday)))
        }
    }
}
