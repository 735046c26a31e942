import RosterIO
import RosterModel
import Testing

/// One kind of fault, alone in an otherwise sound scenario.
struct FaultCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var yaml: String? = Example.yaml
    var agents: String? = Example.agents
    var others: [String: String] = [:]
    let file: String
    var line: Int?
    let field: String
    /// A passage of the English message.
    let message: String
    /// A passage of the English hint.
    var hint = ""

    /// A passage of the main file replaced.
    static func yaml(
        _ name: String, _ passage: String, _ replacement: String, line: Int, field: String, message: String,
        hint: String = ""
    ) -> FaultCase {
        FaultCase(
            testDescription: name, yaml: Example.yaml(passage, by: replacement), file: "scenario.yaml", line: line,
            field: field, message: message, hint: hint)
    }

    /// A table beside the example.
    static func table(
        _ name: String, _ file: String, _ text: String, line: Int?, field: String, message: String, hint: String = ""
    ) -> FaultCase {
        FaultCase(
            testDescription: name, others: [file: text], file: file, line: line, field: field, message: message,
            hint: hint)
    }

    /// A row of `agents.csv` with the usual columns.
    static func agent(
        _ name: String, _ row: String, field: String, message: String, hint: String = ""
    ) -> FaultCase {
        FaultCase(
            testDescription: name, agents: Example.agents + row + "\n", file: "agents.csv", line: 5, field: field,
            message: message, hint: hint)
    }
}

