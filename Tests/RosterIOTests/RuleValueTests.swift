import RosterIO
import Testing

@Suite struct RuleValueTests {
    @Test func sundaysCompareByWhatTheyAllow() {
        func sundays(_ off: Int, _ run: Int, starts: Bool = false) -> RuleValue {
            .sundays(off: off, of: run, startsOnly: starts)
        }
        #expect(sundays(2, 4).isLooser(than: sundays(1, 1)))
        #expect(!sundays(1, 1).isLooser(than: sundays(2, 4)))
        // One in two allows at most two of four; two in four allows two in a row.
        #expect(!sundays(1, 2).isLooser(than: sundays(2, 4)))
        #expect(sundays(2, 4).isLooser(than: sundays(1, 2)))
        #expect(sundays(2, 4, starts: true).isLooser(than: sundays(2, 4)))
    }

    /// A run of weeks keeps an average only where whole runs fill the weeks of the old one.
    @Test(arguments: [
        (44, 12, false), (44, 6, false), (44, 4, false), (44, 1, false), (40, 6, false), (45, 6, true), (44, 8, true),
        (43, 8, true), (44, 11, true), (44, 5, true), (44, 13, true), (40, 24, true),
    ])
    func averagesCompareOverTheWeeksOfTheOld(hours: Int, weeks: Int, isLooser: Bool) {
        let value = RuleValue.average(hours * 60, weeks: weeks)
        #expect(value.isLooser(than: .average(44 * 60, weeks: 12)) == isLooser)
    }

    @Test func restsAndLimitsCompareInTheirSense() {
        #expect(RuleValue.rest(600).isLooser(than: .rest(660)))
        #expect(RuleValue.most(700).isLooser(than: .most(660)))
        #expect(RuleValue.count(7).isLooser(than: .count(6)))
        #expect(RuleValue.weeklyRest(2160, within: 720).isLooser(than: .weeklyRest(2160, within: 1440)))
        #expect(!RuleValue.rest(660).isLooser(than: .rest(660)))
    }
}
