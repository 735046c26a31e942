import ArgumentParser
import RosterModel

/// Reads a scenario and tells all its faults.
struct ValidateCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "validate",
            abstract: Wording.here(
                "Lit un dossier de scénario et dit toutes ses fautes.",
                "Reads a scenario folder and tells all its faults."))
    }

    @Argument(help: ArgumentHelp(Wording.here("Dossier du scénario.", "Scenario folder.")))
    var scenario: String

    @OptionGroup var texts: LanguageOptions

    func run() throws {
        let language = texts.language
        try Console.run(language) {
            let (scenario, warnings) = try ScenarioLoader.load(self.scenario, language: language)
            Console.tell(warnings, language: language)
            let (agents, sectors) = (scenario.agents.count, scenario.sectors.count)
            let hours = scenario.weightedDemand / 6000
            Console.show(
                language.text(
                    "\(scenario.name) : données valides. \(agents) agents, \(sectors) secteurs, "
                        + "\(scenario.axis.dayCount) nuits, \(scenario.shifts.count) vacations au menu, "
                        + "\(scenario.requirements.count) besoins, \(hours) h pondérées demandées.\n",
                    "\(scenario.name): valid data. \(agents) agents, \(sectors) sectors, "
                        + "\(scenario.axis.dayCount) nights, \(scenario.shifts.count) shifts on the menu, "
                        + "\(scenario.requirements.count) requirements, \(hours) weighted hours asked.\n"))
        }
    }
}