@Suite struct FaultsTests {
    static let mainFile: [FaultCase] = [
        .yaml(
            "unknown key", "time_zone:", "timezone:", line: 2, field: "timezone", message: "unknown", hint: "time_zone"),
        .yaml(
            "unknown key of an entry", "break: 20", "brake: 20", line: 9, field: "shifts[0].brake", message: "unknown",
            hint: "break"),
        .yaml(
            "missing key", "horizon: {first: 2026-10-01, last: 2026-10-31}", "name: x", line: 1, field: "horizon",
            message: "missing"),
        .yaml(
            "horizon reversed", "last: 2026-10-31", "last: 2026-09-30", line: 1, field: "horizon.last",
            message: "before it starts"),
        .yaml(
            "horizon too long", "last: 2026-10-31", "last: 2028-10-31", line: 1, field: "horizon.last",
            message: "762 days"),
        .yaml(
            "no such date", "first: 2026-10-01", "first: 2026-09-31", line: 1, field: "horizon.first",
            message: "not a date"),
        .yaml(
            "unknown time zone", "Europe/Paris", "Europe/Pari", line: 2, field: "time_zone", message: "unknown",
            hint: "Europe/Paris"),
        .yaml("grid", "grid: 30", "grid: 20", line: 3, field: "grid", message: "not accepted"),
        .yaml("day start off the grid", "\"06:00\"", "\"06:10\"", line: 4, field: "day_start", message: "cannot start"),
        .yaml(
            "duplicate sector", "{id: centre, name: Centre}", "{id: tilleuls}", line: 5, field: "sectors[1].id",
            message: "two sectors"),
        .yaml(
            "unknown neighbour", "neighbours: [centre]", "neighbours: [cnetre]", line: 5,
            field: "sectors[0].neighbours[0]", message: "unknown", hint: "centre"),
        .yaml(
            "id with a blank", "{id: ville}", "{id: la ville}", line: 6, field: "employers[1].id",
            message: "cannot be an id"),
        .yaml(
            "unknown profession of a shift", "professions: [mediateur], start", "professions: [médiateur], start",
            line: 9,
            field: "shifts[0].professions[0]", message: "unknown", hint: "mediateur"),
        .yaml(
            "shift of zero length", "end: \"24:00\"", "end: \"16:00\"", line: 9, field: "shifts[0].end",
            message: "no length"),
        .yaml(
            "shift outside the service day", "end: \"24:00\"", "end: \"31:00\"", line: 9, field: "shifts[0].end",
            message: "leaves the service day", hint: "day_start: \"16:00\""),
        .yaml(
            "unreadable time", "\"24:00\", break", "soir, break", line: 9, field: "shifts[0].end", message: "not a time"
        ),
        .yaml(
            "end and length", "end: \"24:00\"", "end: \"24:00\", length: 8h", line: 9, field: "shifts[0].end",
            message: "both an end and a length"),
        .yaml("neither end nor length", "end: \"24:00\", ", "", line: 9, field: "shifts[0].end", message: "missing"),
        .yaml(
            "break as long as the shift", "break: 20", "break: 480", line: 9, field: "shifts[0].break",
            message: "not shorter"),
        .yaml("negative break", "break: 20", "break: -20", line: 9, field: "shifts[0].break", message: "out of range"),
        .yaml(
            "range without step", "start: \"16:00\"", "start: {from: 16h, to: 17h}", line: 9,
            field: "shifts[0].start.every", message: "missing"),
        .yaml(
            "range reversed", "start: \"16:00\"", "start: {from: 18h, to: 16h, every: 30}", line: 9,
            field: "shifts[0].start.to", message: "before it starts"),
        .yaml(
            "round out of order", "break: 20",
            "round: [{sector: centre, until: 21h}, {sector: tilleuls, until: 20h}]", line: 9,
            field: "shifts[0].round[1].until", message: "does not follow"),
        .yaml(
            "unknown day", "days: [fri, sat]", "days: [fri, samstag]", line: 16,
            field: "requirements[0].needs[1].days[1]", message: "neither a day"),
        .yaml(
            "school holidays without zone", "days: [fri, sat]", "days: [vacances_scolaires]", line: 16,
            field: "requirements[0].needs[1].days[0]", message: "depend on the zone", hint: "calendar"),
        .yaml(
            "code too long", "id: soir, professions", "id: soir, code: SOIR, professions", line: 9,
            field: "shifts[0].code", message: "not accepted"),
        .yaml(
            "kind of no place", "places: [{count: 2, of: [mediateur, educateur]}]", "places: []", line: 11,
            field: "team_kinds[0].places", message: "no place"),
        .yaml(
            "place of no one", "count: 2", "count: 0", line: 11, field: "team_kinds[0].places[0].count",
            message: "not an accepted number"),
        .yaml(
            "need without any team kind", "kinds: [binome]", "kinds: []", line: 15, field: "requirements[0].kinds",
            message: "no team kind"),
        .yaml(
            "unknown team kind", "kinds: [binome]", "kinds: [binomes]", line: 15, field: "requirements[0].kinds[0]",
            message: "unknown", hint: "binome"),
        .yaml(
            "unknown sector of a requirement", "sector: tilleuls", "sector: tileuls", line: 14,
            field: "requirements[0].sector", message: "unknown", hint: "tilleuls"),
        .yaml(
            "need off the grid", "from: \"17:00\"", "from: \"17:10\"", line: 16, field: "requirements[0].needs[0].from",
            message: "not on the grid", hint: "17:00 or 17:30"),
        .yaml(
            "half a team", "teams: 1}, {days", "teams: 1.5}, {days", line: 16, field: "requirements[0].needs[0].teams",
            message: "not an accepted number"),
        .yaml(
            "need of zero length", "to: \"24:00\", teams", "to: \"17:00\", teams", line: 16,
            field: "requirements[0].needs[0].to", message: "starts and ends"),
        .yaml(
            "weight of a requirement", "sector: tilleuls", "weight: -1\n    sector: tilleuls", line: 14,
            field: "requirements[0].weight", message: "not an accepted number"),
        .yaml(
            "negative hour weight", "grid: 30", "hour_weights: [{from: 20h, to: 22h, weight: -2}]", line: 3,
            field: "hour_weights[0].weight", message: "not accepted"),
        .yaml(
            "hour weight too precise", "grid: 30", "hour_weights: [{from: 20h, to: 22h, weight: 1.125}]", line: 3,
            field: "hour_weights[0].weight", message: "not accepted"),
        .yaml(
            "hour weights that overlap", "grid: 30",
            "hour_weights: [{from: 20h, to: 22h, weight: 2}, {from: 21h, to: 23h, weight: 3}]", line: 3,
            field: "hour_weights[1]", message: "overlaps"),
        .yaml(
            "tolerance without unit", "grid: 30", "tolerance: 20", line: 3, field: "tolerance",
            message: "not a length of time"),
        .yaml(
            "pair of one", "grid: 30", "avoid: [{professions: [mediateur, mediateur]}]", line: 3,
            field: "avoid[0].professions", message: "two professions"),
        .yaml(
            "school zone", "grid: 30", "calendar: {zone: D}", line: 3, field: "calendar.zone", message: "does not exist"
        ),
        .yaml(
            "misspelt key of the calendar", "grid: 30", "calendar: {zon: B}", line: 3, field: "calendar.zon",
            message: "unknown", hint: "zone"),
    ]

