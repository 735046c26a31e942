import RosterModel
import RosterReport
import Testing

struct CodesTests {
    @Test(arguments: [
        (["Tilleuls", "Centre"], ["TIL", "CEN"]), (["Secteur 1", "Secteur 12"], ["S1", "S12"]),
        (["Centre", "Centre-gare", "Centre"], ["CEN", "CET", "CER"]), (["Île Saint-Denis"], ["ÎLE"]),
        (["", "", "7"], ["#1", "#2", "#3"]),
    ])
    func `sector codes are short and distinct`(names: [String], codes: [String]) {
        #expect(SectorCodes.codes(for: names) == codes)
    }

    @Test func `sector codes of a metropolis are distinct`() {
        let codes = SectorCodes.codes(for: (1...200).map { "Quartier Saint-\($0 % 7)" })
        #expect(Set(codes).count == 200)
        #expect(codes.allSatisfy { $0.count <= 4 })
    }

    @Test func `hours that share a code get letters`() {
        var town = SmallTown()
        let late = Shift(
            id: "soir@18:00-26:00", name: "Soirée", code: "S", professions: [ProfessionID(0)],
            hours: ClockRange(start: 1080, end: 1560), breakMinutes: 20, days: [true, true, true])
        town.scenario.shifts.append(late)
        let minutes = town.scenario.axis.minutes(day: 2, range: late.hours)
        let worked = WorkedShift(
            agent: AgentID(0), day: 2, name: late.id, minutes: minutes, breakMinutes: 20,
            stages: [WorkedShift.Stage(sector: SectorID(0), minutes: minutes)])
        let codes = ShiftCodes(scenario: town.scenario, roster: Roster(shifts: town.roster.shifts + [worked]))
        #expect(codes.legend.map(\.code) == ["Sa", "Sb"])
        #expect(codes.code(of: worked) == "Sb")
        #expect(ShiftCodes(scenario: town.scenario, roster: town.roster).legend.map(\.code) == ["S"])
    }
}
