import RosterIO
import RosterModel
import Testing

@Suite struct ScenarioReaderCalendarTests {
    private func names(
        _ calendar: String, first: String = "2026-10-01", last: String = "2026-10-31", _ others: [String: String] = [:]
    ) throws -> [Set<String>] {
        let yaml = Example.yaml
            .replacing("{first: 2026-10-01, last: 2026-10-31}", with: "{first: \(first), last: \(last)}")
            .replacing("grid: 30", with: "grid: 30\ncalendar: \(calendar)")
        return try Example.read(yaml: yaml, others).scenario.dayNames
    }

    @Test func schoolHolidaysDependOnTheZone() throws {
        // Winter holidays 2026: zone A from 7 to 22 February, B from 14 February, C from 21 February.
        for (zone, first) in [("A", 6), ("b", 13), ("C", 20)] {
            let days = try names("{zone: \(zone)}", first: "2026-02-01", last: "2026-02-28")
            #expect(days.firstIndex { $0.contains("school_holidays") } == first)
        }
    }

    @Test func territoriesHaveHolidaysOfTheirOwn() throws {
        let nation = try names("{zone: A}", first: "2026-12-24", last: "2026-12-27")
        #expect(nation.map { $0.contains("public_holidays") } == [false, true, false, false])
        #expect(nation.map { $0.contains("eves") } == [true, false, false, false])
        let alsace = try names("{territory: Alsace-Moselle}", first: "2026-12-24", last: "2026-12-27")
        #expect(alsace.map { $0.contains("public_holidays") } == [false, true, true, false])
    }

    @Test func aCalendarOfTheFolderReplacesTheOneSupplied() throws {
        let own = "du;au;type;zone;libellé\n05/10/2026;;public;;Fête\n06/10/2026;07/10/2026;Marché de nuit;;\n"
        let days = try names("{zone: A}", ["calendar.csv": own])
        #expect(days[4] == ["public_holidays"])
        #expect(days[3] == ["eves"])
        #expect(days[5] == ["marche_de_nuit"] && days[6] == ["marche_de_nuit"])
        // The Toussaint holidays of the one supplied are gone.
        #expect(!days.contains { $0.contains("school_holidays") })
    }

    @Test func aHorizonBeyondTheCalendarIsSaid() {
        let yaml = Example.yaml("{first: 2026-10-01, last: 2026-10-31}", by: "{first: 2028-10-01, last: 2028-10-31}")
            .replacing("days: [fri, sat]", with: "days: [jours_feries]")
        #expect(Example.issues(yaml: yaml).contains { $0.severity == .warning && $0.message.contains("2027-12-25") })
    }
}