    static let tables: [FaultCase] = [
        .agent("duplicate agent", "M1,,regie,mediateur,fpt", field: "agents.agent", message: "appears twice"),
        .agent(
            "unknown sector of an agent", "M4,,regie,mediateur,fpt,,,,tilleul", field: "agents.sectors",
            message: "unknown", hint: "tilleuls"),
        .agent(
            "unknown shift of an agent", "M4,,regie,mediateur,fpt,,,,,soire", field: "agents.shifts",
            message: "unknown",
            hint: "soir"),
        .agent("unknown regime", "M4,,regie,mediateur,fpr", field: "agents.regime", message: "unknown", hint: "fpt"),
        .agent("no profession", "M4,,regie,,fpt", field: "agents.profession", message: "empty"),
        .agent(
            "minimum above maximum", "M4,,regie,mediateur,fpt,100,,110", field: "agents.hours_min",
            message: "exceeds the maximum"),
        .agent(
            "unreadable hours", "M4,,regie,mediateur,fpt,beaucoup", field: "agents.hours_max", message: "not a length"),
        .agent(
            "neither yes nor no", "M4,,regie,mediateur,fpt,,,,,,,,peut-être", field: "agents.night_allowed",
            message: "neither yes nor no"),
        .agent(
            "more cells than columns", "M4,,regie,mediateur,fpt,,,,,,,,,x", field: "agents", message: "14 cells for 13"),
        .table(
            "absence that ends before it starts", "absences.csv", "agent,from,to\nM1,2026-10-12,2026-10-10\n", line: 2,
            field: "absences.to", message: "before it starts"),
        .table(
            "absence of an unknown agent", "absences.csv", "agent;du;au\nM9;12/10/2026;13/10/2026\n", line: 2,
            field: "absences.agent", message: "unknown", hint: "M1"),
        .table(
            "absence with a motive", "absences.csv", "agent,from,to,motif\nM1,2026-10-12,2026-10-13,maladie\n", line: 1,
            field: "absences.motif", message: "motive", hint: "health data"),
        .table(
            "absence without column", "absences.csv", "agent,from\nM1,2026-10-12\n", line: 1, field: "absences.to",
            message: "missing"),
        .table(
            "Excel day number", "absences.csv", "agent,from,to\nM1,46307,2026-10-13\n", line: 2, field: "absences.from",
            message: "not a date", hint: "2026-10-12"),
        .table(
            "absence in an hour that exists twice", "absences.csv",
            "agent,from,to\nM1,2026-10-25 02:30,2026-10-25 08:00\n", line: 2, field: "absences.from",
            message: "exists twice", hint: "2026-10-25T02:30+02:00 or 2026-10-25T02:30+01:00"),
        .table("empty table", "absences.csv", "", line: nil, field: "absences", message: "empty"),
        .table("no header", "absences.csv", "x,y\n1,2\n", line: 1, field: "absences", message: "no header"),
        .table(
            "quote that never closes", "absences.csv", "agent,from,to\n\"M1,2026-10-12,2026-10-13", line: 2,
            field: "absences", message: "never closed"),
        .table(
            "pins twice on a day", "pins.csv", "agent,service_day,decision\nM1,2026-10-02,soir\nM1,2026-10-02,off\n",
            line: 3, field: "pins.service_day", message: "already (line 2)"),
        .table(
            "pin outside the horizon", "pins.csv", "agent,service_day,decision\nM1,2026-11-02,soir\n", line: 2,
            field: "pins.service_day", message: "outside the horizon"),
        .table(
            "pin in a sector that is not allowed", "pins.csv",
            "agent,service_day,decision,sector\nM2,2026-10-02,soir,centre\n", line: 2, field: "pins.sector",
            message: "not allowed"),
        .table(
            "pin of an unknown shift", "pins.csv", "agent,service_day,decision\nM1,2026-10-02,nuit\n", line: 2,
            field: "pins.decision", message: "unknown"),
        .table(
            "day off in a sector", "pins.csv", "agent,service_day,decision,sector\nM1,2026-10-02,repos,centre\n",
            line: 2,
            field: "pins.sector", message: "no sector"),
        .table(
            "unknown wish", "wishes.csv", "agent,service_day,wish\nM1,2026-10-02,ofd\n", line: 2, field: "wishes.wish",
            message: "unknown", hint: "off"),
        .table(
            "negative weight of a wish", "wishes.csv", "agent,service_day,wish,weight\nM1,2026-10-02,off,-1\n", line: 2,
            field: "wishes.weight", message: "not accepted"),
        .table(
            "need of an unknown requirement", "needs.csv",
            "requirement,service_day,from,to,teams\npresence,2026-10-02,20:00,22:00,1\n", line: 2,
            field: "needs.requirement", message: "unknown", hint: "presence-tilleuls"),
        .table(
            "need off the grid", "needs.csv",
            "requirement,service_day,from,to,teams\npresence-tilleuls,2026-10-02,20:05,22:00,1\n", line: 2,
            field: "needs.from", message: "not on the grid"),
        .table(
            "history in the horizon", "history.csv", "agent,start,end\nM1,2026-09-30T23:00,2026-10-01T07:00\n", line: 2,
            field: "history.end", message: "reaches into the horizon"),
        .table(
            "history that overlaps itself", "history.csv",
            "agent,start,end\nM1,2026-09-28 16:00,2026-09-28 24:00\nM1,2026-09-28 20:00,2026-09-29 04:00\n", line: 3,
            field: "history.start", message: "overlaps"),
        .table(
            "history reversed", "history.csv", "agent,start,end\nM1,2026-09-28 16:00,2026-09-28 00:00\n", line: 2,
            field: "history.end", message: "before it starts"),
        .table(
            "calendar reversed", "calendar.csv", "du,au,type\n2026-12-25,2026-12-24,public\n", line: 2,
            field: "calendar.date_to_inclusive", message: "before it starts"),
        .table(
            "regime without id", "regimes.yaml", "regimes:\n  - {name: x}\n", line: 2, field: "regimes[0].id",
            message: "missing"),
        .table(
            "no GeoJSON", "sectors.geojson", "{\"type\": \"Feature", line: nil, field: "",
            message: "not readable GeoJSON"),
        FaultCase(
            testDescription: "missing agents", agents: nil, file: "agents.csv", field: "", message: "missing"),
        FaultCase(
            testDescription: "no agent", agents: "agent,employer,profession,regime\n", file: "agents.csv", field: "",
            message: "no agent"),
        FaultCase(
            testDescription: "missing main file", yaml: nil, file: "scenario.yaml", field: "", message: "missing",
            hint: "veilleur init"),
        FaultCase(
            testDescription: "empty main file", yaml: "", file: "scenario.yaml", field: "", message: "empty"),
        FaultCase(
            testDescription: "broken YAML", yaml: "horizon: {first: 2026-10-01\nsectors: [", file: "scenario.yaml",
            line: 2,
            field: "", message: "not readable YAML"),
        FaultCase(
            testDescription: "key given twice", yaml: Example.yaml + "grid: 15\n", file: "scenario.yaml", line: 3,
            field: "grid", message: "twice"),
        FaultCase(
            testDescription: "two main files", others: ["scenario.json": "{}"], file: "scenario.json", field: "",
            message: "both"),
    ]

