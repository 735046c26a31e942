import RosterReport
import Testing

struct NightStripSectionTests {
    @Test func `a slot shows what is missing`() {
        func state(_ required: Int, _ missing: Int, _ isAnyTeamFormed: Bool) -> NightStripSection.State {
            NightStripSection.state(required: required, missing: missing, isAnyTeamFormed: isAnyTeamFormed)
        }
        #expect(state(0, 0, true) == .notRequired)
        #expect(state(2, 0, true) == .covered)
        #expect(state(2, 1, true) == .partly(height: 4))
        #expect(state(20, 1, true) == .partly(height: 2))
        #expect(state(1, 1, true) == .partly(height: 6))
        #expect(state(1, 1, false) == .nobody)
    }

    @Test func `a strip joins equal slots`() {
        let page = ReportPage.html(SmallTown().content)
        // Tilleuls on Friday: nobody from 20:00 to 02:00 is the whole strip of 6 hours, 12 half slots.
        #expect(page.contains("<path class=\"m\" d=\"M0 0h12v8h-12z\"/>"))
        // Centre on Friday: half a strip's height from 21:00 to 23:00.
        #expect(page.contains("<path class=\"m\" d=\"M2 4h4v4h-4z\"/>"))
    }
}
