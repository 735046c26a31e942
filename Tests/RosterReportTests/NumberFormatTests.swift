import RosterModel
import RosterReport
import Testing

struct NumberFormatTests {
    private let french = NumberFormat(language: .french)
    private let english = NumberFormat(language: .english)

    @Test(arguments: [
        (0, "0", "0"), (999, "999", "999"), (1000, "1\u{202F}000", "1,000"),
        (1_234_567, "1\u{202F}234\u{202F}567", "1,234,567"), (-2500, "\u{2212}2\u{202F}500", "\u{2212}2,500"),
    ])
    func `integers are grouped by thousands`(value: Int, french: String, english: String) {
        #expect(self.french.integer(value) == french)
        #expect(self.english.integer(value) == english)
    }

    @Test func `per cent has a decimal comma and a no-break space in French`() {
        #expect(french.percent(921, 1000) == "92,1\u{A0}%")
        #expect(english.percent(921, 1000) == "92.1%")
        #expect(french.percent(12_345, 1000) == "1\u{202F}234,5\u{A0}%")
    }

    @Test(arguments: [
        (2, 3, "66,6", "66,7", "66,7"), (1, 3, "33,3", "33,4", "33,3"), (1, 2, "50,0", "50,0", "50,0"),
        (-1, 3, "\u{2212}33,4", "\u{2212}33,3", "\u{2212}33,3"), (9999, 10_000, "99,9", "100,0", "100,0"),
    ])
    func `rounding goes where it is told`(numerator: Int, denominator: Int, down: String, up: String, near: String) {
        #expect(french.ratio(100 * numerator, denominator, decimals: 1, rounding: .down) == down)
        #expect(french.ratio(100 * numerator, denominator, decimals: 1, rounding: .up) == up)
        #expect(french.ratio(100 * numerator, denominator, decimals: 1, rounding: .nearest) == near)
    }

    @Test func `whole per cent is 100 only for all and 0 only for none`() {
        #expect(french.wholePercent(0, 1000) == 0)
        #expect(french.wholePercent(1, 1000) == 1)
        #expect(french.wholePercent(999, 1000) == 99)
        #expect(french.wholePercent(1000, 1000) == 100)
        #expect(french.wholePercent(1, 8) == 13)
    }

    @Test(arguments: [(0, "0 h"), (90, "1 h 30"), (72_870, "1\u{202F}214 h 30"), (5, "0 h 05"), (-60, "\u{2212}1 h")])
    func `hours are exact to the minute`(minutes: Int, text: String) {
        #expect(french.hours(minutes).replacing("\u{A0}", with: " ") == text)
        #expect(english.hours(90).replacing("\u{A0}", with: " ") == "1 h 30 min")
    }

    @Test func `narrow columns show hours and minutes`() {
        #expect(french.compactHours(7110) == "118:30")
        #expect(french.compactHours(-30) == "\u{2212}0:30")
    }

    @Test func `points become weighted hours`() {
        #expect(french.weightedHours(168_000) == "28,0\u{A0}h")
        #expect(english.weightedHours(3300) == "0.6\u{A0}h")
        #expect(english.weightedHours(3300, rounding: .down) == "0.5\u{A0}h")
    }

    @Test(arguments: [(0.84, "0,8 s"), (59.7, "60 s"), (302.2, "5 min 02 s"), (Double.nan, "?")])
    func `durations fit their size`(seconds: Double, text: String) {
        #expect(french.duration(seconds).replacing("\u{A0}", with: " ") == text)
    }

    @Test func `nouns follow the count of the language`() {
        #expect(french.count(0, "agent", "agents") == "0\u{A0}agent")
        #expect(french.count(2, "agent", "agents") == "2\u{A0}agents")
        #expect(english.count(0, "agent", "agents") == "0\u{A0}agents")
        #expect(english.count(1, "agent", "agents") == "1\u{A0}agent")
    }

    @Test func `midnight is 24:00 as an end and 00:00 as a start`() {
        #expect(french.clocks(1320, 1440) == "22:00\u{2013}24:00")
        #expect(french.clocks(1440, 1560) == "00:00\u{2013}02:00")
    }
}
