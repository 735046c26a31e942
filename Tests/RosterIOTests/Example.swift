import RosterIO
import RosterModel
import Testing

/// The example of the format: two sectors, two professions, October 2026 (five Thursdays, Fridays and Saturdays, clock
/// change on the night to the 25th).
enum Example {
    static let yaml = """
        horizon: {first: 2026-10-01, last: 2026-10-31}
        time_zone: Europe/Paris
        grid: 30
        day_start: "06:00"
        sectors: [{id: tilleuls, name: Tilleuls, neighbours: [centre]}, {id: centre, name: Centre}]
        employers: [{id: regie, name: Régie de quartier}, {id: ville}]
        professions: [{id: mediateur}, {id: educateur}]
        shifts:
          - {id: soir, professions: [mediateur], start: "16:00", end: "24:00", break: 20}
        team_kinds:
          - {id: binome, places: [{count: 2, of: [mediateur, educateur]}]}
        requirements:
          - id: presence-tilleuls
            sector: tilleuls
            kinds: [binome]
            needs: [{from: "17:00", to: "24:00", teams: 1}, {days: [fri, sat], from: "24:00", to: "26:00", teams: 1}]

        """

    static let agents = """
        agent,name,employer,profession,regime,hours_max,weekly_hours,hours_min,sectors,shifts,qualifications,team,night_allowed
        M1,Ada Lovelace,regie,mediateur,prive-nuit,,35,,tilleuls|centre,,,,
        M2,,regie,mediateur,prive-nuit,120,,,tilleuls,soir,chef,,oui
        M3,,ville,mediateur,fpt,,,,,,,,non

        """

    /// The files of the example, with others put in or taken out.
    static func files(
        yaml: String? = yaml, agents: String? = agents, _ others: [String: String] = [:]
    ) -> ScenarioFiles {
        var contents: [String: [UInt8]] = [:]
        contents["scenario.yaml"] = yaml.map { Array($0.utf8) }
        contents["agents.csv"] = agents.map { Array($0.utf8) }
        for (name, text) in others { contents[name] = Array(text.utf8) }
        return ScenarioFiles(name: "exemple", contents: contents, otherNames: contents.keys.sorted())
    }

    /// The scenario and its doubtful points.
    static func read(
        yaml: String? = yaml, agents: String? = agents, _ others: [String: String] = [:], language: Language = .english
    ) throws -> (scenario: Scenario, warnings: [ScenarioIssue]) {
        try ScenarioReader.read(files: files(yaml: yaml, agents: agents, others), language: language)
    }

    /// All issues, whether the reading fails or not.
    static func issues(
        yaml: String? = yaml, agents: String? = agents, _ others: [String: String] = [:], language: Language = .english
    ) -> [ScenarioIssue] {
        do {
            return try read(yaml: yaml, agents: agents, others, language: language).warnings
        } catch let error as ScenarioError {
            return error.issues
        } catch {
            Issue.record(error)
            return []
        }
    }

    /// Faults of the example with a section `regimes`, without what is only doubtful.
    static func regimeFaults(
        _ regimes: String, _ others: [String: String] = [:], language: Language = .english
    ) -> [ScenarioIssue] { regimeIssues(.error, regimes, others, language: language) }

    /// Doubtful points of the example with a section `regimes`.
    static func regimeWarnings(
        _ regimes: String, _ others: [String: String] = [:], language: Language = .english
    ) -> [ScenarioIssue] { regimeIssues(.warning, regimes, others, language: language) }

    private static func regimeIssues(
        _ severity: ScenarioIssue.Severity, _ regimes: String, _ others: [String: String], language: Language
    ) -> [ScenarioIssue] {
        issues(yaml: yaml("shifts:", by: "regimes: \(regimes)\nshifts:"), others, language: language)
            .filter { $0.severity == severity }
    }

    /// A regime of the example with a section `regimes`, as one agent has it.
    static func regime(_ id: String, _ regimes: String, _ others: [String: String] = [:]) throws -> Regime {
        let people = agents + "X,,regie,mediateur,\(id),,,,,,,,\n"
        let read = try read(yaml: yaml("shifts:", by: "regimes: \(regimes)\nshifts:"), agents: people, others)
        return try #require(read.scenario.regimes.first { $0.id == id })
    }

    /// The example with one passage of the main file replaced.
    static func yaml(_ passage: String, by replacement: String) -> String {
        precondition(yaml.contains(passage), "no \(passage) in the example")
        return yaml.replacing(passage, with: replacement)
    }
}
