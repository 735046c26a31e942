import RosterIO
import RosterModel
import Testing

@Suite struct ScenarioReaderAbsencesTests {
    private func absences(_ rows: String, header: String = "agent,from,to,from_time,to_time") throws -> [Agent.Absence]
    {
        try Example.read(["absences.csv": "\(header)\n\(rows)\n"]).scenario.agents[0].absences
    }

    @Test func wholeDaysAreServiceDaysClippedToTheHorizon() throws {
        #expect(try absences("M1,2026-10-03,2026-10-05,,").map(\.days) == [2..<5])
        #expect(try absences("M1,2026-09-01,2026-10-01,,").map(\.days) == [0..<1])
        #expect(try absences("M1,2026-10-31,2026-12-31,,").map(\.days) == [30..<31])
        #expect(try absences("M1,2026-11-01,2026-12-31,,").isEmpty)
        #expect(try absences("M1,2026-10-03,2026-10-03,,").allSatisfy(\.minutes.isEmpty))
    }

    @Test func timesBlockMinutes() throws {
        // Minute 0 is 06:00 on the 1st.
        #expect(try absences("M1,2026-10-01,2026-10-01,14h,18h30").map(\.minutes) == [480..<750])
        #expect(try absences("M1,2026-10-01T14:00,2026-10-01T18:30,,").map(\.minutes) == [480..<750])
        #expect(try absences("M1,01/10/2026 14h,01/10/2026 18h30,,").map(\.minutes) == [480..<750])
        // A date without time starts or ends with its service day.
        #expect(try absences("M1,2026-10-01,2026-10-01,14h,").map(\.minutes) == [480..<1440])
        #expect(try absences("M1,2026-10-01,2026-10-02,,02h").map(\.minutes) == [0..<1200])
    }

    @Test func anAbsenceWithoutEndHoldsToTheLastDay() throws {
        let (scenario, warnings) = try Example.read(["absences.csv": "agent;du;au\nM1;20/10/2026;\n"])
        #expect(scenario.agents[0].absences.map(\.days) == [19..<31])
        #expect(warnings.map(\.field) == ["absences.to"])
    }

    @Test(arguments: ["motif", "Raison", "type d'absence", "Commentaire", "Certificat maladie", "nature"])
    func columnsThatInviteAMotiveAreRefused(header: String) {
        let issues = Example.issues(["absences.csv": "agent,from,to,\(header)\nM1,2026-10-03,2026-10-05,\n"])
        #expect(issues.map(\.severity) == [.error])
    }

    @Test func otherColumnsAreIgnoredWithAWarning() {
        let issues = Example.issues(["absences.csv": "agent,from,to,saisi_par\nM1,2026-10-03,2026-10-05,x\n"])
        #expect(issues.map(\.severity) == [.warning])
    }

    @Test(
        arguments: [
            ("Dupont", "write the id, never the name"), ("Jean Dupont", "write the id, never the name"),
            ("M7", "known: M1, M2, M3"),
        ])
    func whatMayBeAPersonalNameIsNotRepeated(agent: String, hint: String) throws {
        let issues = Example.issues(["absences.csv": "agent,from,to\n\(agent),2026-10-03,2026-10-05\n"])
        let issue = try #require(issues.first)
        #expect(issues.count == 1 && issue.severity == .error && issue.line == 2)
        #expect(issue.value == (agent == "M7" ? agent : ""))
        #expect(!"\(issue)".contains("Dupont"))
        #expect(issue.hint == hint)
    }
}
