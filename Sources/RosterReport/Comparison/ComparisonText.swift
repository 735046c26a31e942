import RosterModel

/// Words and figures of a comparison, shared by page and terminal.
struct ComparisonText {
    let comparison: ScenarioComparison
    let language: Language

    var number: NumberFormat { NumberFormat(language: language) }

    /// The verdict in words.
    func verdict(_ verdict: ComparisonVerdict) -> String {
        switch verdict {
        case .better: language.text("meilleur", "better")
        case .worse: language.text("moins bon", "worse")
        case .indistinguishable: language.text("non distinguable", "not distinguishable")
        }
    }

    /// `[279 h ; 318 h]` in whole minutes.
    func late(_ interval: ProvedInterval) -> String { pair(number.hours(interval.bound), number.hours(interval.best)) }

    /// The same for points, as weighted hours rounded against the claim.
    func points(_ interval: ProvedInterval) -> String {
        pair(
            number.weightedHours(interval.bound, rounding: .down), number.weightedHours(interval.best, rounding: .up))
    }

    private func pair(_ low: String, _ high: String) -> String {
        low == high ? high : "[\(low)\(language == .french ? NumberFormat.space : "");" + " \(high)]"
    }

    /// Late hours gained in the best rosters, with what is proved.
    func gain(_ variant: ComparedCase) -> String { signed(comparison.lateGain(variant).best) }

    /// What the intervals prove of the gain.
    func provedGain(_ variant: ComparedCase) -> String {
        let gain = comparison.lateGain(variant)
        return language.text(
            "de \(signed(gain.least)) à \(signed(gain.most))", "\(signed(gain.least)) to \(signed(gain.most))")
    }

    /// Hours with a sign.
    func signed(_ minutes: Int) -> String { (minutes > 0 ? "+" : "") + number.hours(minutes) }

    /// Contract hours that each late hour gained takes, and euros where the variant says its cost; `–` without a gain.
    func cost(_ variant: ComparedCase) -> String {
        let gain = comparison.lateGain(variant).best
        let paid = variant.contractMinutes - comparison.base.contractMinutes
        guard gain > 0 else { return "–" }
        var parts: [String] = []
        if let cost = variant.cost {
            parts.append(number.ratio(cost * 60, gain, decimals: 0) + NumberFormat.space + "€")
        }
        if paid != 0 {
            parts.append(
                number.ratio(paid, gain, decimals: 1) + NumberFormat.space + language.text("h payées", "paid h"))
        }
        return parts.isEmpty
            ? language.text("sans heures en plus", "no paid hours more") : parts.joined(separator: ", ")
    }

    /// What a reader must know before comparing, empty when nothing.
    func remark(_ variant: ComparedCase) -> String {
        comparison.hasOtherNeeds(variant)
            ? language.text(
                "les besoins diffèrent : ce qui manque n'est pas compté sur la même demande",
                "needs differ: what is missing is not missing of the same demand") : ""
    }

    /// How many variants are proved better on late hours.
    var lead: String {
        let better = comparison.variants.filter { comparison.verdictOnLate($0) == .better }.map(\.name)
        let worse = comparison.variants.filter { comparison.verdictOnLate($0) == .worse }.map(\.name)
        var sentences: [String] = []
        func list(_ names: [String]) -> String { names.joined(separator: " ; ") }
        if !better.isEmpty {
            sentences.append(
                language.text(
                    "Prouvé meilleur pour les heures tardives : \(list(better)).",
                    "Proved better on late hours: \(list(better))."))
        }
        if !worse.isEmpty {
            sentences.append(
                language.text(
                    "Prouvé moins bon : \(list(worse)).", "Proved worse: \(list(worse))."))
        }
        let open = comparison.variants.count - better.count - worse.count
        if open > 0 {
            sentences.append(
                language.text(
                    "\(number.count(open, "variante reste", "variantes restent")) dans la marge de la recherche.",
                    "\(number.count(open, "variant stays", "variants stay")) within the margin of the search."))
        }
        return sentences.joined(separator: " ")
    }
}
