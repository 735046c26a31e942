import Foundation
import Testing

/// A shipped scenario with one thing wrong, and what must be said about it.
struct BadScenario: CustomTestStringConvertible, Sendable {
    /// What is done to one file.
    enum Edit: Sendable {
        /// A passage replaced; the fault is where the passage stands.
        case replace(String, String)
        /// A line appended; the fault is there.
        case append(String)
        /// The whole file, with the line of the fault.
        case write([UInt8], line: Int?)
        case remove
    }

    let testDescription: String
    let file: String
    let edit: Edit
    /// Passages of the message: field, value, hint.
    let says: [String]
    /// Whether there is a value to show: not of a file that is missing or unreadable.
    var hasValue = true

    init(_ name: String, _ file: String, _ edit: Edit, says: [String], hasValue: Bool = true) {
        testDescription = name
        self.file = file
        self.edit = edit
        self.says = says
        self.hasValue = hasValue
    }

    static func table(_ lines: String...) -> Edit {
        .write(Array(lines.map { $0 + "\n" }.joined().utf8), line: lines.count)
    }

    static let all: [BadScenario] = [
        BadScenario(
            "unknown sector", "agents.csv",
            .replace("municipale,104,,,centre|tilleuls", "municipale,104,,,centre|tileuls"),
            says: ["agents.sectors", "tileuls", "« tilleuls »"]),
        BadScenario(
            "absence that ends before it starts", "absences.csv",
            .replace("med-01,2026-10-14,2026-10-15", "med-01,2026-10-15,2026-10-14"),
            says: ["absences.to", "2026-10-14", "échangez les deux dates"]),
        BadScenario(
            "duplicate agent", "agents.csv", .append("med-04,,regie,mediateur,prive-nuit,120,,,centre,,,,"),
            says: ["agents.agent", "med-04", "deux fois"]),
        BadScenario(
            "shift of zero length", "scenario.yaml",
            .replace("start: \"14:00\", end: \"22:00\"", "start: \"14:00\", end: \"14:00\""),
            says: ["shifts[0].end", "14:00", "24:00"]),
        BadScenario(
            "need without any team kind", "scenario.yaml",
            .replace("    kinds: [binome-mediation, binome-mixte, patrouille-pm]\n", "    kinds: []\n"),
            says: ["requirements[1].kinds", "au moins un type d'équipe"]),
        BadScenario(
            "absence from an hour that the clock skips", "absences.csv",
            .append("pol-01,2026-03-29 02:30,2026-03-29 08:00"),
            says: ["absences.from", "2026-03-29 02:30", "2026-03-29T03:30+02:00"]),
        BadScenario(
            "absence from an hour that exists twice", "absences.csv",
            .append("pol-01,2026-10-25 02:30,2026-10-25 08:00"),
            says: ["absences.from", "2026-10-25 02:30", "2026-10-25T02:30+01:00"]),
        BadScenario(
            "negative weight of a requirement", "scenario.yaml",
            .replace("    sector: tilleuls\n    kinds", "    weight: -1\n    sector: tilleuls\n    kinds"),
            says: ["requirements[0].weight", "-1", "0 à 1000"]),
        BadScenario(
            "negative weight of an hour", "scenario.yaml",
            .replace(
                "grid: 30\n", "hour_weights: [{from: \"20:00\", to: \"22:00\", weight: -2}]\ngrid: 30\n"),
            says: ["hour_weights[0].weight", "-2", "négatif"]),
        BadScenario(
            "missing table", "agents.csv", .remove, says: ["le fichier agents.csv manque", "veilleur init"],
            hasValue: false),
        BadScenario(
            "missing main file", "scenario.yaml", .remove, says: ["le fichier scenario.yaml manque", "veilleur init"],
            hasValue: false),
        BadScenario(
            "broken YAML", "scenario.yaml",
            .replace("time_zone: Europe/Paris\n", " time_zone: Europe/Paris\n"),
            says: ["n'est pas du YAML", "crochets"], hasValue: false),
        BadScenario(
            "wrong encoding", "agents.csv", .write([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe, 0x81, 0], line: 1),
            says: ["encodage", "UTF-8"], hasValue: false),
        BadScenario(
            "unknown key", "scenario.yaml", .replace("time_zone: Europe/Paris\n", "timezone: Europe/Paris\n"),
            says: ["timezone", "« time_zone »"]),
        BadScenario(
            "unknown profession", "agents.csv", .replace("prevention,educateur,", "prevention,eductaeur,"),
            says: ["agents.profession", "eductaeur", "« educateur »"]),
        BadScenario(
            "horizon reversed", "scenario.yaml", .replace("last: 2026-10-31}", "last: 2026-09-30}"),
            says: ["horizon.last", "2026-09-30", "échangez les deux dates"]),
        BadScenario(
            "pin against an absence", "pins.csv",
            table("agent,service_day,decision", "med-01,2026-10-14,med-soiree"),
            says: ["pins.service_day", "2026-10-14", "reason"]),
        BadScenario(
            "two pins on one day", "pins.csv",
            table("agent,service_day,decision", "med-01,2026-10-02,med-soiree", "med-01,2026-10-02,off"),
            says: ["pins.service_day", "2026-10-02", "supprimez l'une des deux lignes"]),
        BadScenario(
            "pinned shift that is not worked that day", "pins.csv",
            table("agent,service_day,decision", "med-01,2026-10-05,med-tard"),
            says: ["2026-10-05"]),
        BadScenario(
            "hours that are no number", "agents.csv",
            .replace("regie,mediateur,prive-nuit,120", "regie,mediateur,prive-nuit,beaucoup"),
            says: ["agents.hours_max", "beaucoup", "7h30"]),
        BadScenario(
            "no such date", "absences.csv", .replace("2026-10-19,2026-10-24", "2026-10-19,2026-10-34"),
            says: ["absences.to", "2026-10-34", "25/10/2026"]),
        BadScenario(
            "no such time", "scenario.yaml", .replace("end: \"21:00\"", "end: \"21:70\""),
            says: ["shifts[5].end", "21:70", "18h30"]),
        BadScenario(
            "history that overlaps", "history.csv",
            table(
                "agent,start,end", "pol-01,2026-09-29T17:00+02:00,2026-09-30T01:00+02:00",
                "pol-01,2026-09-29T22:00+02:00,2026-09-30T04:00+02:00"),
            says: ["history.start", "2026-09-29T22:00+02:00", "ligne 2"]),
        BadScenario(
            "unknown regime", "agents.csv", .replace("policier,police-municipale", "policier,ftp"),
            says: ["agents.regime", "ftp", "« fpt »"]),
        BadScenario(
            "requirement with an unknown kind", "scenario.yaml",
            .replace(
                "    kinds: [binome-mediation, binome-mixte, patrouille-pm]\n", "    kinds: [binome-mediatoin]\n"),
            says: ["requirements[1].kinds[0]", "binome-mediatoin", "« binome-mediation »"]),
        BadScenario(
            "need off the grid", "scenario.yaml",
            .replace("{from: \"20:00\", to: \"24:00\", teams: 1}", "{from: \"20:10\", to: \"24:00\", teams: 1}"),
            says: ["requirements[1].needs[0].from", "20:10", "20:00 ou 20:30"]),
        BadScenario(
            "grid that does not fit", "scenario.yaml", .replace("grid: 30\n", "grid: 45\n"),
            says: ["grid", "45", "15, 30 ou 60"]),
        BadScenario(
            "absence with a motive", "absences.csv",
            .write(Array("agent,from,to,motif\npol-02,2026-10-19,2026-10-24,maladie\n".utf8), line: 1),
            says: ["absences.motif", "santé"]),
        BadScenario(
            "rule of work loosened without agreement", "scenario.yaml",
            .replace("grid: 30\n", "regimes: [{id: fpt, rules: {daily_rest: 8}}]\ngrid: 30\n"),
            says: ["regimes[0].rules.daily_rest", "8", "accord"]),
    ]

