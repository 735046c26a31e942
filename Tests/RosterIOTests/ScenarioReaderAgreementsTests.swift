import RosterIO
import RosterModel
import Testing

/// What a recorded agreement leaves open is said, wherever it loosens something.
@Suite struct ScenarioReaderAgreementsTests {
    private static let complete = "reference: Accord 12, date: 2026-01-15, scope: médiateurs, expires: 2027-12-31"

    /// Places of an agreement, `%`.
    private static let places = [
        ("daily_rest", "[{id: fpt, rules: {daily_rest: {value: 9h, agreement: {%}}}}]"),
        ("sundays_off", "[{id: prive-nuit, rules: {sundays_off: {value: none, agreement: {%}}}}]"),
        ("sundays_off", "[{id: prive-nuit, rules: {sundays_off: {value: 1, of: 1, level: soft, agreement: {%}}}}]"),
        ("night_clock", "[{id: fpt, night_clock: {from: 23h, to: 6h, agreement: {%}}}]"),
        ("night_worker_hours", "[{id: prive-jour, night_worker_hours: {value: 300, agreement: {%}}}]"),
        ("week_start", "[{id: prive-jour, week_start: {day: sun, agreement: {%}}}]"),
    ]

    @Test(arguments: places)
    func whatIsMissingIsSaid(key: String, section: String) {
        func warnings(_ agreement: String, _ language: Language = .english) -> [ScenarioIssue] {
            let text = section.replacing("%", with: agreement)
            #expect(Example.regimeFaults(text).isEmpty, "\(text)")
            return Example.regimeWarnings(text, language: language)
        }
        #expect(warnings(Self.complete).isEmpty)
        let bare = warnings("reference: Accord 12, date: 2026-01-15")
        #expect(bare.count == 1 && bare.first?.field.hasSuffix("\(key).agreement") == true && bare.first?.line != nil)
        #expect(
            bare.first?.message
                == "agreement \"Accord 12\" does not say whom it covers (scope) nor how long it holds (expires)")
        #expect(bare.first?.expected == "agreement: {reference, date, scope, expires}")
        #expect(
            warnings("reference: Accord 12, date: 2026-01-15, scope: \"\", expires: 2027-12-31").map(\.message) == [
                "agreement \"Accord 12\" does not say whom it covers (scope)"
            ])
        #expect(
            warnings("reference: Accord 12, date: 2026-01-15, scope: médiateurs", .french).map(\.message) == [
                "l'accord « Accord 12 » ne dit pas jusqu'à quand il vaut (expires)"
            ])
    }

    /// An agreement that loosens nothing is not recorded, and nothing is asked of it.
    @Test func anAgreementWithoutEffectIsPassedOver() {
        let bare = "agreement: {reference: a, date: 2026-01-15}"
        #expect(Example.regimeWarnings("[{id: fpt, rules: {daily_rest: {value: 12h, \(bare)}}}]").isEmpty)
        #expect(Example.regimeWarnings("[{id: fpt, night_clock: {from: 21h, to: 6h, \(bare)}}]").isEmpty)
    }
}
