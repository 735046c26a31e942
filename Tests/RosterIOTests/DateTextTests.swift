import RosterIO
import RosterModel
import Testing

@Suite struct DateTextTests {
    @Test(arguments: [
        "2026-10-05", "05/10/2026", "5/10/26", "05.10.2026", "5-10-2026", "2026/10/05", " 2026-10-05\u{A0}",
    ])
    func reads(text: String) { #expect(DateText.parse(text) == CivilDate(year: 2026, month: 10, day: 5)) }

    @Test(arguments: [
        "", "2026-02-29", "31/04/2026", "12/25/2026", "46300", "octobre", "5/10", "5/10/026", "2026-+1-05",
        "+026-10-01", "+5/10/2026", "05/+1/2026",
        "05/10/+026",
    ])
    func refuses(text: String) { #expect(DateText.parse(text) == nil) }
}