    /// Applies the edit to a scenario folder.
    ///
    /// - Returns: The line of the fault, where there is one.
    func apply(to folder: URL) throws -> Int? {
        let url = folder.appendingPathComponent(file)
        func text() throws -> String { try String(contentsOf: url, encoding: .utf8) }
        switch edit {
        case .replace(let old, let new):
            let before = try text()
            let place = try #require(before.range(of: old), "no \(old) in \(file)")
            try Data(before.replacingCharacters(in: place, with: new).utf8).write(to: url)
            // Where the passage differs.
            let kept = new.commonPrefix(with: old)
            return (before[..<place.lowerBound] + kept).count { $0 == "\n" } + 1
        case .append(let line):
            let before = try text()
            try Data((before + line + "\n").utf8).write(to: url)
            return before.count { $0 == "\n" } + 1
        case .write(let bytes, let line):
            try Data(bytes).write(to: url)
            return line
        case .remove:
            try FileManager.default.removeItem(at: url)
            return nil
        }
    }
}

@Suite struct BadScenarioTests {
    @Test(arguments: BadScenario.all)
    func faultIsToldWithItsPlaceAndNothingIsTouched(_ bad: BadScenario) throws {
        let workshop = try Workshop()
        let scenario = try workshop.copyWithNames()
        let line = try bad.apply(to: scenario)
        try SharedPlan.copy(to: workshop)
        let before = try workshop.contents("resultat")

        let plan = try workshop.run("plan", scenario.path, "--output", workshop.path("resultat"), "--work", "1000")
        #expect(plan.exitCode == 2)
        #expect(plan.output.isEmpty)
        #expect(try workshop.contents("resultat") == before)

        // One paragraph an issue: place and message, then value, expectation, hint.
        let place = bad.file + (line.map { ":\($0)" } ?? "")
        let paragraph = try #require(
            paragraphs(plan.errors).first { $0.hasPrefix("\(place) ") && $0.contains(" : erreur : ") },
            "\(place): \(plan.errors)")
        for passage in bad.says { #expect(paragraph.contains(passage), "\(passage): \(paragraph)") }
        if bad.hasValue { #expect(paragraph.contains("\n    valeur trouvée : "), "\(paragraph)") }
        #expect(paragraph.contains("\n    attendu : "))
        #expect(paragraph.contains("\n    conseil : "))
        #expect(plan.errors.contains("rien n'a été écrit."))
        #expect(!plan.errors.contains(Workshop.familyName))

        let validate = try workshop.run("validate", scenario.path)
        #expect(validate.exitCode == 2)
        #expect(validate.errors == plan.errors)

        let fresh = try workshop.run("plan", scenario.path, "--output", workshop.path("nouveau"), "--work", "1000")
        #expect(fresh.exitCode == 2)
        #expect(try workshop.names == ["scenario", "resultat"])
    }

    @Test func faultsOfAllFilesAreToldInOneRun() throws {
        let workshop = try Workshop()
        let scenario = try workshop.copyWithNames()
        let chosen = [
            "need without any team kind", "duplicate agent", "absence that ends before it starts",
            "two pins on one day",
            "history that overlaps",
        ]
        let places = try BadScenario.all.filter { chosen.contains($0.testDescription) }
            .map { bad in try "\(bad.file):\(bad.apply(to: scenario) ?? 0) " }
        #expect(places.count == chosen.count)
        let validate = try workshop.run("validate", scenario.path)
        #expect(validate.exitCode == 2)
        for place in places { #expect(validate.errors.contains(place), "\(place): \(validate.errors)") }
        #expect(validate.errors.contains("5 erreurs"))
        #expect(!validate.errors.contains(Workshop.familyName))
    }

    @Test func folderThatDoesNotExistIsAFault() throws {
        let workshop = try Workshop()
        let plan = try workshop.run("plan", workshop.path("nulle-part"), "--output", workshop.path("resultat"))
        #expect(plan.exitCode == 2)
        #expect(plan.errors.contains("nulle-part"))
        #expect(plan.errors.contains("conseil : "))
        #expect(try workshop.names.isEmpty)
    }

    @Test func unlawfulPinsAreFaultsOfTheInput() throws {
        let workshop = try Workshop()
        let scenario = try workshop.copyWithNames()
        // Ten evenings in a row leave no weekly rest.
        let pins = (5...18).map { String(format: "pol-01,2026-10-%02d,pm-soiree\n", $0) }.joined()
        try workshop.write("agent,service_day,decision\n" + pins, to: "scenario/pins.csv")
        let plan = try workshop.run("plan", scenario.path, "--output", workshop.path("resultat"), "--work", "1000")
        #expect(plan.exitCode == 2)
        #expect(plan.errors.contains("pins.csv:2"))
        #expect(plan.errors.contains("pol-01"))
        #expect(plan.errors.contains("2026-10-05 ligne 2, 2026-10-06 ligne 3"))
        #expect(plan.errors.contains("conseil : "))
        #expect(!plan.errors.contains(Workshop.familyName))
        #expect(try workshop.names == ["scenario"])
    }

    /// Paragraphs of issues: a line and the indented ones after it.
    private func paragraphs(_ text: String) -> [String] {
        text.split(separator: "\n").reduce(into: []) { result, line in
            if line.hasPrefix("    "), !result.isEmpty {
                result[result.count - 1] += "\n" + line
            } else {
                result.append(String(line))
            }
        }
    }
}
