import RosterIO
import RosterModel
import Testing

/// Keys of a regime beside its rules: none does what a rule may not.
@Suite struct ScenarioReaderRegimeKeysTests {
    private static let signed = "agreement: {reference: Accord X, date: 2026-01-01, scope: tous, expires: 2027-12-31}"

    @Test(
        "nobody becomes a night worker later than by law",
        arguments: [
            ("prive-jour", "night_worker_nights: 7", "7", "at most 2 night shifts in a civil week"),
            ("prive-jour", "night_worker_nights: 3", "3", "at most 2 night shifts in a civil week"),
            ("prive-jour-temps-partiel", "night_shift: 9h", "9h", "at most 3 h of night for a night shift"),
            ("ccn1043a", "night_shift: 3h01", "3h01", "at most 3 h of night for a night shift"),
        ])
    func theStatusComesNoLater(base: String, key: String, value: String, expected: String) {
        for id in ["id: \(base)", "id: x, base: \(base)"] {
            let fault = Example.regimeFaults("[{\(id), \(key)}]")
            #expect(fault.map(\.field) == ["regimes[0].\(key.prefix { $0 != ":" })"] && fault[0].value == value)
            #expect(fault.first?.message.contains("(C. trav. L3122-5)") == true)
            #expect(fault.first?.expected == expected && fault.first?.line != nil)
        }
        let french = Example.regimeFaults("[{id: \(base), \(key)}]", language: .french).first
        #expect(french?.message.contains("« \(value) » ferait des travailleurs de nuit plus tard que la loi") == true)
        #expect(french?.hint.hasPrefix("retirez cette clé") == true)
        // Nor with a regime in between that was stricter.
        let chain = "[{id: a, base: \(base), night_worker_nights: 1, night_shift: 1h}, {id: b, base: a, \(key)}]"
        #expect(Example.regimeFaults(chain).count == 1)
    }

    @Test func theStatusMayComeEarlier() throws {
        let regime = try Example.regime("prive-jour", "[{id: prive-jour, night_worker_nights: 1, night_shift: 2h}]")
        #expect(regime.nightWorkerNights == 1 && regime.nightShiftMinutes == 120 && regime.agreements.isEmpty)
        let chain = "[{id: a, base: prive-jour, night_worker_nights: 1}, {id: b, base: a, night_worker_nights: 2}]"
        #expect(try Example.regime("b", chain).nightWorkerNights == 2)
    }

    /// Where no text limits the work of night workers, nights are counted for the choices of the town alone.
    @Test(arguments: ["fpt", "ccn66", "prive-nuit"])
    func withoutTheStatusNightsAreTheTowns(base: String) throws {
        let regime = try Example.regime("x", "[{id: x, base: \(base), night_worker_nights: 7, night_shift: 4h}]")
        #expect(regime.nightWorkerNights == 7 && regime.nightShiftMinutes == 240)
    }

    @Test func moreHoursOfNightTakeAnAgreement() throws {
        let faults = Example.regimeFaults("[{id: prive-jour, night_worker_hours: 5000h}]")
        #expect(faults.map(\.field) == ["regimes[0].night_worker_hours"] && faults.first?.value == "5000h")
        #expect(faults.first?.message.contains("more than 270 h of night (C. trav. L3122-23)") == true)
        #expect(faults.first?.hint.contains("{value: 5000h, agreement: …}") == true)
        #expect(
            Example.regimeFaults("[{id: prive-jour, night_worker_hours: {value: 271}}]").map(\.field) == [
                "regimes[0].night_worker_hours.value"
            ])
        let agreed = "{id: a, base: prive-jour, night_worker_hours: {value: 300, \(Self.signed)}}"
        let regime = try Example.regime("a", "[\(agreed)]")
        #expect(regime.nightWorkerYearMinutes == 300 * 60 && regime.agreements.map(\.reference) == ["Accord X"])
        // The agreement covers what it says, and no more.
        #expect(Example.regimeFaults("[\(agreed), {id: b, base: a, night_worker_hours: 300}]").isEmpty)
        #expect(Example.regimeFaults("[\(agreed), {id: b, base: a, night_worker_hours: 290}]").count == 1)
        #expect(Example.regimeFaults("[\(agreed), {id: b, base: a, night_worker_hours: 270}]").isEmpty)
        let late = "[{id: prive-jour, night_worker_hours: {value: 300, agreement: {reference: a, date: 2027-01-01}}}]"
        #expect(Example.regimeFaults(late).map(\.field) == ["regimes[0].night_worker_hours.agreement.date"])
    }

    @Test func fewerHoursOfNightAreStricter() throws {
        let own = try Example.regime("prive-jour", "[{id: prive-jour, night_worker_hours: 200}]")
        #expect(own.nightWorkerYearMinutes == 200 * 60 && own.agreements.isEmpty)
        // A regime whose texts know no hours of night in a year.
        #expect(try Example.regime("fpt", "[{id: fpt, night_worker_hours: 600}]").nightWorkerYearMinutes == 600 * 60)
    }

    @Test func breaksThatCountAsWorkStaySo() throws {
        #expect(Example.regimeFaults("[{id: fpt, break_counts_as_work: no}]").count == 1)
        #expect(try Example.regime("prive-jour", "[{id: prive-jour, break_counts_as_work: yes}]").breakCountsAsWork)
        // Back to the text.
        let chain = "[{id: a, base: prive-jour, break_counts_as_work: yes}, {id: b, base: a, break_counts_as_work: no}]"
        #expect(try !Example.regime("b", chain).breakCountsAsWork)
    }

    @Test func publicPostsTogetherAreNotWidened() throws {
        #expect(Example.regimeFaults("[{id: fpt, posts_together: 41h}]").map(\.field) == ["regimes[0].posts_together"])
        let chain = "[{id: a, base: fpt, posts_together: 38h}, {id: b, base: a, posts_together: %}]"
        #expect(Example.regimeFaults(chain.replacing("%", with: "40h15")).isEmpty)
        #expect(Example.regimeFaults(chain.replacing("%", with: "40h30")).count == 1)
    }
}
