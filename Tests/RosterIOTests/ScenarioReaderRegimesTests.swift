import RosterIO
import RosterModel
import Testing

@Suite struct ScenarioReaderRegimesTests {
    /// The regime of one agent, with a section `regimes`.
    private func regime(_ id: String, _ section: String = "[]", _ others: [String: String] = [:]) throws -> Regime {
        try Example.regime(id, section, others)
    }

    private func faults(_ section: String) -> [String] {
        Example.regimeFaults(section).map { "\($0.field): \($0.message)" }
    }

    /// Hours of the table of parameters by regime: day, week, average, daily rest, amplitude, weekly rest.
    @Test(
        arguments: [
            ("fpt", [10, 48, 44, 11, 12, 35]), ("prive-jour", [10, 48, 44, 11, 13, 35]),
            ("prive-nuit", [8, 48, 40, 11, 13, 35]), ("ccn66", [10, 44, 44, 11, 13, 36]),
            ("ccn1351", [12, 48, 46, 11, 13, 35]), ("ccn1043b", [9, 47.5, 0, 11, 13, 36]),
            ("ccn1043a", [10, 48, 44, 11, 13, 35]), ("police-municipale", [10, 48, 44, 11, 12, 35]),
            ("ccn66-temps-partiel", [10, 44, 44, 11, 11, 36]), ("ccn1351-cycle", [12, 48, 46, 12, 13, 35]),
            ("ccn1043b-3h", [10, 47.5, 0, 11, 13, 36]), ("mineur", [8, 35, 0, 12, 12, 48]),
        ] as [(String, [Double])])
    func suppliedRegimesFollowTheTable(id: String, hours: [Double]) throws {
        let regime = try regime(id)
        let minutes = [
            regime.maximumDay?.minutes, regime.maximumCivilWeek?.minutes, regime.averageOverWeeks?.weeklyMinutes,
            regime.dailyRest?.minutes, regime.amplitude?.minutes, regime.weeklyRest?.minutes,
        ]
        #expect(minutes.map { Double($0 ?? 0) / 60 } == hours)
        #expect(regime.weeklyRest?.minutesWithinWeek == (id == "mineur" ? 48 : 24) * 60)
        let isPublic = ["fpt", "police-municipale"].contains(id)
        #expect(regime.breakCountsAsWork == isPublic)
        #expect(regime.consecutiveDays == nil && regime.consecutiveNights == nil)
        #expect((regime.nightForbidden != nil) == (id == "mineur"))
        #expect((regime.publicHolidaysOff != nil) == (id == "mineur"))
        #expect((regime.missionHours != nil) == (id == "police-municipale"))
        #expect(regime.averageOverHorizon == nil && regime.rollingDay == nil)
        #expect(regime.agreements.isEmpty)
        #expect(regime.sources.allSatisfy { !$0.source.article.isEmpty && $0.source.level != .local })
        // "En principe le dimanche": a wish, no rule.
        #expect(regime.softSources.map(\.rule) == (isPublic ? [.sundaysOff] : []))
        let sundays = regime.sundaysOff.map { [$0.off, $0.ofSundays] }
        switch id {
        case "fpt", "police-municipale": #expect(sundays == nil && regime.workedDaysPerWeek == nil)
        case "ccn66", "ccn66-temps-partiel": #expect(sundays == [2, 4] && regime.workedDaysPerWeek?.days == 5)
        case "ccn1351", "ccn1351-cycle":
            #expect(sundays == [6, 13] && regime.sundaysOff?.isJoined == true && regime.workedDaysPerWeek?.days == 6)
        case "mineur": #expect(sundays == [1, 1] && regime.workedDaysPerWeek?.days == 5)
        default: #expect(sundays == [1, 1] && regime.workedDaysPerWeek?.days == 6)
        }
        #expect(regime.nightClock.start == (isPublic || id == "mineur" ? 1320 : 1260))
    }

    @Test func anyRuleMayBeMadeStricter() throws {
        let regime = try regime(
            "fpt", "[{id: fpt, rules: {daily_rest: 12h, consecutive_days: 6, maximum_day: {value: 9h30}}}]")
        #expect(regime.dailyRest == DailyRest(minutes: 720, source: RuleSource(level: .local, article: "")))
        #expect(regime.consecutiveDays?.days == 6)
        #expect(regime.maximumDay?.minutes == 570)
        #expect(regime.weeklyRest?.minutes == 2100)
    }

