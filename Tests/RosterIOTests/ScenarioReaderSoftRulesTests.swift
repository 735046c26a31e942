import RosterIO
import RosterModel
import Testing

/// Rules of level `soft`: wishes beside the rules that bind.
@Suite struct ScenarioReaderSoftRulesTests {
    /// The last of the regimes `a`, `b`, …, each given by its rules and based on the one before; the first has no base.
    private func text(_ rules: [String]) -> String {
        let names = ["a", "b", "c"]
        let entries = rules.enumerated().map { number, rules in
            "{id: \(names[number]), \(number == 0 ? "" : "base: \(names[number - 1]), ")rules: {\(rules)}}"
        }
        return Example.yaml("shifts:", by: "regimes: [\(entries.joined(separator: ", "))]\nshifts:")
    }

    private func regime(_ rules: String...) throws -> Regime {
        let agents = Example.agents + "X,,regie,mediateur,\(["a", "b", "c"][rules.count - 1]),,,,,,,,\n"
        return try #require(try Example.read(yaml: text(rules), agents: agents).scenario.regimes.last)
    }

    private func issues(_ rules: String..., language: Language = .english) -> [ScenarioIssue] {
        Example.issues(yaml: text(rules), language: language).filter { $0.severity == .error }
    }

    private static let rest = "daily_rest: {value: 11h, level: law, article: L3131-1}"

    @Test func aWishIsNoRuleInForce() throws {
        let regime = try regime("consecutive_days: {value: 6, level: soft, article: charte art. 4}")
        #expect(regime.consecutiveDays == nil && regime.sources.isEmpty)
        let source = RuleSource(level: .soft, article: "charte art. 4")
        #expect(regime.wished?.consecutiveDays == ConsecutiveDays(days: 6, source: source))
        #expect(regime.softSources.map(\.rule) == [.consecutiveDays] && regime.softSources.map(\.source) == [source])
    }

    @Test func aStricterWishStandsBesideTheRule() throws {
        let regime = try regime(Self.rest, "daily_rest: {value: 12h, level: soft, article: charte}")
        #expect(regime.dailyRest?.minutes == 660 && regime.dailyRest?.source.level == .law)
        #expect(regime.wished?.dailyRest?.minutes == 720)
        // The rest of the regime as wished is the regime.
        #expect(regime.softSources.map(\.rule) == [.dailyRest])
    }

    @Test(arguments: ["11h", "10h"])
    func lawNeverBecomesAWish(value: String) throws {
        let found = issues(Self.rest, "daily_rest: {value: \(value), level: soft, article: charte}")
        #expect(found.count == 1)
        let issue = try #require(found.first)
        #expect(issue.message == "a rule of law (L3131-1) would become a mere wish")
        #expect(issue.field == "regimes[1].rules.daily_rest.level" && issue.value == "soft" && issue.line != nil)
        #expect(issue.file == "scenario.yaml")
        // An agreement does not help.
        let signed = "daily_rest: {value: \(value), level: soft, agreement: {reference: x, date: 2026-01-01}}"
        #expect(issues(Self.rest, signed).count == 1)
        #expect(issues(Self.rest, signed, language: .french).first?.message.contains("simple souhait") == true)
    }

    @Test func packRulesOfLawAreMeantAsWell() {
        let yaml = Example.yaml(
            "shifts:",
            by: "regimes: [{id: prive-nuit, rules: {worked_days_per_week: {value: 6, level: soft}}}]\nshifts:")
        #expect(Example.issues(yaml: yaml).map(\.field) == ["regimes[0].rules.worked_days_per_week.level"])
    }

