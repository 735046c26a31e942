public import RosterModel

/// How much better a lawful plan could be than a roster made elsewhere, in words.
public enum MarginText {
    /// What is known of lawful plans of the scenario.
    public struct Claim: Sendable {
        /// Proved floor of level 1 in points; nil without proof.
        public var points: Int?
        /// Proved floor of missing late team-minutes; nil without proof.
        public var lateMinutes: Int?
        /// What a lawful plan that was found leaves; nil when none was looked for.
        public var found: CoverageReport?
        /// Seconds that were spent looking.
        public var seconds: Double

        /// Describes a claim.
        public init(points: Int?, lateMinutes: Int?, found: CoverageReport? = nil, seconds: Double = 0) {
            self.points = points
            self.lateMinutes = lateMinutes
            self.found = found
            self.seconds = seconds
        }
    }

    /// Lines without line feed.
    ///
    /// - Parameters:
    ///   - coverage: What the roster covers.
    ///   - isLawful: Whether it breaks no rule; the floors speak of lawful rosters only.
    public static func lines(
        _ claim: Claim, coverage: CoverageReport, isLawful: Bool, language: Language
    ) -> [String] {
        let number = NumberFormat(language: language)
        func cover(_ points: Int) -> String {
            number.coverReached(points: points, demand: coverage.weightedDemand)
        }
        var late = language.text(
            "Marge, heures tardives : ce planning laisse \(number.hours(coverage.lateMissingMinutes)) non couvertes",
            "Margin, late hours: this roster leaves \(number.hours(coverage.lateMissingMinutes)) uncovered")
        var weighted = language.text(
            "Marge, couverture pondérée : \(cover(coverage.levels.points)) dans ce planning",
            "Margin, weighted cover: \(cover(coverage.levels.points)) in this roster")
        if let found = claim.found {
            let time = number.duration(claim.seconds)
            late += language.text(
                " ; un planning légal trouvé en \(time) en laisse \(number.hours(found.lateMissingMinutes))",
                "; a lawful plan found in \(time) leaves \(number.hours(found.lateMissingMinutes))")
            weighted += language.text(
                " ; \(cover(found.levels.points)) dans celui qui a été trouvé",
                "; \(cover(found.levels.points)) in the one found")
        }
        late +=
            claim.lateMinutes.map {
                language.text(
                    " ; aucun planning légal ne peut descendre sous \(number.hours($0)).",
                    "; no lawful plan can go below \(number.hours($0)).")
            } ?? language.text(" ; aucun plancher n'est prouvé.", "; no floor is proved.")
        weighted +=
            claim.points.map { bound in
                // The two roundings of one value must not differ.
                if let found = claim.found, found.levels.points <= bound {
                    return language.text(
                        ", et aucun planning légal ne peut faire mieux.", ", and no lawful plan can do better.")
                }
                let possible = number.coverPossible(bound: bound, demand: coverage.weightedDemand)
                return language.text(
                    " ; au plus \(possible) dans tout planning légal.", "; at most \(possible) in any lawful plan.")
            } ?? language.text(" ; aucune limite n'est prouvée.", "; no limit is proved.")
        var lines = [late, weighted]
        if !isLawful {
            lines.append(
                language.text(
                    "Ce planning enfreint des règles : un planning légal peut devoir en laisser davantage.",
                    "This roster breaks rules: a lawful plan may have to leave more."))
        }
        return lines.map { $0.replacing(NumberFormat.space, with: " ") }
    }
}