    @Test func aDefaultIsLoosenedByAnAgreement() throws {
        let section = """
            [{id: prive-nuit, rules: {sundays_off: {value: 2, of: 4, agreement: {reference: Accord 12, date: 2026-01-15, scope: médiateurs, expires: 2027-12-31}}, maximum_day: {value: 10h, agreement: {reference: Accord 13, date: 15/01/2026}}}}]
            """
        let regime = try regime("prive-nuit", section)
        #expect(regime.sundaysOff?.off == 2 && regime.sundaysOff?.ofSundays == 4)
        #expect(regime.sundaysOff?.source == RuleSource(level: .default, article: "Accord 12 (2026-01-15)"))
        #expect(regime.maximumDay?.minutes == 600)
        let agreement = try #require(regime.agreements.first { $0.rule == .sundaysOff })
        #expect(agreement.reference == "Accord 12" && agreement.scope == "médiateurs")
        #expect(agreement.expires == CivilDate(year: 2027, month: 12, day: 31))
        #expect(regime.agreements.count == 2)
    }

    @Test func aRuleMayBeSwitchedOffByAnAgreement() throws {
        let section =
            "[{id: prive-jour, rules: {sundays_off: {value: none, agreement: {reference: R3132-5, date: 2020-01-01}}}}]"
        let regime = try regime("prive-jour", section)
        #expect(regime.sundaysOff == nil)
        #expect(regime.agreements.map(\.rule) == [.sundaysOff])
    }

