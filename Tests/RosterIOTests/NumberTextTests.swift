import RosterIO
import Testing

@Suite struct NumberTextTests {
    @Test func readsDecimalCommasAndPoints() {
        #expect(NumberText.parse("1,5") == 1.5)
        #expect(NumberText.parse(" 1.5 ") == 1.5)
        #expect(NumberText.parse("1\u{202F}500") == 1500)
        #expect(NumberText.parse("1,5,0") == nil)
        #expect(NumberText.parse("1e3") == nil)
        #expect(NumberText.parse("") == nil)
        #expect(NumberText.whole("2,0") == 2)
        #expect(NumberText.whole("2,5") == nil)
    }

    @Test func tellsWhetherTwoDecimalsSuffice() throws {
        let exact = try #require(NumberText.hundredths("1,25"))
        #expect(exact.value == 125 && exact.isExact)
        let rough = try #require(NumberText.hundredths("0.125"))
        #expect(!rough.isExact)
    }

    @Test(
        arguments: [
            ("7h", 420), ("7h30", 450), ("7:30", 450), ("7,5h", 450), ("450 min", 450), ("450mn", 450),
            ("7 heures", 420),
            ("0", 0),
        ])
    func readsLengthsWithTheirUnit(text: String, minutes: Int) {
        for unit in [NumberText.Unit.minutes, .hours, .none] {
            #expect(NumberText.minutes(text, unit: unit) == minutes)
        }
    }

    @Test func aBareNumberCountsInTheUnitOfItsField() {
        #expect(NumberText.minutes("20", unit: .minutes) == 20)
        #expect(NumberText.minutes("7,5", unit: .hours) == 450)
        #expect(NumberText.minutes("20", unit: .none) == nil)
        #expect(NumberText.minutes("2,5", unit: .minutes) == nil)
        #expect(NumberText.minutes("-20", unit: .minutes) == -20)
        #expect(NumberText.minutes("vingt", unit: .minutes) == nil)
    }

    @Test(arguments: ["7h+5", "7:-5", "+7h30", "-+7h30", "--7h30", "--7 min", "-+7h", "--20", "7h3", "7h60"])
    func aSignInsideALengthIsRefused(text: String) { #expect(NumberText.minutes(text, unit: .minutes) == nil) }
}
