import RosterIO
import RosterModel
import Testing

/// Rosters that were made in a spreadsheet.
@Suite struct ElsewhereRosterTests {
    private func scenario() throws -> Scenario {
        let yaml = Example.yaml(
            "team_kinds:",
            by: """
                  - {id: ronde, professions: [mediateur], start: 17h, end: 02h, break: 30, round: [{sector: tilleuls, until: "20:30"}, {sector: centre}]}
                team_kinds:
                """)
        return try Example.read(yaml: yaml, agents: Example.agents.replacing(",soir,chef", with: ",,chef")).scenario
    }

    private func read(_ text: String) throws -> (shifts: [WorkedShift], warnings: [ScenarioIssue]) {
        // As Excel writes it: Windows-1252.
        let bytes = text.replacing("\n", with: "\r\n").unicodeScalars.map { UInt8(clamping: $0.value) }
        let result = try RosterCSV.read(bytes, scenario: try scenario(), language: .french)
        return (result.roster.shifts, result.warnings)
    }

    @Test func hoursOfTheServiceDayFollowOneAnotherOverMidnight() throws {
        let scenario = try scenario()
        let (shifts, warnings) = try read(
            """
            Matricule;Nuit du;Début;Fin;Quartier
            M1;05/10/2026;16h30;0h30;Tilleuls
            M1;06/10/2026;01h00;05h15;Tilleuls

            """)
        let axis = scenario.axis
        // 16:30 to 24:30 of the 5th; 25:00 to 29:15 of the 6th.
        #expect(
            shifts.map(\.minutes) == [
                axis.minutes(day: 4, range: ClockRange(start: 990, end: 1470)),
                axis.minutes(day: 5, range: ClockRange(start: 1500, end: 1755)),
            ])
        #expect(shifts.map(\.day) == [4, 5])
        // Shifts that the menu does not have say nothing of their break.
        #expect(warnings.map(\.field) == ["roster.break_minutes"])
    }

    @Test func aShiftAloneSaysHoursBreakAndStays() throws {
        let scenario = try scenario()
        let (shifts, warnings) = try read(
            """
            Matricule;Date;Poste
            M1;24/10/2026;Ronde
            M1;25/10/2026;Repos
            M1;26/10/2026;CA

            """)
        let shift = try #require(shifts.first)
        #expect(shifts.count == 1 && warnings.isEmpty)
        #expect(shift.name == "ronde" && shift.breakMinutes == 30 && shift.day == 23)
        // Until 02:00, which exists twice that night: the menu means the first.
        #expect(scenario.axis.iso(shift.minutes.upperBound) == "2026-10-25T02:00+02:00")
        #expect(shift.stages.map { scenario[$0.sector].id } == ["tilleuls", "centre"])
    }

    @Test func hoursAloneSayTheShift() throws {
        let (shifts, warnings) = try read(
            """
            Matricule;Date;Heure début;Heure fin;Secteur
            M1;05/10/2026;17h;2h;
            M1;06/10/2026;06/10/2026 16:00;06/10/2026 24:00;Centre

            """)
        #expect(shifts.map(\.name) == ["ronde", "soir"])
        #expect(shifts.map(\.breakMinutes) == [30, 20] && warnings.isEmpty)
    }

    @Test func withoutSectorTheHomeIsTakenAndSaid() throws {
        let scenario = try scenario()
        let (shifts, warnings) = try read("Matricule;Date;Poste\nM2;05/10/2026;soir\nM2;06/10/2026;soir\n")
        #expect(shifts.allSatisfy { $0.stages.map(\.sector) == [scenario.agents[1].sectors[0]] })
        #expect(warnings.count == (scenario.agents[1].sectors.count > 1 ? 1 : 0))
    }

    @Test func aTimeThatExistsTwiceIsAskedForUnlessTheMenuSaysIt() throws {
        #expect { try read("Matricule;Date;Début;Fin;Secteur\nM1;24/10/2026;20h;2h30;Centre\n") } throws: { error in
            let issues = (error as? ScenarioError)?.issues ?? []
            return issues.count == 1 && issues[0].message.contains("existe deux fois")
                && issues[0].hint.contains("+02:00") && issues[0].hint.contains("+01:00")
        }
    }
}
