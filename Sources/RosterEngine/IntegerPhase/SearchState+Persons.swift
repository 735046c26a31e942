/// Persons with two contracts: a change of one line must be lawful beside the other.
extension SearchState {
    /// Whether the agent is one contract of a person with two.
    @inline(__always)
    func isPaired(_ agent: Int) -> Bool { !persons.isEmpty && persons.otherOf[agent] >= 0 }

    /// Whether a line may be replaced without regard to any other.
    @inline(__always)
    func isFree(_ agent: Int) -> Bool { !isTied(agent) && !isPaired(agent) }

    /// As ``apply(_:)``.
    func applyPaired(_ change: Change) -> (inverse: Change, steer: Int)? {
        guard !isFrozen[change.agent], let done = applyAlone(change) else { return nil }
        if arePersonLinesLawful(change.agent) { return done }
        let isBack = applyAlone(done.inverse) != nil
        precondition(isBack, "the line before a change was lawful")
        return nil
    }

    private func arePersonLinesLawful(_ agent: Int) -> Bool {
        persons.areLawful(agent) { duty[$0 * days + $1] }
    }

    /// Makes the first lines of both contracts lawful together: the second contract rests, else the first one. Where pins forbid
    /// both, the lines stay as they are and the check tells.
    func setFirstPersonLines() {
        let idle = [Int?](repeating: nil, count: days)
        let off = Array(repeating: Int32(-1), count: days)
        for members in persons.members where !arePersonLinesLawful(members[0]) {
            let isSettled = members.reversed().contains { member in
                guard isPlanned(member), isLawful(member, off) else { return false }
                let before = (0..<days).map { duty[member * days + $0] }
                setLine(member, idle)
                if arePersonLinesLawful(member) { return true }
                setLine(member, before.map { $0 < 0 ? nil : Int($0) })
                return false
            }
            if !isSettled { for member in members { isFrozen[member] = true } }
        }
    }
}
