import RosterModel

/// Finds shifts of the menu by what a roster made elsewhere calls them.
struct ShiftLookup {
    private let scenario: Scenario
    private let positions: [String: [ShiftID]]

    init(_ scenario: Scenario) {
        self.scenario = scenario
        var positions: [String: [ShiftID]] = [:]
        for (index, shift) in scenario.shifts.enumerated() {
            for key in Set([shift.id, shift.name, shift.code].map(Folding.key)) {
                positions[key, default: []].append(ShiftID(index))
            }
        }
        self.positions = positions
    }

    /// Shifts with this id, else those with this id, template or code in any spelling; those of the agent's own menu
    /// if there are any.
    func shifts(named text: String, of agent: AgentID?) -> [ShiftID] {
        if let exact = scenario.shifts.firstIndex(where: { $0.id == text }) { return [ShiftID(exact)] }
        let all = positions[Folding.key(text)] ?? []
        guard let agent else { return all }
        let own = all.filter(scenario[agent].shifts.contains)
        return own.isEmpty ? all : own
    }

    /// Elapsed minutes of a shift on a service day.
    func minutes(of shift: ShiftID, day: Int) -> Range<Int> {
        scenario[shift].minutes(day: day, axis: scenario.axis)
    }

    /// A split shift of the agent's menu with just these parts on a service day.
    func splitShift(of agent: AgentID, parts: [Range<Int>], day: Int) -> ShiftID? {
        scenario[agent].shifts.first {
            scenario[$0].isSplit && scenario[$0].workedParts(day: day, axis: scenario.axis) == parts
        }
    }

    /// Whether a cell of a roster says that nothing is worked; why does not matter and is not kept.
    static func saysNoWork(_ text: String) -> Bool {
        let words: Set<String> = [
            "a", "abs", "absence", "absent", "absente", "conge", "conges", "ca", "cp", "off", "r", "rc", "repos",
            "rest",
            "rh", "rtt", "x",
        ]
        return words.contains(Folding.key(text))
    }
}
