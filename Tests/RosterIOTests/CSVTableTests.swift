import RosterIO
import RosterModel
import Testing

/// Tables as spreadsheets save them, read through a whole scenario.
@Suite struct CSVTableTests {
    private func scenario(agents bytes: [UInt8]) throws -> (scenario: Scenario, warnings: [ScenarioIssue]) {
        var files = Example.files()
        files.contents["agents.csv"] = bytes
        return try ScenarioReader.read(files: files, language: .french)
    }

    @Test(arguments: ["", "sep=;\r\n", "\u{FEFF}"]) func readsAFrenchSpreadsheet(start: String) throws {
        let text = """
            \(start)Matricule;Nom;Employeur;Métier;Régime;Heures hebdo;Secteurs;Nuit autorisée;;
            M1;"Dupont
            Éva";regie;mediateur;prive-nuit;35,5;tilleuls | centre;oui;;
            M2;;regie;mediateur;prive-nuit;;;;;
            ;;;;;;;;;
            """.replacing("\n", with: "\r\n")
        let (scenario, warnings) = try scenario(agents: Array(text.utf8))
        #expect(warnings.isEmpty)
        #expect(scenario.agents[0].name == "Dupont\r\nÉva")
        // 35,5 h × 31 / 7 = 157 h 12 min and a fraction.
        #expect(scenario.agents[0].maximumMinutes == 2130 * 31 / 7)
        #expect(scenario.agents[0].sectors == [SectorID(0), SectorID(1)])
    }

    @Test func readsWindows1252AndUTF16() throws {
        let text = "agent\tnom\temployer\tmétier\trégime\nM1\tÉva\tregie\tmediateur\tfpt\n"
        let latin = text.unicodeScalars.map { UInt8($0.value) }
        #expect(try scenario(agents: latin).scenario.agents[0].name == "Éva")
        let wide: [UInt8] =
            [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try scenario(agents: wide).scenario.agents[0].name == "Éva")
    }

    @Test func skipsTitleRowsWithAWarning() throws {
        let text = "Agents, octobre\n\n" + Example.agents
        let (scenario, warnings) = try scenario(agents: Array(text.utf8))
        #expect(scenario.agents.count == 3)
        #expect(warnings.map(\.line) == [1])
    }

    @Test func doesNotReadUnknownColumns() throws {
        let text = "agent,employer,profession,regime,couleur\nM1,regie,mediateur,fpt,bleu\nM2,regie,mediateur,fpt,\n"
        let (_, warnings) = try scenario(agents: Array(text.utf8))
        #expect(warnings.map(\.field) == ["agents.couleur"])
        #expect(warnings.map(\.severity) == [.warning])
    }
}
