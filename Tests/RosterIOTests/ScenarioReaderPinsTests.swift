import RosterIO
import RosterModel
import Testing

@Suite struct ScenarioReaderPinsTests {
    @Test func pinsAreRead() throws {
        let pins = """
            Agent;Jour;Poste;Secteur;Motif
            M1;02/10/2026;soir;centre;
            M2;02/10/2026;repos;;
            M3;03/10/2026;soir;;
            """
        let list = try Example.read(["pins.csv": pins]).scenario.pins
        #expect(
            list == [
                Pin(agent: AgentID(0), day: 1, decision: .work(ShiftID(0), SectorID(1))),
                Pin(agent: AgentID(1), day: 1, decision: .off),
                Pin(agent: AgentID(2), day: 2, decision: .work(ShiftID(0), nil)),
            ])
        #expect(list.map(\.line) == [2, 3, 4])
    }

    @Test func anAcceptedReasonAllowsABreach() throws {
        let rows = "M2,2026-10-02,soir,centre,décision du 1er octobre"
        let text = "agent,service_day,decision,sector,reason\n\(rows)\n"
        let pin = try Example.read(["pins.csv": text]).scenario.pins[0]
        #expect(pin.acceptedReason == "décision du 1er octobre")
        #expect(Example.issues(["pins.csv": text.replacing(",décision du 1er octobre", with: ",")]).count == 1)
    }

    @Test func aPinMustBeAmongWhatTheAgentMayDo() {
        let yaml = Example.yaml(
            "break: 20}",
            by: """
                break: 20, days: [fri]}
                  - {id: rue, professions: [educateur], start: 15h, end: 22h}
                  - {id: choix, professions: [mediateur], start: {from: 16h, to: 17h, every: 60}, end: 24h}
                  - {id: ronde, professions: [mediateur], start: 16h, end: 24h, round: [{sector: tilleuls, until: 20h}, {sector: centre}]}
                """)
        let absences = "agent,from,to,from_time,to_time\nM1,2026-10-09,2026-10-09,,\nM1,2026-10-16,2026-10-16,20h,21h\n"
        func messages(_ row: String) -> [String] {
            Example.issues(
                yaml: yaml, agents: Example.agents.replacing(",soir,chef", with: ",,chef"),
                ["absences.csv": absences, "pins.csv": "agent,service_day,decision,sector,reason\n\(row)\n"]
            ).map { "\($0.field) \($0.message)" }
        }
        #expect(messages("M1,2026-10-02,soir,,") == [])
        #expect(messages("M1,2026-10-03,soir,,") == ["pins.decision shift \"soir\" does not exist on 2026-10-03"])
        #expect(messages("M1,2026-10-02,rue,,") == ["pins.decision shift \"rue\" is not allowed to agent M1"])
        #expect(messages("M1,2026-10-02,choix,,") == ["pins.decision shift \"choix\" has several possible hours"])
        #expect(messages("M1,2026-10-02,choix@16:00-24:00,,") == [])
        #expect(messages("M1,2026-10-02,choix@15:00-24:00,,").count == 1)
        #expect(messages("M1,2026-10-02,ronde,centre,") == ["pins.sector a round has sectors of its own"])
        #expect(messages("M2,2026-10-02,ronde,,") == ["pins.sector sector \"centre\" is not allowed to agent M2"])
        #expect(messages("M1,2026-10-09,soir,,") == ["pins.service_day agent M1 is absent on 2026-10-09"])
        #expect(messages("M1,2026-10-16,soir,,") == ["pins.service_day agent M1 is absent on 2026-10-16"])
    }
}
