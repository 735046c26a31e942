import Testing

/// Split days × regime: number of parts, gaps, shortest parts, amplitude over the gaps, rest inside and after them, across clock
/// changes, at a month's edge, with and without history.
@Suite struct SplitLawTableTests {
    private static let october = "2026-10-24"
    private static let march = "2026-03-28"
    private static let sundayBasis = """
        regimes: [{id: nuit, base: prive-nuit, rules: {sundays_off: {value: none, agreement: {reference: R3132-5, date: 2026-01-01}}}}]
        """

    @Test(
        "parts and gaps",
        arguments: [
            LawTown("two parts of a city agent", "fpt", [0: "08:00-12:00+15:00-19:00"], true),
            LawTown(
                "a town that does not want them", "uni", [0: "08:00-12:00+15:00-19:00"], false,
                sections: "regimes: [{id: uni, base: fpt, rules: {split_day: 1}}]"),
            LawTown(
                "one piece in that town", "uni", [0: "08:00-16:00/20"], true,
                sections: "regimes: [{id: uni, base: fpt, rules: {split_day: 1}}]"),
            LawTown("three sequences", "ccn66", [0: "09:00-11:00+12:00-14:00+17:00-20:00"], true),
            LawTown("four sequences", "ccn66", [0: "09:00-11:00+12:00-14:00+15:00-17:00+18:00-20:00"], false),
            LawTown(
                "four sequences by agreement", "accord", [0: "09:00-11:00+12:00-14:00+15:00-17:00+18:00-20:00"], true,
                sections:
                    "regimes: [{id: accord, base: ccn66, rules: {split_day: {value: 4, agreement: {reference: a, date: 2026-01-01}}}}]"
            ),
            LawTown("a sequence of 1 h 59", "ccn66", [0: "09:00-10:59+17:00-20:00"], false),
            LawTown(
                "part-time with a gap of two hours", "prive-jour-temps-partiel", [0: "10:00-13:00+15:00-18:00"], true),
            LawTown("part-time with a longer gap", "prive-jour-temps-partiel", [0: "10:00-13:00+15:01-18:00"], false),
            LawTown(
                "part-time with two gaps", "prive-jour-temps-partiel", [0: "10:00-12:00+13:00-15:00+16:00-18:00"], false
            ),
            LawTown("full-time with two gaps", "prive-jour", [0: "10:00-12:00+13:00-15:00+16:00-18:00"], true),
            // Up to two hours apart the parts are one period of work.
            LawTown("one period of six hours", "ccn1351", [0: "10:00-12:00+14:00-18:00"], true),
            LawTown("two periods, the first of two hours", "ccn1351", [0: "10:00-12:00+14:01-18:01"], false),
            LawTown("two periods of four hours", "ccn1351", [0: "08:00-12:00+14:01-18:01"], true),
            LawTown("one period of 3 h 59 in two parts", "ccn1351", [0: "10:00-12:00+13:00-14:59"], false),
            LawTown(
                "the last day of a month", "ccn66", first: "2026-10-31", days: 1, [0: "09:00-10:59+17:00-20:00"], false),
        ])
    func parts(_ town: LawTown) throws { #expect(try town.isPriced() == town.isLawful) }

    @Test(
        "hours of the parts together, amplitude over the gaps",
        arguments: [
            LawTown("ten hours in two parts", "fpt", [0: "08:00-13:00+14:00-19:00"], true),
            LawTown("ten hours and a minute", "fpt", [0: "08:00-13:00+14:00-19:01"], false),
            LawTown("an amplitude of 12 h", "fpt", [0: "08:00-12:00+17:00-20:00"], true),
            LawTown("an amplitude of 12 h 01", "fpt", [0: "08:00-12:00+17:00-20:01"], false),
            LawTown("an amplitude of 13 h", "ccn66", [0: "08:00-12:00+17:00-21:00"], true),
            LawTown("an amplitude of 13 h 01", "ccn66", [0: "08:00-12:00+17:00-21:01"], false),
            LawTown("part-time, an amplitude of 11 h", "ccn66-temps-partiel", [0: "10:00-13:00+18:00-21:00"], true),
            LawTown("part-time, an amplitude of 11 h 01", "ccn66-temps-partiel", [0: "10:00-13:00+18:00-21:01"], false),
            // The gap is as long as the daily rest, and is none.
            LawTown("eleven hours between the parts", "fpt", [0: "07:00-09:00+20:00-22:00"], false),
            LawTown("48 h in six split days", "fpt", LawTown.same("08:00-12:00+15:00-19:00", on: 0..<6), true),
            LawTown(
                "48 h 05 in six split days", "fpt",
                LawTown.same("08:00-12:00+15:00-19:00", on: 0..<5).merging([5: "08:00-12:00+15:00-19:05"]) { $1 }, false
            ),
            // 44 h and the part before Monday 00:00; the other part is the next week's.
            LawTown(
                "a split Sunday night over the border of weeks", "fpt",
                LawTown.same("08:00-13:00+14:00-19:00", on: [0, 1, 2, 4]).merging(
                    [5: "08:00-12:00", 6: "20:00-24:00+25:00-30:00"]) { $1 }, true),
            LawTown(
                "the same with five minutes more before Monday", "fpt",
                LawTown.same("08:00-13:00+14:00-19:00", on: [0, 1, 2, 4]).merging(
                    [5: "08:00-12:00", 6: "19:55-24:00+25:00-30:00"]) { $1 }, false),
            // 21:00 to 26:00 and 27:00 to 30:00: in the short night 02:00 is 03:00, and eight hours follow without a break.
            LawTown("a gap that is the break", "fpt", [0: "21:00-26:00+27:00-30:00"], true),
            LawTown(
                "the same gap, skipped by the clock", "fpt", first: march, days: 2, [0: "21:00-26:00+27:00-30:00"],
                false),
            LawTown(
                "the same with a break", "fpt", first: march, days: 2, [0: "21:00-26:00+27:00-30:00/20"], true),
            LawTown("a part of six hours without break", "fpt", [0: "08:00-14:00+16:00-18:00"], false),
            LawTown("a part of six hours with a break", "fpt", [0: "08:00-14:00+16:00-18:00/20"], true),
            LawTown("a gap of ten minutes is no break", "fpt", [0: "10:00-13:00+13:10-16:10"], false),
            LawTown("a gap of twenty minutes is one", "fpt", [0: "10:00-13:00+13:20-16:20"], true),
            // 2 h and 6 h less the break: 7 h 40 on an ordinary night.
            LawTown(
                "a night worker's split night", "nuit", [0: "20:00-22:00+23:00-29:00/20"], true, sections: sundayBasis),
            LawTown(
                "8 h 40 in the long night", "nuit", first: october, days: 2, [0: "20:00-22:00+23:00-29:00/20"], false,
                sections: sundayBasis),
            LawTown(
                "7 h 40 in the long night", "nuit", first: october, days: 2, [0: "20:00-22:00+24:00-29:00/20"], true,
                sections: sundayBasis),
        ])
    func hours(_ town: LawTown) throws { #expect(try town.isPriced() == town.isLawful) }

    @Test(
        "rest after the last part, nights of both parts",
        arguments: [
            LawTown("11 h from the last end", "fpt", [0: "10:00-13:00+18:00-22:00", 1: "09:00-12:00"], true),
            LawTown("10 h 59 from the last end", "fpt", [0: "10:00-13:00+18:00-22:00", 1: "08:59-12:00"], false),
            LawTown("11 h to the first start", "fpt", [0: "14:00-22:00/20", 1: "09:00-12:00+15:00-18:00"], true),
            LawTown("10 h 59 to the first start", "fpt", [0: "14:00-22:00/20", 1: "08:59-12:00+15:00-18:00"], false),
            LawTown(
                "10 h 59 after an evening of the history", "fpt", [0: "08:59-12:00+15:00-18:00"], false,
                past: [-1: "14:00-22:00/20"]),
            LawTown("the same without history", "fpt", [0: "08:59-12:00+15:00-18:00"], true),
            LawTown(
                "11 h on the clock in the short night", "fpt", first: march, days: 2,
                [0: "10:00-13:00+18:00-22:00", 1: "09:00-12:00+15:00-18:00"], false),
            // One hour and two hours after 21:00: a night of three hours in two parts.
            LawTown(
                "two split nights and a day of nine hours", "prive-jour",
                [0: "20:00-22:00+22:30-24:30", 1: "20:00-22:00+22:30-24:30", 3: "09:00-18:20/20"], false),
            LawTown(
                "two split evenings and a day of nine hours", "prive-jour",
                [0: "20:00-22:00+22:30-24:29", 1: "20:00-22:00+22:30-24:29", 3: "09:00-18:20/20"], true),
            LawTown("a part in the night under 18", "mineur", [0: "14:00-16:00+20:00-22:01"], false),
            LawTown("no part in the night under 18", "mineur", [0: "14:00-16:00+20:00-22:00"], true),
            LawTown(
                "a training in the gap", "fpt", [0: "08:00-10:00+14:00-18:00"], true,
                busy: ["2026-10-05T11:00,2026-10-05T13:00,formation"]),
            LawTown(
                "a training in a part", "fpt", [0: "08:00-10:00+14:00-18:00"], false,
                busy: ["2026-10-05T09:00,2026-10-05T13:00,formation"]),
        ])
    func rest(_ town: LawTown) throws { #expect(try town.isPriced() == town.isLawful) }

    @Test(
        "rest inside a caretaker's day",
        arguments: [
            LawTown("4 h in one piece", "ccn1043b", [0: "07:00-12:00+16:00-20:00"], true),
            LawTown("3 h and 1 h", "ccn1043b", [0: "07:00-12:00+13:00-16:00+19:00-20:00"], true),
            LawTown("2 h 59 and 1 h 01", "ccn1043b", [0: "07:00-12:00+13:01-16:01+19:00-20:00"], false),
            LawTown("2 h and 2 h", "ccn1043b", [0: "07:00-11:00+13:00-17:00+19:00-20:00"], false),
            LawTown("three rests", "ccn1043b", [0: "07:00-10:00+10:30-12:00+15:00-18:00+18:30-20:00"], false),
            LawTown("3 h 30 in 12 h 30", "ccn1043b", [0: "07:00-12:00+15:30-19:30"], true),
            LawTown("3 h 29 in 12 h 30", "ccn1043b", [0: "07:00-12:00+15:29-19:30"], false),
            LawTown("an hour in ten", "ccn1043b", [0: "08:00-12:00+13:00-18:00"], true),
            LawTown("59 minutes in ten hours less one minute", "ccn1043b", [0: "08:00-12:00+12:59-17:59"], false),
            LawTown("an hour of break in ten hours", "ccn1043b", [0: "08:00-18:00/60"], true),
            LawTown("nine hours without rest", "ccn1043b", [0: "09:00-18:00"], true),
            LawTown("a break and a gap", "ccn1043b", [0: "07:00-13:00+16:00-20:00/60"], true),
            LawTown("a shorter break and a gap", "ccn1043b", [0: "07:00-13:00+16:00-20:00/59"], false),
            LawTown("3 h in the other form", "ccn1043b-3h", [0: "07:00-12:00+15:00-20:00"], true),
            LawTown("3 h in this form", "ccn1043b", [0: "07:00-12:00+15:00-20:00"], false),
            LawTown(
                "two rests of 1 h 30 in the other form", "ccn1043b-3h", [0: "07:00-11:00+12:30-15:30+17:00-20:00"],
                false),
            LawTown(
                "2 h 15 and 45 min in the other form", "ccn1043b-3h", [0: "07:00-11:00+13:15-17:00+17:45-20:00"], true),
            LawTown(
                "the last day of a month", "ccn1043b", first: "2026-09-30", days: 1,
                [0: "07:00-11:00+13:00-17:00+19:00-20:00"], false),
            // Given work in the gap leaves less rest of it.
            LawTown(
                "a training in the rest", "ccn1043b", [0: "08:00-12:00+15:00-18:00"], false,
                busy: ["2026-10-05T12:30,2026-10-05T14:30,formation"]),
            LawTown(
                "a training that leaves an hour", "ccn1043b", [0: "08:00-12:00+15:00-18:00"], true,
                busy: ["2026-10-05T13:00,2026-10-05T15:00,formation"]),
        ])
    func innerRest(_ town: LawTown) throws { #expect(try town.isPriced() == town.isLawful) }
}
