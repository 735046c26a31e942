import RosterModel

extension DutyText.Fault {
    /// What is wrong, what was expected, and what to try.
    func wording(
        _ scenario: Scenario, menu: ShiftLookup, agent: AgentID?
    ) -> (message: Wording, expected: Wording, hint: Wording) {
        let duty = Wording(
            "un poste, des heures comme 18h30-01h, ou un code sans travail",
            "a shift, hours such as 18h30-01h, or a code for no work")
        switch self {
        case .unknown(let text):
            return (
                Wording(
                    "« \(text) » n'est ni un poste du scénario, ni des heures, ni un code sans travail",
                    "\"\(text)\" is no shift of the scenario, no hours and no code for no work"),
                duty, menu.hint(for: text, of: agent)
            )
        case .unknownSector(let text):
            return (
                Noun.sector.unknown(text), Noun.sector.expected,
                Suggestion.hint(for: text, in: scenario.sectors.map(\.id))
            )
        case .contested(let text, let shift):
            let id = scenario[shift].id
            return (
                Wording(
                    "« \(text) » est le code du poste \(id), que cet agent ne fait pas, et aussi un code sans travail",
                    "\"\(text)\" is the code of shift \(id), which this agent does not work, and also a code for no work"
                ),
                Wording("un code qui n'a qu'un sens", "a code with one meaning"),
                Wording(
                    "écrivez RH pour un repos, « \(id) » pour le poste",
                    "write RH for a day off, \"\(id)\" for the shift")
            )
        case .amount(let text):
            return (
                Wording(
                    "« \(text) » ne dit pas quand l'agent travaille", "\"\(text)\" does not say when the agent works"),
                duty,
                Wording(
                    "écrivez les heures de début et de fin, ou le poste", "write start and end, or the shift")
            )
        case .lone(let text):
            return (
                Wording("« \(text) » est une heure seule", "\"\(text)\" is a lone time"), duty,
                Wording("écrivez aussi l'heure de fin : 18h30-01h", "write the end as well: 18h30-01h")
            )
        }
    }
}