    @Test func aDefaultBecomesAWishByAgreementOnly() throws {
        let off = "sundays_off: {value: 1, of: 1, level: default, article: L3132-3}"
        let wish = "value: 1, of: 1, level: soft, article: L3132-3"
        #expect(
            issues(off, "sundays_off: {\(wish)}").map(\.message) == [
                "\"soft\" loosens a rule (L3132-3) without a recorded agreement"
            ])
        let signed = "agreement: {reference: R3132-5, date: 2020-01-01}"
        let regime = try regime(off, "sundays_off: {\(wish), \(signed)}")
        #expect(regime.sundaysOff == nil && regime.wished?.sundaysOff?.off == 1)
        #expect(regime.agreements.map(\.rule) == [.sundaysOff])
        // Where an agreement has its limits, the rule cannot go altogether.
        let limited = "daily_rest: {value: 11h, limit: 9h, level: default, article: L3131-1}"
        let far = "daily_rest: {value: 11h, level: soft, \(signed)}"
        #expect(issues(limited, far).first?.message.contains("goes further than an agreement may") == true)
    }

    @Test func aChoiceOfTheTownBecomesAWishAndTheLawBeneathItStays() throws {
        let free = try regime("consecutive_days: 6", "consecutive_days: {value: 6, level: soft}")
        #expect(free.consecutiveDays == nil && free.wished?.consecutiveDays?.days == 6)
        let bound = try regime(Self.rest, "daily_rest: 13h", "daily_rest: {value: 12h, level: soft}")
        #expect(bound.dailyRest?.minutes == 660 && bound.dailyRest?.source.level == .law)
        #expect(bound.wished?.dailyRest?.minutes == 720)
        #expect(issues(Self.rest, "daily_rest: 13h", "daily_rest: {value: 11h, level: soft}").count == 1)
    }

    /// A stricter choice of the town between the law and a looser value opens no way round the law.
    @Test func aLocalRuleIsLoosenedNoFurtherThanTheTextsBeneathIt() throws {
        let between = try regime(Self.rest, "daily_rest: 13h", "daily_rest: 12h")
        #expect(between.dailyRest == DailyRest(minutes: 720, source: RuleSource(level: .local, article: "")))
        let back = try regime(Self.rest, "daily_rest: 13h", "daily_rest: 11h")
        #expect(back.dailyRest == DailyRest(minutes: 660, source: RuleSource(level: .law, article: "L3131-1")))
        for looser in ["10h", "none"] {
            let found = issues(Self.rest, "daily_rest: 13h", "daily_rest: \(looser)")
            #expect(found.count == 1 && found.first?.message.contains("loosens a rule of law (L3131-1)") == true)
        }
        let day = "maximum_day: {value: 10h, limit: 12h, level: default, article: L3121-18}"
        #expect(issues(day, "maximum_day: 9h", "maximum_day: 11h").count == 1)
        let signed = "agreement: {reference: Accord 4, date: 2026-01-01}"
        let agreed = try regime(day, "maximum_day: 9h", "maximum_day: {value: 11h, \(signed)}")
        #expect(agreed.maximumDay?.minutes == 660)
        #expect(agreed.maximumDay?.source == RuleSource(level: .default, article: "Accord 4 (2026-01-01)"))
        #expect(issues(day, "maximum_day: 9h", "maximum_day: {value: 13h, \(signed)}").count == 1)
    }

    @Test func aRuleAsStrictTakesThePlaceOfAWish() throws {
        let wish = "consecutive_days: {value: 6, level: soft}"
        #expect(try regime(wish, "consecutive_days: 6").wished == nil)
        #expect(try regime(wish, "consecutive_days: 5").wished == nil)
        // A looser one leaves it.
        let looser = try regime(wish, "consecutive_days: 8")
        #expect(looser.consecutiveDays?.days == 8 && looser.wished?.consecutiveDays?.days == 6)
        #expect(try regime(wish, "consecutive_days: {value: none, level: soft}").wished == nil)
        #expect(try regime(wish, "consecutive_days: none").wished == nil)
    }

    @Test func cityAgentsKeepTheWishOfTheirSunday() throws {
        let section = "regimes: [{id: fpt, rules: {sundays_off: {value: 1, of: 2}}}]\nshifts:"
        let regimes = try Example.read(yaml: Example.yaml("shifts:", by: section)).scenario.regimes
        let city = try #require(regimes.first { $0.id == "fpt" })
        #expect(city.sundaysOff?.ofSundays == 2 && city.wished?.sundaysOff?.ofSundays == 1)
        #expect(city.softSources.map(\.source.article) == ["décret 2000-815 art. 3-I"])
    }
}
