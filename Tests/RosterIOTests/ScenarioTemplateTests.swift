import RosterIO
import RosterModel
import Testing

@Suite struct ScenarioTemplateTests {
    @Test(arguments: Language.allCases, ["2026-10-15", "2026-03-01", "2027-02-28", "2026-12-31"])
    func readsWithoutWarnings(language: Language, date: String) throws {
        let month = try #require(CivilDate(iso: date))
        let files = ScenarioTemplate.files(month: month, language: language)
        let contents = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
        let (scenario, warnings) = try ScenarioReader.read(
            files: ScenarioFiles(name: "init", contents: contents), language: language)
        #expect(warnings.isEmpty)
        #expect(scenario.axis.firstDay.parts.day == 1)
        #expect(scenario.axis.firstDay.parts.month == month.parts.month)
        #expect(scenario.axis.date(ofDay: scenario.axis.dayCount).parts.day == 1)
        #expect(scenario.sectors.count == 2)
        #expect(scenario.agents.count == 9)
        #expect(scenario.pins.count == 2 && scenario.wishes.count == 2)
        #expect(scenario.shifts.contains { !$0.stages.isEmpty })
        // No shift runs so late that the law forbids it to all.
        #expect(scenario.weightedDemand > 0)
    }

    @Test func commentsFollowTheLanguage() throws {
        let month = try #require(CivilDate(iso: "2026-10-01"))
        let french = ScenarioTemplate.files(month: month, language: .french)[0]
        let english = ScenarioTemplate.files(month: month, language: .english)[0]
        #expect(String(decoding: french.bytes, as: UTF8.self).contains("# Scénario de départ"))
        #expect(String(decoding: english.bytes, as: UTF8.self).contains("# A scenario to start from"))
    }
}
