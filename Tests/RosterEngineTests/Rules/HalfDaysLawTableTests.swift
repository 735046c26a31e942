import Testing

/// Two and a half days of weekly rest: evenings, mornings, split days of rest, a month's edge, with and without history.
///
/// Monday 5 October 2026 is day 0; the week from Monday 12 October, day 7, lies wholly in the horizon.
@Suite struct HalfDaysLawTableTests {
    private static let evening = "14:00-21:00/20"

    /// Sunday 11 October and what follows.
    private static func week(_ line: [Int: String]) -> [Int: String] { line.merging([6: evening]) { own, _ in own } }

    private static let splitRest = week([
        7: evening, 8: "16:00-23:00/20", 10: "10:00-16:00/20", 11: "08:00-12:00", 13: evening,
    ])

    @Test(
        arguments: [
            // Saturday and Sunday: four half-days.
            LawTown("two days", "ccn66-irregulier", week(LawTown.same(evening, on: 7..<12)), false),
            LawTown("two days for the others", "ccn66", week(LawTown.same(evening, on: 7..<12)), true),
            LawTown(
                "two days and the Friday afternoon", "ccn66-irregulier",
                week(LawTown.same(evening, on: 7..<11)).merging([11: "08:00-12:00"]) { $1 }, true),
            LawTown(
                "a minute of the Friday afternoon", "ccn66-irregulier",
                week(LawTown.same(evening, on: 7..<11)).merging([11: "08:00-12:01"]) { $1 }, false),
            // Wednesday, the morning of Thursday, Sunday.
            LawTown(
                "two days apart and a morning", "ccn66-irregulier",
                week(LawTown.same(evening, on: [7, 8, 10, 11, 12])), true),
            // Tuesday 23:00 to Thursday 10:00 is 35 h; Friday 12:00 to Sunday 14:00 holds four half-days.
            LawTown("a split day of 24 + 11 h", "ccn66-irregulier", splitRest, true),
            LawTown(
                "a split day of a minute less", "ccn66-irregulier", splitRest.merging([10: "09:59-16:00/20"]) { $1 },
                false),
            LawTown("the same for the others", "ccn66", splitRest.merging([10: "09:59-16:00/20"]) { $1 }, true),
            LawTown(
                "days of September in the week of 1 October", "ccn66-irregulier", first: "2026-10-01", days: 5,
                LawTown.same(evening, on: 0..<2), false, past: LawTown.same(evening, on: -4..<0)),
            LawTown(
                "the same without history", "ccn66-irregulier", first: "2026-10-01", days: 5,
                LawTown.same(evening, on: 0..<2), true),
            LawTown(
                "a training on the free Saturday", "ccn66-irregulier",
                week(LawTown.same(evening, on: 7..<11)).merging([11: "08:00-12:00"]) { $1 }, false,
                busy: ["2026-10-17T09:00,2026-10-17T11:00,formation"]),
            LawTown(
                "five half-days by the town's choice", "ville",
                week(LawTown.same("10:00-15:00/0", on: 7..<12)), false,
                sections: "regimes: [{id: ville, base: fpt, rules: {weekly_half_days: 5}}]"),
            LawTown(
                "four half-days by the town's choice", "ville", week(LawTown.same("10:00-15:00/0", on: 7..<12)), true,
                sections: "regimes: [{id: ville, base: fpt, rules: {weekly_half_days: {value: 4, rest: 35h}}}]"),
        ])
    func halfDays(_ town: LawTown) throws { #expect(try town.isPriced() == town.isLawful) }
}
