package import RosterModel

/// What employers promised their partners, against a roster.
///
/// Each member of a formed team brings his employer one part of it: of a pair of two employers each brings half. Where more
/// agents of a type are there than the teams need, those of the scenario's order come first.
package struct CommitmentFigures: Sendable {
    /// Team-minutes brought, by ``Scenario/commitments``, rounded down.
    package let minutes: [Int]

    /// Reads a roster with what it covers.
    package init(scenario: Scenario, roster: Roster, coverage: CoverageReport) {
        let axis = scenario.axis
        let grid = axis.gridMinutes
        let kinds = scenario.teamKinds.count
        guard !scenario.commitments.isEmpty else {
            minutes = []
            return
        }
        let isAsked = scenario.sectors.indices.map { sector in
            (0..<axis.slotCount).map { slot in
                scenario.commitments.contains {
                    $0.isInBand[slot] && ($0.sector.map { $0.value == sector } ?? true)
                }
            }
        }
        var present: [Int: [Int]] = [:]
        for shift in roster.shifts {
            for stage in shift.stages {
                let first = max(0, (stage.minutes.lowerBound + grid - 1).flooredDivision(by: grid))
                let end = min(axis.slotCount, stage.minutes.upperBound.flooredDivision(by: grid))
                for slot in first..<max(first, end) where isAsked[stage.sector.value][slot] {
                    let key = stage.sector.value * axis.slotCount + slot
                    if present[key]?.last != shift.agent.value { present[key, default: []].append(shift.agent.value) }
                }
            }
        }
        // Sixtieths of a team: whole for all sizes of teams up to six.
        let unit = 60
        var brought = Array(repeating: 0, count: scenario.commitments.count)
        for (key, agents) in present {
            let (sector, slot) = key.quotientAndRemainder(dividingBy: axis.slotCount)
            let formed = coverage.teamsFormed[sector][slot * kinds..<(slot + 1) * kinds]
            guard formed.contains(where: { $0 > 0 }) else { continue }
            let shares = Self.shares(formed.map { Int($0) }, of: agents, scenario: scenario, unit: unit)
            for (index, commitment) in scenario.commitments.enumerated()
            where commitment.isInBand[slot] && (commitment.sector.map { $0.value == sector } ?? true) {
                brought[index] += shares[commitment.employer] ?? 0
            }
        }
        minutes = brought.map { $0 * grid / unit }
    }

    /// Parts of teams that each employer brings, in units of a whole team.
    static func shares(
        _ formed: [Int], of agents: [Int], scenario: Scenario, unit: Int
    ) -> [EmployerID: Int] {
        var places: [(place: TeamKind.Place, share: Int)] = []
        for (kind, teams) in zip(scenario.teamKinds, formed) {
            for place in kind.places {
                places += Array(repeating: (place, unit / kind.size), count: teams * place.count)
            }
        }
        // A matching of places and agents, each place in turn along an augmenting path.
        var holder: [Int: Int] = [:]
        func fill(_ place: Int, _ tried: inout Set<Int>) -> Bool {
            for agent in agents where !tried.contains(agent) {
                guard places[place].place.accepts(scenario[scenario.agents[agent].type]) else { continue }
                tried.insert(agent)
                guard let other = holder[agent] else {
                    holder[agent] = place
                    return true
                }
                if fill(other, &tried) {
                    holder[agent] = place
                    return true
                }
            }
            return false
        }
        for place in places.indices {
            var tried: Set<Int> = []
            _ = fill(place, &tried)
        }
        return holder.reduce(into: [:]) { sums, entry in
            sums[scenario.agents[entry.key].employer, default: 0] += places[entry.value].share
        }
    }
}
