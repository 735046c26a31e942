import RosterModel

/// Agents by what the rows of a grid may call them.
struct AgentNames {
    /// Who is meant.
    enum Match: Hashable {
        case agent(Int)
        /// Several agents have this name.
        case several
        case nobody
    }

    private let ids: [String: Int]
    /// By id and by name, spelled in one way; names whatever the order of their words.
    private let foldedIDs: [String: Set<Int>]
    private let names: [[Substring]: Set<Int>]

    init(_ agents: [Agent]) {
        var ids: [String: Int] = [:]
        var foldedIDs: [String: Set<Int>] = [:]
        var names: [[Substring]: Set<Int>] = [:]
        for (index, agent) in agents.enumerated() {
            ids[agent.id] = ids[agent.id] ?? index
            foldedIDs[Folding.key(agent.id), default: []].insert(index)
            if let name = agent.name { names[Self.words(name), default: []].insert(index) }
        }
        (self.ids, self.foldedIDs, self.names) = (ids, foldedIDs, names)
    }

    /// The agent with this id, else with this name.
    func match(_ text: String) -> Match {
        guard !text.isEmpty else { return .nobody }
        if let exact = ids[text] { return .agent(exact) }
        let matches = (foldedIDs[Folding.key(text)] ?? []).union(names[Self.words(text)] ?? [])
        guard let first = matches.first else { return .nobody }
        return matches.count == 1 ? .agent(first) : .several
    }

    private static func words(_ name: String) -> [Substring] { Folding.key(name).split(separator: "_").sorted() }
}
