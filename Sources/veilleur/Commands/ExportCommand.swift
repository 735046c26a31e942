import ArgumentParser
import RosterEngine
import RosterIO
import RosterModel

/// Writes the neutral model of a scenario for other solvers.
struct ExportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: Wording.here(
                "Écrit le problème d'un scénario, résolu en jours, créneaux et minutes, pour d'autres solveurs.",
                "Writes the problem of a scenario, resolved to days, slots and minutes, for other solvers."))
    }

    @Argument(help: ArgumentHelp(Wording.here("Dossier du scénario.", "Scenario folder.")))
    var scenario: String

    @Option(help: ArgumentHelp(Wording.here("Modèle à écrire (JSON).", "Model to write (JSON)."), valueName: "file"))
    var model: String

    @OptionGroup var texts: LanguageOptions

    func run() throws {
        let language = texts.language
        try Console.run(language) {
            let file = try OutputTarget(model, language: language)
            let (scenario, warnings) = try ScenarioLoader.load(self.scenario, language: language)
            Console.tell(warnings, language: language)
            var lowered: [AgentID: Int] = [:]
            var stranded: Set<AgentID> = []
            if scenario.agents.contains(where: { $0.minimumMinutes > 0 || !$0.busy.isEmpty })
                || scenario.published != nil || !scenario.pins.isEmpty
            {
                // Which minimums are out of reach, and who has no line, is known as soon as the lines of the agents are.
                let stop = StopFlag()
                stop.raise()
                let plan = try Planner(scenario, parameters: PlanParameters()).plan(clock: { 0 }, stop: stop)
                for (agent, minutes) in plan.loweredMinimums { lowered[agent] = minutes }
                stranded = Set(plan.agentsWithoutLine)
            }
            let left = ModelJSON.leftOut(of: scenario)
            if !left.isEmpty {
                let names = left.joined(separator: ", ")
                Console.tell(
                    language.text(
                        "attention : le modèle ne porte pas toutes les règles ; il y manque : \(names).",
                        "warning: the model does not carry every rule; it leaves out: \(names)."))
            }
            if scenario.pins.contains(where: { $0.acceptedReason != nil }) {
                Console.tell(
                    language.text(
                        "attention : des décisions fixées avec motif accepté ne se comparent pas entre solveurs.",
                        "warning: pins with an accepted reason cannot be compared between solvers."))
            }
            try file.write(ModelJSON.encode(scenario, loweredMinimums: lowered, agentsWithoutLine: stranded))
            Console.show(model + "\n")
        }
    }
}
