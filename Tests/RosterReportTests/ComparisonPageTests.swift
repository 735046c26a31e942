import RosterModel
import RosterReport
import Testing

/// The page and the terminal text of a comparison.
@Suite struct ComparisonPageTests {
    /// A case with an interval of late hours and of weighted hours.
    private static func figures(
        _ name: String, late: (Int, Int), points: (Int, Int), contractHours: Int = 1000, cost: Int? = nil,
        demand: Int = 6_000_000
    ) -> ComparedCase {
        ComparedCase(
            name: name, points: ProvedInterval(bound: points.0 * 6000, best: points.1 * 6000),
            lateMinutes: ProvedInterval(bound: late.0 * 60, best: late.1 * 60), weightedDemand: demand,
            lateRequiredMinutes: 60_000, coreMissingMinutes: 600, nobodyMinutes: 1200,
            levels: LevelValues(
                points: points.1 * 6000, overlapMinutes: 90, unfairnessHundredths: 0, unusedMinutes: 60),
            agents: 10, workedMinutes: 50_000, contractMinutes: contractHours * 60, cost: cost, seconds: 5)
    }

    private static func comparison(_ variants: [ComparedCase]) -> ScenarioComparison {
        ScenarioComparison(
            base: figures("Base <b>", late: (100, 120), points: (200, 230)), variants: variants,
            firstDay: CivilDate(daysSinceEpoch: 20_727), dayCount: 31, isInterrupted: false, seconds: 60)
    }

    // 99 < 100: better; 121 > 120: worse; touching or overlapping intervals say nothing.
    @Test(
        "verdicts follow from the intervals alone",
        arguments: [
            ((80, 99), ComparisonVerdict.better), ((80, 100), .indistinguishable), ((90, 130), .indistinguishable),
            ((120, 140), .indistinguishable), ((121, 140), .worse),
        ])
    func verdicts(_ late: (Int, Int), _ verdict: ComparisonVerdict) {
        let variant = Self.figures("v", late: late, points: (210, 220))
        #expect(Self.comparison([variant]).verdictOnLate(variant) == verdict)
    }

    @Test("gain and cost are those of the best rosters; what is proved stands beside")
    func costs() {
        // 120 − 80 = 40 h gained, 240 contract hours and 8000 € more: 6 paid hours and 200 € each.
        let variant = Self.figures("v", late: (60, 80), points: (100, 110), contractHours: 1240, cost: 8000)
        let text = ComparisonSummary.text(Self.comparison([variant]), language: .french)
        #expect(text.contains("+40 h (de +20 h à +60 h)"))
        #expect(text.contains("200 €, 6,0 h payées"))
        #expect(text.contains("meilleur"))
    }

    @Test("other needs are said, and no cost is given without a gain")
    func remarks() {
        let variant = Self.figures("v", late: (110, 130), points: (210, 240), contractHours: 900, demand: 7_000_000)
        let text = ComparisonSummary.text(Self.comparison([variant]), language: .english)
        #expect(text.contains("needs differ"))
        #expect(text.contains("not distinguishable"))
        #expect(text.contains("For each late hour gained     –\n"))
    }

    @Test(
        "the page escapes names, stands alone and names verdict and interval in both languages",
        arguments: Language.allCases)
    func page(_ language: Language) {
        let variants = [
            Self.figures("Deux <de> plus", late: (60, 80), points: (100, 110)),
            Self.figures("Autre", late: (121, 150), points: (240, 260)),
        ]
        let html = ComparisonPage.html(Self.comparison(variants), language: language)
        #expect(html.contains("Deux &lt;de&gt; plus") && !html.contains("<de>"))
        #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("<script"))
        #expect(html.contains(language.text("meilleur", "better")))
        #expect(html.contains(language.text("moins bon", "worse")))
        #expect(html.contains("lang=\"\(language.rawValue)\""))
    }
}