    @Test func looseningWithoutBasisIsAFault() {
        #expect(
            faults("[{id: prive-nuit, rules: {sundays_off: none}}]") == [
                "regimes[0].rules.sundays_off: \"none\" loosens a rule (C. trav. L3132-3) without a recorded agreement"
            ])
        #expect(
            faults("[{id: fpt, rules: {maximum_day: 12h}}]") == [
                "regimes[0].rules.maximum_day: \"12h\" loosens a rule (décret 2000-815 art. 3-I) without a recorded agreement"
            ])
        // The law stays, whatever is signed.
        let law = "[{id: prive-nuit, rules: {weekly_rest: {value: 24h, agreement: {reference: x, date: 2026-01-01}}}}]"
        #expect(faults(law).first?.contains("loosens a rule of law (C. trav. L3132-2)") == true)
        #expect(faults("[{id: prive-nuit, rules: {worked_days_per_week: 7}}]").count == 1)
        // An agreement has its limits.
        let far = "[{id: prive-nuit, rules: {daily_rest: {value: 8h, agreement: {reference: x, date: 2026-01-01}}}}]"
        #expect(faults(far).first?.contains("goes further than an agreement may") == true)
    }

    @Test func anAgreementMustBeInForce() {
        func faults(_ dates: String) -> [String] {
            self.faults("[{id: fpt, rules: {maximum_day: {value: 12h, agreement: {reference: x, \(dates)}}}}]")
                .map { String($0.prefix { $0 != ":" }) }
        }
        #expect(faults("date: 2026-01-01, expires: 2026-10-15") == ["regimes[0].rules.maximum_day.agreement.expires"])
        #expect(faults("date: 2026-10-15") == ["regimes[0].rules.maximum_day.agreement.date"])
        #expect(faults("expires: 2027-10-15") == ["regimes[0].rules.maximum_day.agreement.date"])
        #expect(faults("date: 2026-10-01, expires: 2026-10-31") == [])
    }

    @Test func regimesOfTheFolderComeFirst() throws {
        let file = """
            regimes:
              - {id: maison, name: Maison, base: prive-jour, night_shift: 2h, rules: {daily_rest: 12h, night_forbidden: oui}}
            """
        let regime = try regime("maison", "[{id: maison, rules: {daily_rest: 13h}}]", ["regimes.yaml": file])
        #expect(regime.name == "Maison")
        #expect(regime.dailyRest?.minutes == 780)
        #expect(regime.nightShiftMinutes == 120)
        #expect(regime.nightForbidden != nil)
        #expect(regime.maximumDay?.minutes == 600)
    }

    @Test func aRegimeFromScratchHasOnlyItsOwnRules() throws {
        let regime = try regime(
            "libre",
            "[{id: libre, night_clock: {from: \"23:00\", to: 7h}, rules: {maximum_day: {value: 12h, level: law, article: a}}}]"
        )
        #expect(regime.sources.map(\.rule) == [.maximumDay])
        #expect(regime.nightClock == ClockRange(start: 1380, end: 1860))
        #expect(!regime.breakCountsAsWork)
    }

    /// Whoever reads the id of a supplied regime takes it for its texts.
    @Test(arguments: ["prive-jour", "police-municipale", "mineur"])
    func aSuppliedRegimeStartsFromItself(id: String) throws {
        let section = "[{id: libre, name: Libre}, {id: \(id), base: libre}]"
        let faults = Example.regimeFaults(section)
        #expect(faults.map(\.field) == ["regimes[1].base"] && faults.first?.value == "libre")
        #expect(faults.first?.line != nil && faults.first?.hint.contains("choose another id") == true)
        let french = Example.regimeFaults(section, language: .french).first
        #expect(french?.message == "le régime fourni « \(id) » ne peut pas repartir de « libre »")
        #expect(french?.hint.contains("autre identifiant") == true)
        // Neither from another one of the texts, such as the one that it is supplied from, nor from one made from itself.
        #expect(Example.regimeFaults("[{id: \(id), base: fpt}]").count == 1)
        #expect(Example.regimeFaults("[{id: a, base: \(id)}, {id: \(id), base: a}]").count == 1)
        // Nor in two files.
        let file = "regimes: [{id: libre}, {id: \(id), base: libre}]\n"
        #expect(Example.regimeFaults("[{id: \(id), rules: {daily_rest: 12h}}]", ["regimes.yaml": file]).count == 1)
        let same = try regime(id, "[{id: \(id), base: \(id), rules: {daily_rest: 13h}}]")
        let supplied = try regime(id)
        #expect(same.dailyRest?.minutes == 780 && same.sources.count == supplied.sources.count)
    }

    @Test func aRegimeWithoutTextsIsSaid() throws {
        let warnings = Example.regimeWarnings("[{id: vide, name: Vide}]")
        #expect(warnings.map(\.field) == ["regimes[0].id"] && warnings.first?.value == "vide")
        #expect(warnings.first?.message.hasPrefix("no text of the law is applied to regime \"vide\"") == true)
        #expect(warnings.first?.hint.contains("base: prive-jour") == true)
        let french = Example.regimeWarnings("[{id: vide}]", language: .french)
        #expect(french.first?.message.hasPrefix("aucun texte de loi ne s'applique au régime « vide »") == true)
        #expect(french.first?.line != nil && french.first?.hint.contains("fpt, police-municipale, prive-jour") == true)
        // So it is with one made from it, and once for a regime that the section changes.
        #expect(Example.regimeWarnings("[{id: a}, {id: b, base: a}]").map(\.value) == ["a", "b"])
        let file = ["regimes.yaml": "[{id: a}]\n"]
        #expect(Example.regimeWarnings("[{id: a, rules: {daily_rest: 11h}}]", file).map(\.file) == ["regimes.yaml"])
        // One that leaves its texts behind is as one without any.
        let based = ["regimes.yaml": "[{id: a, base: fpt}, {id: vide}]\n"]
        #expect(Example.regimeWarnings("[{id: a, base: vide}]", based).map(\.value) == ["a", "vide"])
        #expect(Example.regimeWarnings("[{id: a, base: fpt}, {id: b, base: a}, {id: fpt, name: F}]").isEmpty)
        // A base that is unknown is one fault.
        #expect(Example.regimeWarnings("[{id: a, base: fptt}]").isEmpty)
    }

    @Test func publicHolidaysOfTheCalendarAreKnown() throws {
        // October 2026 ends on the eve of All Saints, into which the last service day reaches.
        let scenario = try Example.read().scenario
        #expect(scenario.publicHolidays.map(\.iso) == ["2026-11-01"])
        #expect(faults("[{id: mineur, rules: {public_holidays_off: none}}]").first?.contains("L3164-6") == true)
    }

    @Test func aRuleOnHolidaysWarnsWhereTheCalendarEnds() throws {
        func warnings(_ regime: String, _ year: Int) throws -> [ScenarioIssue] {
            let yaml = Example.yaml.replacing("2026-10", with: "\(year)-10")
            let agents = Example.agents + "X,,regie,mediateur,\(regime),,,,,,,,\n"
            return try Example.read(yaml: yaml, agents: agents).warnings.filter { $0.value == "public_holidays" }
        }
        #expect(try warnings("mineur", 2029).map(\.file) == ["agents.csv"])
        #expect(try warnings("mineur", 2026).isEmpty && warnings("fpt", 2029).isEmpty)
    }

    @Test func faultsInRegimesAreFound() {
        #expect(faults("[{id: a, rules: {daily_rest: longtemps}}]").count == 1)
        #expect(faults("[{id: a, rules: {dayly_rest: 11h}}]").count == 1)
        #expect(faults("[{id: a, base: prive}]").count == 1)
        #expect(faults("[{id: a}, {id: a}]").count == 1)
        #expect(faults("[{id: a, rules: {daily_rest: {value: 11h, level: loi}}}]").count == 1)
        #expect(faults("[{id: fpt, break_counts_as_work: non}]").count == 1)
        #expect(faults("[{id: fpt, night_clock: {from: 23h, to: 6h}}]").count == 1)
        #expect(faults("[{id: a, rules: {sundays_off: {value: 3, of: 2}}}]").count == 1)
    }
}
