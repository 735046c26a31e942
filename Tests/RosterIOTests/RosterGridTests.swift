import RosterIO
import RosterModel
import Testing

/// Rosters of practice as a grid: a row for each agent, a column for each day.
@Suite struct RosterGridTests {
    /// The example with a night, a round, and a shift of educators whose code is also a word for rest.
    static func scenario(names: Bool = true) throws -> Scenario {
        let yaml = Example.yaml(
            "  - {id: soir, professions: [mediateur], start: \"16:00\", end: \"24:00\", break: 20}",
            by: """
                  - {id: soir, code: S, professions: [mediateur], start: "16:00", end: "24:00", break: 20}
                  - {id: nuit, code: N, professions: [mediateur], start: "18:00", end: "26:00", break: 30}
                  - {id: ronde, code: RO, professions: [mediateur], start: 17h, end: 01h, break: 30, round: [{sector: tilleuls, until: "20:30"}, {sector: centre}]}
                  - {id: renfort, code: R, professions: [educateur], start: "14:00", end: "20:00"}
                """)
        let agents = """
            agent,name,employer,profession,regime,sectors
            M1,\(names ? "Ada Lovelace" : ""),regie,mediateur,prive-nuit,tilleuls|centre
            M2,\(names ? "Émilie du Châtelet" : ""),regie,mediateur,prive-nuit,tilleuls
            M3,,ville,mediateur,fpt,
            E1,,ville,educateur,fpt,tilleuls|centre

            """
        return try Example.read(yaml: yaml, agents: agents).scenario
    }

    static func read(
        _ text: String, names: Bool = true, encoding: (String) -> [UInt8] = { Array($0.utf8) }
    ) throws -> (shifts: [String], warnings: [ScenarioIssue]) {
        let scenario = try scenario(names: names)
        let result = try RosterCSV.read(
            encoding(text), file: "pratique.csv", scenario: scenario, language: .french)
        return (result.roster.shifts.map { describe($0, scenario) }, result.warnings)
    }

    /// `M1 01 soir 16:00–24:00 -20 tilleuls`, stays with their ends when there are several.
    private static func describe(_ shift: WorkedShift, _ scenario: Scenario) -> String {
        func clock(_ minute: Int) -> String {
            let clock = scenario.axis.serviceClock(minute, day: shift.day)
            return "\(clock / 60):\(clock % 60 < 10 ? "0" : "")\(clock % 60)"
        }
        let stays = shift.stages.map { stage in
            scenario[stage.sector].id + (shift.stages.count > 1 ? "<\(clock(stage.minutes.upperBound))" : "")
        }
        let name = shift.name.isEmpty ? "-" : shift.name
        return "\(scenario[shift.agent].id) \(shift.day + 1) \(name) "
            + "\(clock(shift.minutes.lowerBound))–\(clock(shift.minutes.upperBound)) p\(shift.breakMinutes) "
            + stays.joined(separator: " ")
    }

    // MARK: Headings

