import RosterIO
import Testing

@Suite struct ClockTextTests {
    @Test(
        arguments: [
            ("18:30", 1110), ("18h30", 1110), ("18H30", 1110), ("18 h 30", 1110), ("18h", 1080), ("1830", 1110),
            ("930", 570), ("18", 1080), ("24:00", 1440), ("24h30", 1470), ("26:00", 1560), ("00:00", 0),
            ("minuit", 1440), ("midi", 720), ("18:30:00", 1110), ("7:05", 425), ("48:00", 2880),
        ])
    func reads(text: String, minutes: Int) { #expect(ClockText.parse(text) == minutes) }

    @Test(arguments: [
        "", "18:60", "18:3", "soir", "0,75", "48:30", "18:30:30", "18 30", "-1:00", "12345", "h30", "+8:30", "18:+3",
        "18h-3", "+18", "-830",
    ])
    func refuses(text: String) { #expect(ClockText.parse(text) == nil) }

    @Test func writesHoursAboveTwentyFour() {
        #expect(ClockText.format(1560) == "26:00")
        #expect(ClockText.format(365) == "06:05")
    }
}
