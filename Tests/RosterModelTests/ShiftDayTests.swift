import RosterModel
import TestSupport
import Testing

/// What a shift of the menu is on a service day: parts, stays of a round, clock changes.
///
/// The middle one of three days is a Saturday with a clock change in its night; it begins at minute 1440, at 06:00.
@Suite struct ShiftDayTests {
    private func shift(_ first: String, _ build: (inout TinyScenario) -> Void) -> (Shift, TimeAxis) {
        var town = TinyScenario(first: first, days: 3, grid: 30)
        town.sectors = ["a", "b"]
        build(&town)
        let scenario = town.scenario
        return (scenario.shifts[0], scenario.axis)
    }

    @Test func `a night is an hour shorter in March and longer in October`() {
        let (march, spring) = shift("2026-03-27") { $0.shift("night", "21:00", "29:00") }
        #expect((0..<3).map { march.minutes(day: $0, axis: spring).count } == [480, 420, 480])
        let (october, autumn) = shift("2026-10-23") { $0.shift("night", "21:00", "29:00") }
        #expect((0..<3).map { october.minutes(day: $0, axis: autumn).count } == [480, 540, 480])
        #expect(october.minutes(day: 1, axis: autumn) == 2340..<2880)
    }

    @Test func `parts keep their gap, and a change that leaves none joins them`() {
        let parts = [(start: "20:00", end: "26:00"), (start: "27:00", end: "29:00")]
        let (split, autumn) = shift("2026-10-23") { $0.splitShift("split", parts) }
        #expect(split.isSplit)
        // Until the first 02:00, and from 03:00, two hours later.
        #expect(split.workedParts(day: 1, axis: autumn) == [2280..<2640, 2760..<2880])
        #expect(split.workedParts(day: 0, axis: autumn) == [840..<1200, 1260..<1380])
        let (joined, spring) = shift("2026-03-27") { $0.splitShift("split", parts) }
        // 02:00 to 03:00 does not exist.
        #expect(joined.workedParts(day: 1, axis: spring) == [2280..<2760])
        #expect(
            joined.stays(in: SectorID(1), day: 1, axis: spring) == [.init(sector: SectorID(1), minutes: 2280..<2760)])
    }

    @Test func `a part that a change swallows is no work`() {
        let (half, spring) = shift("2026-03-27") { $0.splitShift("split", [("20:00", "22:00"), ("26:00", "26:30")]) }
        #expect(half.workedParts(day: 0, axis: spring) == [840..<960, 1200..<1230])
        #expect(half.workedParts(day: 1, axis: spring) == [2280..<2400])
        let (whole, axis) = shift("2026-03-27") { $0.shift("short", "26:00", "26:30") }
        #expect(whole.workedParts(day: 1, axis: axis).isEmpty && whole.minutes(day: 1, axis: axis) == 2640..<2640)
    }

    @Test func `a round goes from sector to sector by the clock`() {
        let stages = [(sector: "a", until: "26:00"), (sector: "b", until: "29:00")]
        let (round, autumn) = shift("2026-10-23") { $0.shift("round", "22:00", "29:00", stages: stages) }
        // The first 02:00 ends the first stay; the second one has the repeated hour.
        #expect(
            round.stays(in: SectorID(0), day: 1, axis: autumn) == [
                .init(sector: SectorID(0), minutes: 2400..<2640), .init(sector: SectorID(1), minutes: 2640..<2880),
            ])
        let (again, spring) = shift("2026-03-27") {
            $0.shift(
                "round", "22:00", "29:00",
                stages: [("a", "26:00"), ("b", "27:00"), ("a", "29:00")])
        }
        // The stay that the change swallows is left out.
        #expect(
            again.stays(in: SectorID(0), day: 1, axis: spring) == [
                .init(sector: SectorID(0), minutes: 2400..<2640), .init(sector: SectorID(0), minutes: 2640..<2760),
            ])
    }

    @Test func `stays of a split round skip the gaps`() {
        let (round, axis) = shift("2026-10-05") {
            $0.splitShift(
                "round", [("18:00", "20:00"), ("21:00", "24:00")], stages: [("a", "22:00"), ("b", "24:00")])
        }
        #expect(
            round.stays(in: SectorID(0), day: 0, axis: axis) == [
                .init(sector: SectorID(0), minutes: 720..<840), .init(sector: SectorID(0), minutes: 900..<960),
                .init(sector: SectorID(1), minutes: 960..<1080),
            ])
    }

    @Test func `slots of a daily range lie in it as a whole, from the evening before on`() {
        // 21:10 to 02:40 in half-hours: 21:30 to 02:30, of which the first night belongs to the day before the horizon.
        var town = TinyScenario(first: "2026-10-23", days: 3, grid: 30, dayStart: "02:00")
        town.shift("any", "20:00", "22:00")
        let scenario = town.scenario
        let inside = scenario.slots(in: ClockRange(start: 1270, end: 1600))
        // Service days from 02:00: the slot to 02:30, then 21:30 to 02:30.
        #expect(inside[..<48].indices.filter { inside[$0] } == [0] + Array(39..<48))
        let saturday = scenario.axis.slots(ofDay: 1)
        // The first reading of 02:40 ends the range; what follows of the repeated hour is outside.
        #expect(saturday.count == 48 && scenario.axis.slots(ofDay: 2).count == 50)
        let sunday = scenario.axis.slots(ofDay: 2)
        #expect(sunday.filter { inside[$0] }.map { $0 - sunday.lowerBound } == [0] + Array(41..<50))
    }
}