    @Test(
        "days are recognised",
        arguments: [
            "1;2;3", "01;02;03", "01/10;02/10;03/10", "1/10/2026;2/10/2026;3/10/2026", "1/10/26;2/10/26;3/10/26",
            "2026-10-01;2026-10-02;2026-10-03", "2026-10-01 00:00:00;2026-10-02 00:00:00;2026-10-03 00:00:00",
            "jeu 1;ven 2;sam 3", "Jeu.1;Ven.2;Sam.3", "jeu. 01/10;ven. 02/10;sam. 03/10", "J 1;V 2;S 3",
            "01-oct;02-oct;03-oct", "1-oct.-26;2-oct.-26;3-oct.-26", "1 oct. 2026;2 oct. 2026;3 oct. 2026",
            "jeudi 1er octobre;vendredi 2 octobre;samedi 3 octobre", "\"jeudi\n1\";\"vendredi\n2\";\"samedi\n3\"",
            "Thu 1;Fri 2;Sat 3", "Oct 1;Oct 2;Oct 3", "01.10.2026;02.10.2026;03.10.2026",
            // Day numbers of a workbook: 46296 days after 30 December 1899.
            "46296;46297;46298",
        ])
    func daysAreRecognised(headings: String) throws {
        let (shifts, warnings) = try Self.read("Matricule;\(headings)\nM1;N@centre;;S@centre\nM2;;S;\nM3;;;\nE1;;;\n")
        #expect(
            shifts == [
                "M1 1 nuit 18:00–26:00 p30 centre", "M1 3 soir 16:00–24:00 p20 centre",
                "M2 2 soir 16:00–24:00 p20 tilleuls",
            ])
        // The other days have no column, and that is told.
        #expect(warnings.map(\.line) == [1])
        #expect(warnings.first?.message.contains("2026-10-04, 2026-10-05") == true, "\(warnings)")
    }

    @Test func aSheetAsExcelSavesIt() throws {
        let text = """
            Planning octobre 2026;;;;;;
            ;;;;;;
            Matricule;Nom;Métier;J;V;S;Total
            ;;;1;2;3;
            M1;LOVELACE Ada;Médiatrice;S@tilleuls;RH;18h30-01h@centre;2
            M2;;Médiatrice;CA;"N";A;1
            ÉQUIPE DE VILLE;;;;;;
            M3;;;-;;N Tilleuls;1
            E1;;;R@centre;;;1
            Total;;;2;1;2;5
            ;;;;;;
            Légende;;;;;;
            S = soirée;;;;;;
            N;Nuit;;18h-2h;;;

            """
        func excel(_ text: String) -> [UInt8] {
            text.replacing("\n", with: "\r\n").unicodeScalars.map { UInt8(clamping: $0.value) }
        }
        let expected = [
            "M1 1 soir 16:00–24:00 p20 tilleuls", "M1 3 - 18:30–25:00 p0 centre", "M2 2 nuit 18:00–26:00 p30 tilleuls",
            "M3 3 nuit 18:00–26:00 p30 tilleuls", "E1 1 renfort 14:00–20:00 p0 centre",
        ]
        let (shifts, warnings) = try Self.read(text, encoding: excel)
        #expect(shifts == expected)
        // Rows and columns that are not read, days without column, the break of hours outside the menu.
        #expect(warnings.count == 4, "\(warnings)")
        #expect(warnings.contains { $0.message == "lignes non lues : 1, 7, 10, 12–14" }, "\(warnings)")
        #expect(warnings.contains { $0.message == "colonnes non lues : Total" })
        #expect(warnings.contains { $0.field == "F5 · 3" && $0.message.contains("sans pause") })

        // The same with tabs in UTF-16, with commas in UTF-8 with its mark, and with a declared separator.
        let wide: (String) -> [UInt8] = { text in
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        }
        #expect(try Self.read(text.replacing(";", with: "\t"), encoding: wide).shifts == expected)
        let marked: (String) -> [UInt8] = { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }
        #expect(try Self.read(text.replacing(";", with: ","), encoding: marked).shifts == expected)
        let declared = try Self.read("sep=;\n" + text)
        #expect(declared.shifts == expected)
        // The line that declares the separator is no row of the spreadsheet, but a line of the file.
        #expect(declared.warnings.contains { $0.field == "F5 · 3" && $0.line == 6 })
    }

    @Test func agentsAreNamedByIdOrNameInAnyColumn() throws {
        let expected = ["M1 1 nuit 18:00–26:00 p30 centre", "M2 2 nuit 18:00–26:00 p30 tilleuls"]
        for text in [
            // By name, in either order and spelling; name and first name in two columns.
            "Nom;1;2;3\nLovelace Ada;N@centre;;\nÉMILIE DU CHATELET;;N;\n",
            "Prénom;Nom;1;2;3\nAda;Lovelace;N@centre;;\nEmilie;du Châtelet;;N;\n",
            // Without a heading, or with one of the user's own.
            ";1;2;3\nM1;N@centre;;\nM2;;N;\n", "Service;Équipe PM;1;2;3\nJour;m1;N@centre;;\nNuit;M2;;N;\n",
            // The id first, the name where there is none.
            "Agent;Nom;1;2;3\nM1;;N@centre;;\n;Émilie du Châtelet;;N;\n",
            // A sector for the whole row; the cell's own wins.
            "Agent;Secteur;1;2;3\nM1;Tilleuls;N@centre;;\nM2;tilleuls;;N;\n",
            "Agent;Secteur;1;2;3\nM1;Centre;N;;\nM2;;;N;\n",
        ] {
            #expect(try Self.read(text).shifts == expected, "\(text)")
        }
    }

    // MARK: Cells

    @Test(
        "cells say shifts, hours and sectors",
        arguments: [
            ("N", ["nuit 18:00–26:00 p30 tilleuls"]), ("nuit", ["nuit 18:00–26:00 p30 tilleuls"]),
            ("n@centre", ["nuit 18:00–26:00 p30 centre"]), ("N@Centre", ["nuit 18:00–26:00 p30 centre"]),
            ("N Centre", ["nuit 18:00–26:00 p30 centre"]), ("N (centre)", ["nuit 18:00–26:00 p30 centre"]),
            ("\"N\nCentre\"", ["nuit 18:00–26:00 p30 centre"]),
            ("18h30-01h", ["- 18:30–25:00 p0 tilleuls"]), ("18:30-01:00", ["- 18:30–25:00 p0 tilleuls"]),
            ("18h30 – 1h", ["- 18:30–25:00 p0 tilleuls"]), ("de 18h30 à 1h", ["- 18:30–25:00 p0 tilleuls"]),
            ("1830-0100", ["- 18:30–25:00 p0 tilleuls"]), ("18h30/1h", ["- 18:30–25:00 p0 tilleuls"]),
            ("18h30-01h@centre", ["- 18:30–25:00 p0 centre"]), ("18h30 - 01h Centre", ["- 18:30–25:00 p0 centre"]),
            // The hours of a shift of the menu say its name and break.
            ("18h-2h", ["nuit 18:00–26:00 p30 tilleuls"]), ("18h-minuit", ["- 18:00–24:00 p0 tilleuls"]),
            // A shift with other hours keeps its name and break.
            ("S 17h-minuit", ["soir 17:00–24:00 p20 tilleuls"]),
            ("S 17h-1h Centre", ["soir 17:00–25:00 p20 centre"]),
            ("RO", ["ronde 17:00–25:00 p30 tilleuls<20:30 centre<25:00"]),
            (
                "18h-21h / 22h-1h",
                ["- 18:00–21:00 p0 tilleuls", "- 22:00–25:00 p0 tilleuls"]
            ),
            ("\"18h-21h\n22h-1h\"", ["- 18:00–21:00 p0 tilleuls", "- 22:00–25:00 p0 tilleuls"]),
            ("22h-1h@centre + 18h-21h", ["- 18:00–21:00 p0 tilleuls", "- 22:00–25:00 p0 centre"]),
            // Spells that touch are one shift, and here that of the menu.
            ("18h-21h@tilleuls / 21h-2h@centre", ["nuit 18:00–26:00 p30 tilleuls<21:00 centre<26:00"]),
            ("18h-21h / 21h-23h@centre", ["- 18:00–23:00 p0 tilleuls<21:00 centre<23:00"]),
            ("CA / N", ["nuit 18:00–26:00 p30 tilleuls"]),
        ])
    func cells(text: String, expected: [String]) throws {
        #expect(try Self.read("Agent;1;2;3\nM1;\(text);;\n").shifts == expected.map { "M1 1 " + $0 })
    }

    @Test(
        arguments: [
            "", "-", "–", "—", "/", "A", "ABS", "Absent", "ASA", "CA", "CET", "CM", "Congés", "CP", "F", "Férié", "JF",
            "MAL", "off", "RC", "Repos", "RF", "RH", "rtt", "RTT / CA",
        ])
    func codesForNoWork(text: String) throws {
        #expect(try Self.read("Agent;1;2;3\nM1;\(text);;N@centre\n").shifts == ["M1 3 nuit 18:00–26:00 p30 centre"])
    }

    @Test func theShiftWinsOverACodeForNoWork() throws {
        // R is the code of a shift of educators; CA the id of one of theirs.
        #expect(
            try Self.read("Agent;1;2;3\nE1;R@centre;RH;R@centre\n").shifts == [
                "E1 1 renfort 14:00–20:00 p0 centre", "E1 3 renfort 14:00–20:00 p0 centre",
            ])
        let yaml = Example.yaml("id: soir", by: "id: CA")
        let scenario = try Example.read(yaml: yaml, agents: Example.agents.replacing(",soir,", with: ",CA,")).scenario
        let roster = try RosterCSV.read(
            Array("Agent;1;2;3\nM2;CA;R;CA\n".utf8), scenario: scenario, language: .french
        ).roster
        #expect(roster.shifts.map(\.name) == ["CA", "CA"] && roster.shifts.map(\.day) == [0, 2])
    }

    @Test func codesThatAreInitialsOfWeekdaysAreShifts() throws {
        // 1 to 3 October: Thursday, Friday, Saturday.
        #expect(try Self.read("Agent;1;2;3\nM2;S;S;S\n").shifts.count == 3)
        #expect(try Self.read("Agent;J;V;S\n;1;2;3\nM2;S;S;S\n").shifts.count == 3)
    }

    @Test func anHourThatExistsTwiceIsAskedForUnlessItsOffsetOrTheMenuSaysIt() throws {
        let head = "Agent;24/10;25/10;26/10\n"
        #expect { try Self.read(head + "M1;20h-2h30@centre;;\n") } throws: { error in
            let issues = (error as? ScenarioError)?.issues.filter { $0.severity == .error } ?? []
            return issues.count == 1 && issues[0].field == "B2 · 24/10"
                && issues[0].message.contains("existe deux fois")
                && issues[0].hint.contains("2026-10-25T02:30+01:00")
        }
        let scenario = try Self.scenario()
        let roster = try RosterCSV.read(
            Array((head + "M1;20h-2026-10-25T02:30+01:00@centre;;\nM3;N@centre;;\n").utf8), scenario: scenario,
            language: .french
        ).roster
        #expect(
            roster.shifts.map { scenario.axis.iso($0.minutes.upperBound) } == [
                "2026-10-25T02:30+01:00", "2026-10-25T02:00+02:00",
            ])
    }

    @Test func aRosterWithoutSectorTakesTheHomeAndSaysSo() throws {
        let (shifts, warnings) = try Self.read("Agent;1;2;3\nM1;N;N;\nM2;N;N;\n")
        #expect(shifts.allSatisfy { $0.hasSuffix(" tilleuls") } && shifts.count == 4)
        // M2 has but one sector.
        #expect(warnings.contains { $0.message.hasPrefix("2 vacation(s) sans secteur") && $0.field == "B2 · 1" })
        #expect(warnings.contains { $0.message == "agents sans ligne, comptés sans travail : M3, E1" })
    }

    @Test func aListStaysAList() throws {
        // Dates in every row, and a title with one above.
        let (shifts, _) = try Self.read(
            "Édité le;30/09/2026;;\nMatricule;Date;Poste;Secteur\nM1;01/10/2026;N;centre\nM1;02/10/2026;N;centre\n")
        #expect(shifts.count == 2)
    }

    @Test func aPublishedGridIsRead() throws {
        let yaml = Example.yaml("time_zone:", by: "decided_on: 2026-10-15\ntime_zone:")
        let files = Example.files(yaml: yaml, ["published.csv": "Agent;1;2;3\nM2;soir;RH;soir\n"])
        let scenario = try ScenarioReader.read(files: files, language: .english).scenario
        #expect(scenario.published?.roster.shifts.map(\.day) == [0, 2])
        // A variant writes the files anew.
        let variant = try ScenarioVariant.read(
            Array("changes: [{remove_agents: [M3]}]".utf8), file: "moins.yaml", base: files, basePath: "exemple",
            language: .english
        ).variant
        #expect(variant.scenario.published?.roster.shifts.map(\.day) == [0, 2])
    }
}
