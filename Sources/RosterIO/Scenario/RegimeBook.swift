import RosterModel

/// All regimes that a scenario knows: those shipped, changed or completed by its own.
struct RegimeBook {
    private(set) var register = Register()
    private(set) var drafts: [RegimeDraft] = []
    /// The supplied regimes as they came, by id.
    private var packs: [String: RegimeDraft] = [:]
    private var usedPositions: Set<Int> = []

    /// Ids of the supplied regimes, in order.
    var packIDs: [String] { register.ids.filter { packs[$0] != nil } }

    /// Takes what has been read so far as the supplied regimes, which no scenario may undo.
    mutating func sealPacks() {
        for position in drafts.indices { drafts[position].pack = drafts[position].id }
        packs = Dictionary(uniqueKeysWithValues: drafts.map { ($0.id, $0) })
    }

    func isPack(_ id: String) -> Bool { packs[id] != nil }

    /// What a regime made from this one is held against: the supplied regime that it comes from, whatever was chosen in
    /// between, else the regime itself.
    func text(of base: RegimeDraft?) -> RegimeDraft? { base?.pack.flatMap { packs[$0] } ?? base }

    /// Adds a regime or puts it in the place of the one with its id.
    mutating func put(_ draft: RegimeDraft) {
        if let position = register.position(of: draft.id) {
            drafts[position] = draft
        } else if register.add(draft.id) != nil {
            drafts.append(draft)
        }
    }

    /// Says that regimes of the scenario may be missing from the book.
    mutating func leaveOpen() { register.isComplete = false }

    func draft(_ id: String) -> RegimeDraft? { register.position(of: id).map { drafts[$0] } }

    mutating func use(_ position: Int) { usedPositions.insert(position) }

    /// Regimes in use, in the order of the book.
    var used: [Regime] { usedPositions.sorted().map { drafts[$0].regime } }

    /// Position of a regime among those in use.
    func id(of position: Int) -> RegimeID { RegimeID(usedPositions.count { $0 < position }) }
}
