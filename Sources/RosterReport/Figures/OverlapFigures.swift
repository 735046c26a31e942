package import RosterModel

/// Agents who are in one another's way, by sector.
package struct OverlapFigures: Sendable {
    /// Agent-minutes present, by sector.
    package private(set) var presence: [Int]
    /// Surplus agent-minutes that count at level 2, by sector.
    package private(set) var surplus: [Int]
    /// Surplus agent-minutes of free hand-overs, by sector.
    package private(set) var handover: [Int]
    /// Minutes of co-presence by pair of ``Scenario/avoidedPairs`` and sector.
    package private(set) var avoided: [[Int]]

    /// Sums the report.
    package init(scenario: Scenario, coverage: CoverageReport) {
        let grid = scenario.axis.gridMinutes
        let professions = scenario.professions.count
        let slotCount = scenario.axis.slotCount
        presence = coverage.present.map { row in row.reduce(0) { $0 + Int($1) } * grid }
        surplus = []
        handover = []
        for (surplusTeams, isHandover) in zip(coverage.surplus, coverage.isHandover) {
            var counted = 0
            var free = 0
            for (agents, isFree) in zip(surplusTeams, isHandover) {
                if isFree { free += Int(agents) } else { counted += Int(agents) }
            }
            surplus.append(counted * grid)
            handover.append(free * grid)
        }
        avoided = scenario.avoidedPairs.map { pair in
            scenario.sectors.indices.map { sector in
                if pair.jointPatrolSectors.contains(SectorID(sector)) { return 0 }
                let row = coverage.present[sector]
                return grid
                    * (0..<slotCount).count { slot in
                        row[slot * professions + pair.first.value] > 0
                            && row[slot * professions + pair.second.value] > 0
                    }
            }
        }
    }
}
