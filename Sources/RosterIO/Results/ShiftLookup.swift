import RosterModel

/// Finds shifts of the menu by what a roster made elsewhere calls them.
struct ShiftLookup {
    /// What a code of a roster says.
    enum Meaning: Hashable {
        /// One shift, or the choices of a template with several hours.
        case shifts([ShiftID])
        case noWork
        /// A word for no work that is also the code of a shift, but of none of the agent's menu.
        case contested(ShiftID)
        case unknown
    }

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

    /// What a code says of an agent's day: a shift with just this id wins over a word for no work, and so does a shift of
    /// the agent's menu with this code.
    func meaning(of text: String, for agent: AgentID?) -> Meaning {
        let shifts = shifts(named: text, of: agent)
        guard Self.saysNoWork(text) else { return shifts.isEmpty ? .unknown : .shifts(shifts) }
        guard let first = shifts.first else { return .noWork }
        let isMeant = scenario[first].id == text || agent.map { scenario[$0].shifts.contains(first) } ?? true
        return isMeant ? .shifts(shifts) : .contested(first)
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
        !text.isEmpty && text.allSatisfy { "-–—/".contains($0) } || noWorkWords.contains(Folding.key(text))
    }

    private static let noWorkWords: Set<String> = [
        "a", "abs", "absence", "absent", "absente", "asa", "ca", "cet", "cm", "conge", "conges", "cp", "f", "ferie",
        "jf",
        "mal", "maladie", "off", "r", "rc", "repos", "rest", "rf", "rh", "rtt",
    ]

    /// Codes that a hint names for a day without work.
    static let noWorkExamples = "R, RH, RC, CA, RTT, A, F"

    /// Hint for a code that is unknown: the shift it may mean, or else those of the agent.
    func hint(for text: String, of agent: AgentID?) -> Wording {
        let own = agent.map { scenario[$0].shifts } ?? []
        let menu = (own.isEmpty ? scenario.shifts.indices.map(ShiftID.init) : own).map { scenario[$0] }
        if let near = Suggestion.nearest(to: text, in: menu.flatMap { [$0.id, $0.code, $0.name] }) {
            return Suggestion.didYouMean(near)
        }
        let shown =
            menu.prefix(8).map { "\($0.code) (\($0.id))" }.joined(separator: ", ") + (menu.count > 8 ? ", …" : "")
        return Wording(
            "postes : \(shown) ; sans travail : \(Self.noWorkExamples), …",
            "shifts: \(shown); no work: \(Self.noWorkExamples), …")
    }
}