    @Test(arguments: mainFile + tables) func isFoundAlone(_ fault: FaultCase) throws {
        let errors = Example.issues(yaml: fault.yaml, agents: fault.agents, fault.others).filter {
            $0.severity == .error
        }
        #expect(errors.count == 1, "\(errors.map { "\($0.file):\($0.line ?? 0) \($0.field) \($0.message)" })")
        let error = try #require(errors.first)
        #expect(error.file == fault.file)
        #expect(error.line == fault.line)
        #expect(error.field == fault.field)
        #expect(error.message.contains(fault.message), "\(error.message)")
        #expect(error.hint.contains(fault.hint), "\(error.hint)")
        #expect(!error.expected.isEmpty && !error.hint.isEmpty)
    }

    @Test(arguments: mainFile + tables) func isSaidInBothLanguages(_ fault: FaultCase) {
        let english = Example.issues(yaml: fault.yaml, agents: fault.agents, fault.others)
        let french = Example.issues(yaml: fault.yaml, agents: fault.agents, fault.others, language: .french)
        #expect(english.map(\.field) == french.map(\.field))
        #expect(zip(english, french).allSatisfy { $0.message != $1.message })
    }

    /// The kinds named in the issue, each in another file or section.
    @Test func allFaultsOfSeveralFilesComeInOneRun() {
        let yaml = Example.yaml
            .replacing("kinds: [binome]", with: "kinds: []")
            .replacing("end: \"24:00\"", with: "end: \"16:00\"")
            .replacing("grid: 30", with: "grid: 30\nhour_weights: [{from: 20h, to: 22h, weight: -1}]")
        let agents = Example.agents + "M1,,regie,mediateur,fpt\nM5,,regie,mediateur,fpt,,,,gare\n"
        let absences = """
            agent,from,to
            M2,2026-10-12,2026-10-10
            M3,2026-10-25T02:30,2026-10-26
            """
        let issues = Example.issues(yaml: yaml, agents: agents, ["absences.csv": absences])
        #expect(
            issues.map { "\($0.file):\($0.line ?? 0) \($0.field)" } == [
                "scenario.yaml:4 hour_weights[0].weight", "scenario.yaml:10 shifts[0].end",
                "scenario.yaml:16 requirements[0].kinds", "agents.csv:5 agents.agent", "agents.csv:6 agents.sectors",
                "absences.csv:2 absences.to", "absences.csv:3 absences.from",
            ])
    }

    @Test func aBrokenMainFileDoesNotHideTheTables() {
        let issues = Example.issues(
            yaml: "horizon: [", agents: Example.agents + "M1,,x,y,z\n",
            ["absences.csv": "agent,from,to\nM2,2026-10-12,2026-10-10\nM9,2026-10-12,2026-10-13\n"])
        // Names that the broken file would declare are not judged; agents and dates are.
        #expect(
            issues.map { "\($0.file):\($0.line ?? 0) \($0.field)" } == [
                "scenario.yaml:2 ", "agents.csv:5 agents.agent", "absences.csv:2 absences.to",
                "absences.csv:3 absences.agent",
            ])
    }

    @Test func wrongEncodingIsAFaultOfTheFile() {
        var files = Example.files()
        files.contents["absences.csv"] = [0xEF, 0xBB, 0xBF] + Array("agent,from,to\nM1,".utf8) + [0xE9]
        #expect { try ScenarioReader.read(files: files, language: .french) } throws: { error in
            let issues = (error as? ScenarioError)?.issues ?? []
            return issues.map(\.field) == ["encodage"] && issues.map(\.line) == [2]
                && issues.map(\.file) == ["absences.csv"]
        }
    }

    @Test func personalNamesAreNeverRepeated() {
        let agents = Example.agents + "Jean Dupont,Jean Dupont,regie,mediateur,fpt\n"
        let issues = Example.issues(
            agents: agents,
            [
                "absences.csv":
                    "agent,from,to\nada lovelace,2026-10-12,2026-10-13\nMarie Curie,2026-10-12,2026-10-13\n",
                "pins.csv": "agent,service_day,decision\nAda Lovelace,2026-10-02,off\n",
            ])
        #expect(issues.count == 3 || issues.count == 4)
        let texts = issues.flatMap { [$0.value, $0.message, $0.expected, $0.hint] }
        #expect(!texts.contains { text in ["Dupont", "ovelace", "Curie"].contains(where: text.contains) })
        #expect(issues.contains { $0.hint.contains("M1") })
    }

    @Test func aMissingFolderIsSaid() {
        #expect { try ScenarioReader.read(folder: "/nowhere/at/all", language: .french) } throws: { error in
            (error as? ScenarioError)?.issues.first?.message.contains("n'existe pas") ?? false
        }
    }
}
