import Testing

/// Rule × regime: satisfied, broken, on the boundary, at a month's edge, across each clock change, with and without history.
///
/// 1 October 2026 is a Thursday, 5 October a Monday. Clocks go back in the night to Sunday 25 October 2026 and forward in the
/// night to Sunday 29 March 2026.
@Suite struct LawTableTests {
    private static let october = "2026-10-24"
    private static let march = "2026-03-28"
    /// Night workers who may work on Sundays.
    private static let sundayBasis = """
        regimes: [{id: nuit, base: prive-nuit, rules: {sundays_off: {value: none, agreement: {reference: R3132-5, date: 2026-01-01}}}}]
        """

    @Test(
        "longest day",
        arguments: [
            // 19:30 to 05:00 is 9 h 30 on any night but this one, in which it is 10 h 30.
            LawTown("9 h 30 an ordinary night", "fpt", [0: "19:30-29:00/20"], true),
            LawTown("10 h 30 in the long night", "fpt", first: october, days: 2, [0: "19:30-29:00/20"], false),
            LawTown("10 h in the long night", "fpt", first: october, days: 2, [0: "20:00-29:00/20"], true),
            LawTown("11 h less one in the short night", "fpt", first: march, days: 2, [0: "19:00-30:00/20"], true),
            LawTown("the last night of a month", "fpt", first: "2026-10-31", days: 1, [0: "19:00-29:30/20"], false),
            LawTown("8 h an ordinary night", "prive-nuit", [0: "21:00-29:00/0"], false),
            LawTown("8 h with the break that six hours ask for", "prive-nuit", [0: "21:00-29:20/20"], true),
            // 21:00 to 05:00 is 9 h in this night: above 8 h, whatever the break.
            LawTown(
                "9 h in the long night", "nuit", first: october, days: 2, [0: "21:00-29:00/20"], false,
                sections: sundayBasis),
            LawTown(
                "8 h in the long night", "nuit", first: october, days: 2, [0: "21:00-28:20/20"], true,
                sections: sundayBasis),
            LawTown("10 h", "ccn66", [0: "10:00-20:20/20"], true),
            LawTown("10 h 01", "ccn66", [0: "10:00-20:21/20"], false),
            LawTown("12 h", "ccn1351", [0: "10:00-22:20/20"], true),
            LawTown("12 h 10", "ccn1351", [0: "10:00-22:30/20"], false),
            LawTown("9 h and 4 h of rest", "ccn1043b", [0: "07:00-20:00/240"], true),
            LawTown("9 h 30 and 3 h 30 of rest", "ccn1043b", [0: "07:00-20:00/210"], false),
            LawTown("10 h and 3 h of rest", "ccn1043b-3h", [0: "07:00-20:00/180"], true),
            LawTown("8 h under 18", "mineur", [0: "10:00-18:30/30"], true),
            LawTown("9 h under 18", "mineur", [0: "10:00-19:30/30"], false),
        ])
    func longestDay(_ town: LawTown) throws { #expect(try town.isPriced() == town.isLawful) }

    @Test(
        "daily rest",
        arguments: [
            // Saturday 22:00 to Sunday 09:00: 11 h on the clock, 10 h in the short night.
            LawTown("11 h", "fpt", [0: "14:00-22:00/20", 1: "09:00-17:00/20"], true),
            LawTown(
                "10 h in the short night", "fpt", first: march, days: 2, [0: "14:00-22:00/20", 1: "09:00-17:00/20"],
                false),
            LawTown(
                "11 h in the short night", "fpt", first: march, days: 2, [0: "14:00-22:00/20", 1: "10:00-17:00/20"],
                true),
            LawTown(
                "11 h in the long night", "fpt", first: october, days: 2, [0: "14:00-23:00/20", 1: "09:00-17:00/20"],
                true),
            LawTown("12 h asked in a cycle", "ccn1351-cycle", [0: "14:00-22:00/20", 1: "09:00-17:00/20"], false),
            LawTown("12 h asked under 18", "mineur", [0: "13:00-21:00/30", 1: "08:30-16:00/30"], false),
            LawTown("11 h after the history", "prive-nuit", [0: "11:00-18:00/20"], true, past: [-1: "16:00-24:00/30"]),
            LawTown(
                "10 h 59 after the history", "prive-nuit", [0: "10:59-18:00/20"], false, past: [-1: "16:00-24:00/30"]),
            LawTown(
                "a hearing in the morning after a night", "police-municipale", [0: "12:00-22:15/20"], false,
                busy: ["2026-10-06T09:00,2026-10-06T11:00,audience"]),
            LawTown(
                "a hearing 11 h after an evening", "police-municipale", [0: "14:00-22:00/20"], true,
                busy: ["2026-10-06T09:00,2026-10-06T11:00,audience"]),
            LawTown(
                "a call-out restarts the rest", "fpt", [0: "14:00-22:00/20", 1: "09:00-17:00/20"], false,
                busy: ["2026-10-05T22:30,2026-10-05T23:30,intervention"]),
            LawTown(
                "a training and a shift in one day", "fpt", [0: "16:00-21:00/20"], true,
                busy: ["2026-10-05T09:00,2026-10-05T12:00,formation"]),
            LawTown(
                "the span from a training to the end of a shift", "fpt", [0: "16:00-21:30/20"], false,
                busy: ["2026-10-05T09:00,2026-10-05T12:00,formation"]),
            LawTown(
                "11 h between a training and a shift part the day", "fpt", [0: "20:00-27:00/20"], true,
                busy: ["2026-10-05T07:00,2026-10-05T09:00,formation"]),
        ])
    func dailyRest(_ town: LawTown) throws { #expect(try town.isPriced() == town.isLawful) }

    @Test(
        "civil week and its borders",
        arguments: [
            LawTown("48 h", "fpt", LawTown.same("10:00-18:00/20", on: 0..<6), true),
            LawTown("48 h 30", "fpt", LawTown.same("10:00-18:05/20", on: 0..<6), false),
            // Sunday 20:00 to Monday 04:00 is 4 h in each week.
            LawTown(
                "a Sunday night cut at Monday 00:00", "fpt",
                [
                    0: "10:00-20:00/20", 1: "10:00-20:00/20",
                    2: "10:00-20:00/20", 4: "10:00-20:00/20", 6: "20:00-28:00/20",
                ], true),
            LawTown(
                "44 h by the other job", "ccn66", LawTown.same("10:00-18:20/20", on: 0..<5), true,
                busy: [
                    "2026-10-05T18:20,2026-10-05T20:20,autre_employeur",
                    "2026-10-06T18:20,2026-10-06T20:20,autre_employeur",
                ]),
            LawTown(
                "44 h 01 by the other job", "ccn66", LawTown.same("10:00-18:20/20", on: 0..<5), false,
                busy: [
                    "2026-10-05T18:20,2026-10-05T20:20,autre_employeur",
                    "2026-10-06T18:20,2026-10-06T20:21,autre_employeur",
                ]),
            LawTown(
                "hours of September in the week of 1 October", "fpt", first: "2026-10-01", days: 5,
                LawTown.same("10:00-18:00/20", on: 0..<3), true, past: LawTown.same("10:00-18:00/20", on: -3..<0)),
            LawTown(
                "too many hours with those of September", "fpt", first: "2026-10-01", days: 5,
                LawTown.same("10:00-18:00/20", on: 0..<3), false, past: LawTown.same("10:00-19:00/20", on: -3..<0)),
            LawTown(
                "the same without history", "fpt", first: "2026-10-01", days: 5,
                LawTown.same("10:00-18:00/20", on: 0..<3), true),
            LawTown("six days", "prive-jour", LawTown.same("10:00-17:00/30", on: 0..<6), true),
            // Ten days in a row are lawful when the rests are on a Monday and on a Thursday two weeks later.
            LawTown("ten days in a row over two weeks", "fpt", LawTown.same("10:00-15:00/20", on: 1..<11), true),
            LawTown("no 35 h in a week", "fpt", LawTown.same("10:00-15:00/20", on: 7..<14), false),
            // Nobody knows the six hours before the first service day, but 24 h of rest do not fit there.
            LawTown("a week cut by six hours", "fpt", LawTown.same("10:00-15:00/20", on: 0..<7), false),
            LawTown("the same with a Monday off", "fpt", LawTown.same("10:00-15:00/20", on: 1..<7), true),
            LawTown(
                "a week that the horizon cuts in its middle", "fpt", first: "2026-10-01",
                LawTown.same("10:00-15:00/20", on: 0..<4), true),
            // The horizon ends with a Saturday: of its week 24 h are left, then 22.
            LawTown(
                "24 h left of the last week", "fpt", days: 13, LawTown.same("16:00-24:00/20", on: 7..<13), true),
            LawTown(
                "22 h left of the last week", "fpt", days: 13,
                LawTown.same("16:00-24:00/20", on: 7..<12).merging([12: "18:00-26:00/20"]) { $1 }, false),
            LawTown(
                "a week from Sunday to Saturday", "semaine",
                [
                    6: "10:00-20:00/20", 7: "10:00-20:00/20",
                    8: "10:00-20:00/20", 9: "10:00-20:00/20", 10: "10:00-19:00/20",
                ], false,
                sections:
                    "regimes: [{id: semaine, base: fpt, week_start: {day: dim, agreement: {reference: a, date: 2026-01-01}}}]"
            ),
            LawTown(
                "the same from Monday", "fpt",
                [
                    6: "10:00-20:00/20", 7: "10:00-20:00/20", 8: "10:00-20:00/20",
                    9: "10:00-20:00/20", 10: "10:00-18:00/20",
                ], true),
        ])
    func civilWeek(_ town: LawTown) throws { #expect(try town.isPriced() == town.isLawful) }

    /// Eleven weeks of 44 h before Monday 5 October: five days of 8 h 48.
    private static let busyWeeks = LawTown.same(
        "08:00-16:48/20", on: (-77..<0).filter { ($0 + 77) % 7 < 5 })

    @Test(
        "average over twelve weeks",
        arguments: [
            LawTown(
                "44 h after eleven weeks of 44 h", "fpt", LawTown.same("08:00-16:48/20", on: 0..<5), true,
                past: busyWeeks),
            LawTown("44 h 05", "fpt", LawTown.same("08:00-16:49/20", on: 0..<5), false, past: busyWeeks),
            LawTown("48 h without history", "fpt", LawTown.same("08:00-16:00/20", on: 0..<6), true),
            // The week of 44 h that leaves the run makes room for one of 44 h.
            LawTown(
                "44 h in both weeks", "fpt", LawTown.same("08:00-16:48/20", on: [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]), true,
                past: busyWeeks),
            LawTown(
                "rest in the first week gives nothing to the law of the second", "fpt",
                LawTown.same("08:00-16:00/20", on: 7..<13), true, past: busyWeeks),
            // Ten hours in the long night, not nine: 4 × 8 h 30 + 10 h = 44 h.
            LawTown(
                "the long night counts ten hours", "fpt", first: "2026-10-19", days: 7,
                [
                    0: "09:00-17:30/20", 1: "09:00-17:30/20", 2: "09:00-17:30/20", 3: "09:00-17:30/20",
                    5: "20:00-29:00/20",
                ],
                true, past: busyWeeks),
            LawTown(
                "and not eleven", "fpt", first: "2026-10-19", days: 7,
                [
                    0: "09:00-17:30/20", 1: "09:00-17:30/20", 2: "09:00-17:30/20", 3: "09:00-17:31/20",
                    5: "20:00-29:00/20",
                ],
                false, past: busyWeeks),
            LawTown(
                "40 h for a night worker", "prive-nuit", LawTown.same("15:00-23:30/30", on: 0..<5), true,
                past: LawTown.same("15:00-23:30/30", on: busyWeeks.keys)),
            LawTown(
                "40 h 05 for a night worker", "prive-nuit",
                LawTown.same("15:00-23:31/31", on: 0..<5).merging(
                    [5: "15:00-19:05/0"]) { $1 }, false, past: LawTown.same("15:00-23:30/30", on: busyWeeks.keys)),
            LawTown(
                "46 h for security", "ccn1351", LawTown.same("08:00-17:32/20", on: 0..<5), true,
                past: LawTown.same("08:00-17:32/20", on: busyWeeks.keys)),
            LawTown(
                "46 h 05 for security", "ccn1351", LawTown.same("08:00-17:33/20", on: 0..<5), false,
                past: LawTown.same("08:00-17:32/20", on: busyWeeks.keys)),
            LawTown(
                "an average of the other job", "fpt", LawTown.same("08:00-16:00/20", on: 0..<5), false, past: busyWeeks,
                busy: ["2026-10-10T08:00,2026-10-10T12:30,autre_employeur"]),
        ])
    func averageOverWeeks(_ town: LawTown) throws { #expect(try town.isPriced() == town.isLawful) }

    @Test(
        "night worker by the pattern of nights",
        arguments: [
            // 16:00 to 24:00 is three hours after 21:00.
            LawTown(
                "one night and a day of nine hours", "prive-jour", [0: "16:00-24:00/30", 2: "09:00-18:20/20"], true),
            LawTown(
                "two nights and a day of nine hours", "prive-jour",
                [0: "16:00-24:00/30", 1: "16:00-24:00/30", 3: "09:00-18:20/20"], false),
            LawTown(
                "two nights and a day of eight hours", "prive-jour",
                [0: "16:00-24:00/30", 1: "16:00-24:00/30", 3: "09:00-17:20/20"], true),
            LawTown(
                "the long day before the two nights", "prive-jour",
                [0: "09:00-18:20/20", 8: "16:00-24:00/30", 9: "16:00-24:00/30"], false),
            LawTown(
                "one night in each of two weeks", "prive-jour",
                [4: "16:00-24:00/30", 7: "16:00-24:00/30", 9: "09:00-18:20/20"], true),
            LawTown(
                "evenings that end at 23:59", "prive-jour",
                [0: "16:00-23:59/30", 1: "16:00-23:59/30", 3: "09:00-18:20/20"], true),
            LawTown(
                "nights of the history", "prive-jour", [3: "09:00-18:20/20"], false,
                past: [-7: "16:00-24:00/30", -6: "16:00-24:00/30"]),
            LawTown(
                "one night of September, one of October, one week", "prive-jour", first: "2026-10-01", days: 5,
                [1: "16:00-24:00/30", 2: "12:30-21:50/20"], false, past: [-2: "16:00-24:00/30"]),
            LawTown(
                "the same in a week without the first", "prive-jour", first: "2026-10-01", days: 5,
                [1: "16:00-24:00/30", 2: "12:30-21:50/20"], true),
            // Forty-five nights of six hours, one a week, are 270 h.
            LawTown(
                "270 h of night in twelve months", "prive-jour", [0: "09:00-18:20/20"], false,
                past: LawTown.same("22:00-28:00/0", on: (1...45).map { -7 * $0 })),
            LawTown(
                "264 h of night in twelve months", "prive-jour", [0: "09:00-18:20/20"], true,
                past: LawTown.same("22:00-28:00/0", on: (1...44).map { -7 * $0 })),
            LawTown(
                "270 h of night, some more than a year ago", "prive-jour", [0: "09:00-18:20/20"], true,
                past: LawTown.same("22:00-28:00/0", on: (9...53).map { -7 * $0 })),
            // 22:00 to 04:20 is 6 h 20 of night, 19:00 to 02:00 five.
            LawTown(
                "264 h of night, and six more in the plan", "prive-jour",
                [0: "22:00-28:20/20", 3: "09:00-18:20/20"], false,
                past: LawTown.same("22:00-28:00/0", on: (1...44).map { -7 * $0 })),
            LawTown(
                "264 h of night, and five more in the plan", "prive-jour",
                [0: "19:00-26:00/20", 3: "09:00-18:20/20"], true,
                past: LawTown.same("22:00-28:00/0", on: (1...44).map { -7 * $0 })),
            LawTown(
                "264 h of night, and six more in the plan and its training", "prive-jour",
                [0: "19:00-26:00/20", 3: "09:00-18:20/20"], false,
                past: LawTown.same("22:00-28:00/0", on: (1...44).map { -7 * $0 }),
                busy: ["2026-10-12T20:00,2026-10-12T22:00,formation"]),
            LawTown(
                "the long day before the hours are full", "prive-jour",
                [0: "09:00-18:20/20", 3: "22:00-28:20/20"], false,
                past: LawTown.same("22:00-28:00/0", on: (1...44).map { -7 * $0 })),
            LawTown(
                "a day of eight hours beside the hours", "prive-jour",
                [0: "22:00-28:20/20", 3: "09:00-17:20/20"], true,
                past: LawTown.same("22:00-28:00/0", on: (1...44).map { -7 * $0 })),
            // Of the 264 h six lie 363 days before the first day: they count until the second day.
            LawTown(
                "the oldest night still counts", "prive-jour", [1: "22:00-28:20/20", 3: "09:00-18:20/20"], false,
                past: LawTown.same("22:00-28:00/0", on: (1...43).map { -7 * $0 } + [-363])),
            LawTown(
                "the oldest night counts no more", "prive-jour", [2: "22:00-28:20/20", 4: "09:00-18:20/20"], true,
                past: LawTown.same("22:00-28:00/0", on: (1...43).map { -7 * $0 } + [-363])),
            LawTown("status on record", "prive-jour", [0: "09:00-18:20/20"], false, agent: ["night_worker": "oui"]),
            LawTown(
                "caretaker counted in hours", "ccn1043a",
                [0: "16:00-24:00/30", 1: "16:00-24:00/30", 3: "09:00-18:20/20"], false),
            LawTown(
                "ten hours by agreement", "accord", [0: "16:00-24:00/30", 1: "16:00-24:00/30", 3: "09:00-18:20/20"],
                true,
                sections:
                    "regimes: [{id: accord, base: prive-jour, rules: {night_worker_day: {value: 10h, agreement: {reference: a, date: 2026-01-01}}}}]"
            ),
        ])
    func nightWorker(_ town: LawTown) throws { #expect(try town.isPriced() == town.isLawful) }

    private static let convention = """
        night_permissions:
          - {reference: Convention, date: 2026-01-01, sectors: [centre], days: [fri, sat], from: "23:00", to: "02:00", valid_until: 2026-10-16}
        """

    @Test(
        "mission hours of the municipal police",
        arguments: [
            LawTown("until 23:00", "police-municipale", [0: "15:00-23:00/20"], true),
            LawTown("until 23:01", "police-municipale", [0: "15:00-23:01/20"], false),
            LawTown("from 05:30", "police-municipale", [0: "29:30-30:00/0"], false),
            LawTown("any agent of the town may", "fpt", [0: "18:00-26:00/20"], true),
            LawTown(
                "a night of the convention", "police-municipale", [4: "18:00-26:00/20"], true, sections: convention),
            LawTown(
                "later than the convention", "police-municipale", [4: "18:00-26:01/20"], false, sections: convention),
            LawTown(
                "a weekday that the convention leaves out", "police-municipale", [3: "18:00-26:00/20"], false,
                sections: convention),
            LawTown(
                "after the end of the convention", "police-municipale", [12: "18:00-26:00/20"], false,
                sections: convention),
            LawTown(
                "a sector of the convention", "police-municipale", [4: "18:00-26:00/20"], true,
                agent: ["sectors": "centre"], sections: convention),
            LawTown(
                "a sector that the convention leaves out", "police-municipale", [4: "18:00-26:00/20"], false,
                agent: ["sectors": "nord"], sections: convention),
            LawTown(
                "a festivity of the town", "police-municipale", [0: "18:00-26:00/20"], true,
                sections: "calendar: {town_festivities: [2026-10-05]}"),
            // The convention's hours are those of the clock: six hours in the long night.
            LawTown(
                "the long night", "police-municipale", first: october, days: 2, [0: "22:00-27:00/20"], true,
                sections: "night_permissions: [{reference: c, date: 2026-01-01, from: \"23:00\", to: \"03:00\"}]"),
            LawTown(
                "the short night", "police-municipale", first: march, days: 2, [0: "20:00-28:00/20"], false,
                sections: "night_permissions: [{reference: c, date: 2026-01-01, from: \"23:00\", to: \"02:00\"}]"),
        ])
    func missionHours(_ town: LawTown) throws { #expect(try town.isPriced() == town.isLawful) }

    @Test(
        "shortest shift, break, contract, standby",
        arguments: [
            LawTown("4 h", "ccn1351", [0: "18:00-22:00/0"], true),
            LawTown("3 h 59", "ccn1351", [0: "18:00-21:59/0"], false),
            LawTown(
                "02:00 to 05:00 is four hours in the long night", "ccn1351", first: october, days: 2,
                [0: "24:30-28:00/0"], true),
            LawTown(
                "4 h on the clock, three in the short night", "ccn1351", first: march, days: 2, [0: "24:30-28:30/0"],
                false),
            LawTown("2 h", "ccn66", [0: "18:00-20:00/0"], true),
            LawTown("1 h 30", "ccn66", [0: "18:00-19:30/0"], false),
            LawTown("five hours and 59 minutes without break", "prive-jour", [0: "10:00-15:59/0"], true),
            LawTown("six hours without break", "prive-jour", [0: "10:00-16:00/0"], false),
            LawTown("six hours with 19 minutes", "fpt", [0: "10:00-16:00/19"], false),
            LawTown("six hours with 20 minutes", "fpt", [0: "10:00-16:00/20"], true),
            LawTown("under 18 the break is due after 4 h 30", "mineur", [0: "10:00-14:30/20"], true),
            LawTown("under 18 the break is 30 minutes", "mineur", [0: "10:00-15:00/29"], false),
            LawTown(
                "the first day of a contract", "fpt", [3: "10:00-15:00/0"], true, agent: ["contract_from": "2026-10-08"]
            ),
            LawTown("the day before", "fpt", [2: "10:00-15:00/0"], false, agent: ["contract_from": "2026-10-08"]),
            LawTown("the day after the last", "fpt", [4: "10:00-15:00/0"], false, agent: ["contract_to": "2026-10-08"]),
            LawTown(
                "no shift during standby", "fpt", [0: "18:00-23:00/0"], false,
                busy: ["2026-10-05T22:00,2026-10-06T06:00,astreinte"]),
            LawTown(
                "standby needs no rest", "fpt", [0: "17:00-22:00/0", 1: "08:00-13:00/0"], false,
                busy: ["2026-10-05T22:00,2026-10-06T06:00,astreinte", "2026-10-06T01:00,2026-10-06T02:00,intervention"]),
            LawTown(
                "standby without call-out is no work", "fpt", [0: "16:00-21:00/0", 1: "08:00-13:00/0"], true,
                busy: ["2026-10-05T22:00,2026-10-06T06:00,astreinte"]),
            LawTown("no night under 18", "mineur", [0: "17:00-22:30/30"], false),
            LawTown("22:00 under 18", "mineur", [0: "17:00-22:00/30"], true),
            // 11 November 2026 is a Wednesday and a public holiday.
            LawTown(
                "under 18 on a public holiday", "mineur", first: "2026-11-09", [2: "10:00-15:00/30"], false),
            LawTown(
                "under 18 on the days around it", "mineur", first: "2026-11-09",
                [1: "13:00-21:00/30", 3: "10:00-15:00/30"], true),
            LawTown("others on a public holiday", "prive-jour", first: "2026-11-09", [2: "10:00-15:00/0"], true),
            LawTown(
                "the evening before it, until midnight", "ferie", first: "2026-11-09", [1: "18:00-24:00/20"], true,
                sections: own("public_holidays_off: yes", as: "ferie")),
            LawTown(
                "the evening before it, past midnight", "ferie", first: "2026-11-09", [1: "18:00-24:01/20"], false,
                sections: own("public_holidays_off: yes", as: "ferie")),
            LawTown(
                "the night of the holiday itself", "ferie", first: "2026-11-09", [2: "24:00-28:00/0"], true,
                sections: own("public_holidays_off: yes", as: "ferie")),
            LawTown(
                "the holiday after the last day", "ferie", first: "2026-11-09", days: 2, [1: "18:00-25:00/20"], false,
                sections: own("public_holidays_off: yes", as: "ferie")),
            LawTown(
                "Good Friday in Alsace-Moselle alone", "ferie", first: "2026-03-30", days: 7, [4: "10:00-15:00/0"],
                true, sections: own("public_holidays_off: yes", as: "ferie")),
            LawTown(
                "Good Friday in Alsace-Moselle", "ferie", first: "2026-03-30", days: 7, [4: "10:00-15:00/0"], false,
                sections: "calendar: {territory: Alsace-Moselle}\n" + own("public_holidays_off: yes", as: "ferie")),
            LawTown(
                "a protected agent works no night", "fpt", [0: "17:00-22:30/0"], false, agent: ["night_allowed": "non"]),
            LawTown("part time: eleven hours from start to end", "ccn66-temps-partiel", [0: "09:00-20:00/90"], true),
            LawTown("part time: more", "ccn66-temps-partiel", [0: "09:00-20:01/90"], false),
        ])
    func singleDays(_ town: LawTown) throws { #expect(try town.isPriced() == town.isLawful) }

    @Test(
        "Sundays",
        arguments: [
            LawTown("private law without a basis", "prive-jour", [6: "10:00-15:00/0"], false),
            LawTown("a Saturday night that ends on Sunday", "prive-nuit", [5: "18:00-25:00/30"], false),
            LawTown(
                "with a basis", "base", [6: "10:00-15:00/0"], true,
                sections:
                    "regimes: [{id: base, base: prive-jour, rules: {sundays_off: {value: none, agreement: {reference: R3132-5, date: 2026-01-01}}}}]"
            ),
            LawTown("two of four", "ccn66", days: 28, [6: "10:00-15:00/0", 13: "10:00-15:00/0"], true),
            LawTown(
                "three of four", "ccn66", days: 28, [6: "10:00-15:00/0", 13: "10:00-15:00/0", 20: "10:00-15:00/0"],
                false),
            LawTown(
                "three of four with the history", "ccn66", days: 14, [6: "10:00-15:00/0"], false,
                past: [-1: "10:00-15:00/0", -8: "10:00-15:00/0"]),
            LawTown(
                "security: five Sundays of one month", "ccn1351", days: 35,
                LawTown.same("10:00-15:00/0", on: [6, 13, 20, 27, 34]), true),
            // Seven of thirteen Sundays may be worked.
            LawTown(
                "security: the quarter with its history", "ccn1351", days: 14, [6: "10:00-15:00/0"], true,
                past: LawTown.same("10:00-15:00/0", on: (1...6).map { -7 * $0 + 6 })),
            LawTown(
                "security: one more", "ccn1351", days: 14, [6: "10:00-15:00/0"], false,
                past: LawTown.same("10:00-15:00/0", on: (1...7).map { -7 * $0 + 6 })),
            LawTown(
                "security: a Sunday off between two worked days", "ccn1351", days: 14,
                [5: "10:00-15:00/0", 7: "10:00-15:00/0"], false,
                past: LawTown.same("10:00-15:00/0", on: (1...7).map { -7 * $0 + 6 })),
            LawTown(
                "security: a Sunday off joined to Monday", "ccn1351", days: 14,
                [5: "10:00-15:00/0", 8: "10:00-15:00/0"], true,
                past: LawTown.same("10:00-15:00/0", on: (1...7).map { -7 * $0 + 6 })),
            LawTown("city agents", "fpt", [6: "10:00-15:00/0"], true),
        ])
    func sundays(_ town: LawTown) throws { #expect(try town.isPriced() == town.isLawful) }

    @Test(
        "half-days around Sunday",
        arguments: [
            LawTown("Saturday morning", "ccn1043b", [5: "07:00-12:00/0", 7: "07:00-12:00/0"], true),
            LawTown(
                "Saturday afternoon and Monday afternoon", "ccn1043b", [5: "07:00-12:01/0", 7: "12:00-17:00/0"], true),
            LawTown(
                "Saturday afternoon and Monday morning", "ccn1043b", [5: "07:00-12:01/0", 7: "11:59-17:00/0"], false),
            LawTown(
                "four half-days: Saturday morning and Monday", "ccn1043b-3h", [5: "07:00-12:00/0", 7: "12:00-17:00/0"],
                true),
            LawTown(
                "four half-days: Saturday and Monday", "ccn1043b-3h", [5: "12:00-17:00/0", 7: "12:00-17:00/0"], false),
            LawTown(
                "four half-days: Saturday morning and Monday morning", "ccn1043b-3h",
                [5: "07:00-12:00/0", 7: "07:00-12:00/0"], false),
            LawTown("four half-days: Saturday whole", "ccn1043b-3h", [5: "07:00-17:00/120"], true),
            LawTown("Saturday of the history", "ccn1043b", [0: "07:00-12:00/0"], false, past: [-2: "10:00-17:00/60"]),
            LawTown("the same without history", "ccn1043b", [0: "07:00-12:00/0"], true),
            LawTown(
                "after the long night's Sunday", "ccn1043b", first: october, days: 3,
                [0: "07:00-15:00/60", 2: "08:00-15:00/60"],
                false),
        ])
    func halfDays(_ town: LawTown) throws { #expect(try town.isPriced() == town.isLawful) }

    private static func own(_ rules: String, as id: String = "ville") -> String {
        "regimes: [{id: \(id), base: fpt, rules: {\(rules)}}]"
    }

    @Test(
        "work in any 24 hours, and long rest after much work",
        arguments: [
            // Monday 19:00 to 24:00 and Tuesday 11:00 to 19:00: from Monday 19:00 on thirteen hours in 24.
            LawTown("a service day keeps ten hours", "fpt", [0: "19:00-24:00/0", 1: "11:00-19:00/20"], true),
            LawTown(
                "13 h in 24 hours", "ville", [0: "19:00-24:00/0", 1: "11:00-19:00/20"], false,
                sections: own("rolling_day: 10h")),
            LawTown(
                "10 h in 24 hours", "ville", [0: "19:00-24:00/0", 1: "11:00-16:00/0"], true,
                sections: own("rolling_day: 10h")),
            LawTown(
                "10 h 01 in 24 hours", "ville", [0: "19:00-24:00/0", 1: "11:00-16:01/0"], false,
                sections: own("rolling_day: 10h")),
            LawTown(
                "after the history", "ville", [0: "11:00-16:01/0"], false, past: [-1: "19:00-24:00/0"],
                sections: own("rolling_day: 10h")),
            // The 24 hours before Sunday 20:00 begin on Saturday at 21:00 of the clock in the long night.
            LawTown(
                "24 hours are real hours", "ville", first: october, days: 2, [0: "18:00-23:00/0", 1: "12:00-19:00/0"],
                true,
                sections: own(
                    "rolling_day: 10h, break_during_work: {value: none, agreement: {reference: a, date: 2026-01-01}}")),
            LawTown(
                "48 h, then 24 h of rest", "ccn1351", LawTown.same("09:00-17:20/20", on: [0, 1, 2, 3, 4, 5]), true),
            LawTown(
                "48 h 30 without 24 h of rest", "ccn1351", first: "2026-10-08", days: 11,
                LawTown.same("09:00-17:25/20", on: 0..<6), false),
            LawTown(
                "24 h of rest in between", "ccn1351", first: "2026-10-08", days: 11,
                LawTown.same("09:00-17:25/20", on: [0, 1, 2, 4, 5, 6]), true),
            LawTown(
                "hours of the history", "ccn1351", first: "2026-10-08", days: 11,
                LawTown.same("09:00-17:20/20", on: 0..<4),
                false, past: LawTown.same("09:00-17:20/20", on: -3..<0)),
        ])
    func stretches(_ town: LawTown) throws { #expect(try town.isPriced() == town.isLawful) }
}
