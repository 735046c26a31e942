import RosterModel

/// Words for decisions.
struct DecisionText {
    let scenario: Scenario
    let language: Language

    /// The decision in one line.
    func text(_ decision: ValuedOption.Decision) -> String {
        let number = NumberFormat(language: language)
        func people(_ profession: ProfessionID, _ regime: RegimeID, _ home: SectorID, from start: Int? = nil) -> String
        {
            let words = "\(scenario[profession].name) (\(scenario[regime].id)), \(scenario[home].name)"
            guard let start else { return words }
            return words + language.text(", dès \(number.clock(start))", ", from \(number.clock(start))")
        }
        switch decision {
        case .agent(let profession, let regime, let home, let start):
            return language.text("un agent : ", "one agent: ") + people(profession, regime, home, from: start)
        case .team(let kind, let count, let profession, let regime, let home, let start):
            return language.text(
                "une équipe de \(count) (\(scenario[kind].name)) : ", "a team of \(count) (\(scenario[kind].name)): ")
                + people(profession, regime, home, from: start)
        case .shiftEnd(let shift, let end):
            return language.text(
                "vacation \(shift) décalée jusqu'à \(number.clock(end))",
                "shift \(shift) moved to end at \(number.clock(end))")
        case .agreement(let regime, let rule):
            let name = RuleText(language: language).name(rule)
            return language.text(
                "accord levant « \(name) » (\(scenario[regime].id))",
                "agreement lifting \"\(name)\" (\(scenario[regime].id))")
        case .sector(let profession, let regime, let home, let added):
            return language.text(
                "secteur \(scenario[added].name) ouvert à : ", "sector \(scenario[added].name) opened to: ")
                + people(profession, regime, home)
        }
    }
}
