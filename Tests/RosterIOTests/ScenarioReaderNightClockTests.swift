import RosterIO
import RosterModel
import Testing

/// The night clock of a regime: stricter is free, looser is for the texts to allow.
@Suite struct ScenarioReaderNightClockTests {
    private static let signed = "agreement: {reference: Accord X, date: 2026-01-01, scope: tous, expires: 2027-12-31}"

    private func section(_ base: String, _ from: String, _ to: String, isSigned: Bool) -> String {
        let agreement = isSigned ? ", \(Self.signed)" : ""
        return "[{id: x, base: \(base), night_clock: {from: \"\(from)\", to: \"\(to)\"\(agreement)}}]"
    }

    @Test(
        "a night that holds that of the texts needs nothing",
        arguments: [
            ("mineur", "20:00", "06:00"), ("prive-jour", "20:00", "06:00"), ("prive-nuit", "21:00", "07:00"),
            ("fpt", "21:00", "06:00"), ("police-municipale", "22:00", "05:00"), ("ccn66", "00:00", "24:00"),
        ])
    func aLongerNightIsFree(base: String, from: String, to: String) throws {
        let text = section(base, from, to, isSigned: false)
        #expect(Example.regimeFaults(text).isEmpty && Example.regimeWarnings(text).isEmpty)
        let clock = try Example.regime("x", text).nightClock
        #expect(ClockTime(clock.start) == ClockTime(from) && ClockTime(clock.end) == ClockTime(to))
    }

    @Test(
        "another night takes an agreement",
        arguments: [
            // Nine hours with those after midnight, between 21:00 and 07:00.
            ("prive-jour", "22:00", "07:00"), ("prive-nuit", "21:30", "06:30"), ("ccn1351-cycle", "22:00", "07:00"),
            ("ccn1043a", "22:00", "07:00"), ("ccn66", "21:00", "06:00"), ("ccn66-temps-partiel", "22:00", "07:00"),
            // Seven hours in a row between 22:00 and 07:00.
            ("fpt", "23:00", "06:00"), ("police-municipale", "24:00", "07:00"),
        ])
    func anotherNightTakesAnAgreement(base: String, from: String, to: String) throws {
        let unsigned = Example.regimeFaults(section(base, from, to, isSigned: false))
        #expect(unsigned.map(\.field) == ["regimes[0].night_clock"])
        #expect(unsigned.first?.message.contains("changes by agreement only") == true)
        #expect(unsigned.first?.hint.contains("`agreement`") == true)
        let regime = try Example.regime("x", section(base, from, to, isSigned: true))
        #expect(ClockTime(regime.nightClock.start) == ClockTime(from))
        #expect(regime.agreements.map(\.reference) == ["Accord X"])
    }

    @Test(
        "no agreement makes a shorter night than the texts let it",
        arguments: [
            ("prive-jour", "02:00", "05:00", "at least 9 h in a row, 00:00–05:00 among them, between 21:00 and 07:00"),
            // Eight hours; before 21:00; after 07:00; without the hour before 05:00.
            ("prive-nuit", "22:00", "06:00", "at least 9 h"), ("prive-jour", "20:00", "05:00", "between 21:00"),
            ("ccn1043b-3h", "23:00", "08:00", "and 07:00"), ("ccn1351", "19:00", "04:00", "00:00–05:00 among"),
            ("fpt", "23:00", "05:00", "at least 7 h in a row between 22:00 and 07:00"),
            ("police-municipale", "01:00", "08:00", "between 22:00 and 07:00"),
            ("fpt", "21:00", "04:00", "between 22:00 and 07:00"),
        ])
    func theTextsLimitAgreements(base: String, from: String, to: String, expected: String) {
        let faults = Example.regimeFaults(section(base, from, to, isSigned: true))
        #expect(faults.map(\.field) == ["regimes[0].night_clock"] && faults.first?.value == "\(from)–\(to)")
        #expect(faults.first?.message.contains("goes further than an agreement may") == true)
        #expect(faults.first?.expected.contains(expected) == true, "\(faults)")
    }

    @Test func theNightOfMinorsIsLaw() {
        for (from, to) in [("01:00", "05:00"), ("22:00", "05:00"), ("23:00", "07:00")] {
            let faults = Example.regimeFaults(section("mineur", from, to, isSigned: true))
            #expect(faults.map(\.field) == ["regimes[0].night_clock"])
            #expect(faults.first?.message.contains("(C. trav. L3163-1, L3163-2)") == true)
            #expect(faults.first?.expected == "hours that hold 22:00–06:00")
        }
        let french = Example.regimeFaults(section("mineur", "01:00", "05:00", isSigned: true), language: .french)
        #expect(french.first?.message.contains("la plage de nuit du régime mineur est celle de la loi") == true)
    }

    /// Whatever was chosen in between, the supplied regime is what counts.
    @Test func aChainOfRegimesIsHeldAgainstItsTexts() throws {
        let agreed = "{id: a, base: prive-jour, night_clock: {from: 22h, to: 7h, \(Self.signed)}}"
        // The same again, and back to the texts.
        #expect(Example.regimeFaults("[\(agreed), {id: b, base: a, night_clock: {from: 22h, to: 7h}}]").isEmpty)
        #expect(Example.regimeFaults("[\(agreed), {id: b, base: a, night_clock: {from: 21h, to: 6h}}]").isEmpty)
        #expect(Example.regimeFaults("[\(agreed), {id: b, base: a, night_clock: {from: 23h, to: 7h}}]").count == 1)
        let long = "{id: a, base: mineur, night_clock: {from: 20h, to: 7h}}"
        #expect(Example.regimeFaults("[\(long), {id: b, base: a, night_clock: {from: 22h, to: 6h}}]").isEmpty)
        #expect(Example.regimeFaults("[\(long), {id: b, base: a, night_clock: {from: 23h, to: 6h}}]").count == 1)
    }

    /// What the texts allow is said with the supplied regimes, and nowhere else.
    @Test(arguments: ["level: default", "article: a", "limit: {least: 1h, within: {from: 0h, to: 24h}}"])
    func aScenarioCannotSayWhatTheTextsAllow(key: String) {
        let entry = "{id: mineur, night_clock: {from: \"01:00\", to: \"05:00\", \(key), \(Self.signed)}}"
        let faults = Example.regimeFaults("[\(entry)]")
        #expect(faults.first?.message.contains("is unknown") == true, "\(faults)")
        let file = Example.regimeFaults("[]", ["regimes.yaml": "[\(entry)]\n"])
        #expect(file.first?.message.contains("is unknown") == true, "\(file)")
    }
}

/// A time of day, so that 24:00 and 00:00, or 30:00 and 06:00, compare as one.
private struct ClockTime: Equatable {
    let minute: Int

    init(_ minute: Int) { self.minute = minute % 1440 }

    init(_ text: String) { self.init(ClockText.parse(text) ?? -1) }
}
