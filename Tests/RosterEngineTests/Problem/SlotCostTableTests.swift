import RosterEngine
import RosterModel
import Testing

@Suite struct SlotCostTableTests {
    private static let officer = AgentType(profession: ProfessionID(0))
    private static let mediator = AgentType(profession: ProfessionID(1))
    private static let leader = AgentType(profession: ProfessionID(0), qualifications: ["leader"])

    private static func kind(_ places: [TeamKind.Place]) -> TeamKind {
        TeamKind(id: "k", name: "k", places: places, hours: nil, sectors: nil, countsInSlot: [])
    }

    private static func cost(_ table: SlotCostTable, _ counts: [Int]) -> Int {
        Int(table.cost[position(table, counts)])
    }

    private static func position(_ table: SlotCostTable, _ counts: [Int]) -> Int {
        counts.indices.reduce(0) { $0 + min(counts[$1], table.caps[$1]) * Int(table.strides[$1]) }
    }

    @Test("a lone agent of a kind of two is worth nothing")
    func loneAgent() {
        let table = SlotCostTable(
            needs: [.init(teams: 1, costPerTeam: 10, kinds: [0])],
            kinds: [Self.kind([.init(count: 2, professions: [ProfessionID(1)])])], types: [Self.officer, Self.mediator])
        #expect(Self.cost(table, [0, 0]) == 10)
        #expect(Self.cost(table, [0, 1]) == 10)
        #expect(Self.cost(table, [5, 1]) == 10)
        #expect(Self.cost(table, [0, 2]) == 0)
        #expect(Self.cost(table, [0, 9]) == 0)
        #expect(table.agentsUsed[Self.position(table, [0, 9])] == 2)
        #expect(table.agentsUsed[Self.position(table, [0, 1])] == 0)
        // Half a pair earns half the credit when the search is steered.
        #expect(table.smoothedCost[Self.position(table, [0, 1])] == 5)
    }

    @Test("four officers, a pair wanted and a mission for trios only: the dearer need decides, not the number of teams")
    func formsForLeastCost() {
        let kinds = [
            Self.kind([.init(count: 2, professions: [ProfessionID(0)])]),
            Self.kind([.init(count: 3, professions: [ProfessionID(0)])]),
        ]
        // Two pairs wanted at 10 each, one trio at 30: with four officers one trio (20 left) beats two pairs (30 left).
        let table = SlotCostTable(
            needs: [.init(teams: 2, costPerTeam: 10, kinds: [0]), .init(teams: 1, costPerTeam: 30, kinds: [1])],
            kinds: kinds, types: [Self.officer])
        #expect(Self.cost(table, [4]) == 20)
        #expect(Self.cost(table, [5]) == 10)
        #expect(Self.cost(table, [7]) == 0)
    }

    @Test("a leader is needed in each team, and one agent is in one team only")
    func qualifiedPlaces() {
        let kind = Self.kind([
            .init(count: 1, professions: [ProfessionID(0)], qualifications: ["leader"]),
            .init(count: 1, professions: [ProfessionID(0), ProfessionID(1)]),
        ])
        let table = SlotCostTable(
            needs: [.init(teams: 2, costPerTeam: 7, kinds: [0])], kinds: [kind],
            types: [Self.officer, Self.mediator, Self.leader])
        #expect(Self.cost(table, [2, 2, 0]) == 14)
        #expect(Self.cost(table, [0, 0, 2]) == 7)
        #expect(Self.cost(table, [1, 0, 1]) == 7)
        #expect(Self.cost(table, [1, 1, 2]) == 0)
        #expect(Self.cost(table, [0, 0, 4]) == 0)
    }

    @Test("a team counts for every requirement that accepts its kind")
    func severalRequirements() {
        let kind = Self.kind([.init(count: 2, professions: [ProfessionID(0)])])
        let table = SlotCostTable(
            needs: [.init(teams: 1, costPerTeam: 5, kinds: [0]), .init(teams: 2, costPerTeam: 3, kinds: [0])],
            kinds: [kind], types: [Self.officer])
        #expect(Self.cost(table, [0]) == 11)
        #expect(Self.cost(table, [2]) == 3)
        #expect(Self.cost(table, [4]) == 0)
    }
}
