package import RosterModel

/// Uncovered hours in which agents of one regime may not be out on missions for want of a night permission.
package struct PermissionGap: Hashable, Sendable {
    /// Regime with mission hours.
    package let regime: RegimeID
    /// Professions of its agents, in the order of the scenario.
    package let professions: [ProfessionID]
    /// Missing team-minutes, by sector.
    package let missing: [Int]
    /// Those of them in the late window.
    package let late: Int

    /// Missing team-minutes in all.
    package var total: Int { missing.reduce(0, +) }

    /// One entry for each regime with mission hours whose agents a kind of team could take there, if nothing else stood in
    /// the way; without entry when nothing is missing.
    package static func list(scenario: Scenario, coverage: CoverageReport) -> [PermissionGap] {
        let isLate = scenario.slots(in: scenario.lateWindow)
        let grid = scenario.axis.gridMinutes
        return scenario.regimes.indices.compactMap { index in
            guard let rule = scenario.regimes[index].missionHours else { return nil }
            let members = scenario.agents.filter { $0.regime.value == index }
            let types = Set(members.map(\.type))
            var missing = Array(repeating: 0, count: scenario.sectors.count)
            var late = 0
            for sector in scenario.sectors.indices {
                let isOpen = openSlots(rule, SectorID(sector), scenario)
                for (requirement, row) in zip(scenario.requirements, coverage.missing)
                where requirement.sector.value == sector {
                    for (slot, teams) in row.enumerated() where teams > 0 && !isOpen[slot] {
                        let couldHelp = requirement.kinds.contains { kind in
                            scenario[kind].counts(in: SectorID(sector), slot: slot)
                                && scenario[kind].places.contains { place in
                                    types.contains { place.accepts(scenario[$0]) }
                                }
                        }
                        guard couldHelp else { continue }
                        missing[sector] += Int(teams) * grid
                        if isLate[slot] { late += Int(teams) * grid }
                    }
                }
            }
            guard missing.contains(where: { $0 > 0 }) else { return nil }
            return PermissionGap(
                regime: RegimeID(index), professions: Set(members.map(\.profession)).sorted(), missing: missing,
                late: late)
        }
    }

    /// Slots in which missions in a sector need no permission or have one.
    private static func openSlots(_ rule: MissionHours, _ sector: SectorID, _ scenario: Scenario) -> [Bool] {
        let axis = scenario.axis
        var isOpen = scenario.slots(in: rule.hours)
        for day in 0..<axis.dayCount {
            if scenario.dayNames[day].contains(MissionHours.festivities) {
                for slot in axis.slots(ofDay: day) { isOpen[slot] = true }
            }
            for permission in scenario.nightPermissions
            where permission.days[day] && permission.sectors?.contains(sector) ?? true {
                let hours = axis.minutes(day: day, range: permission.hours)
                for slot in axis.slots(ofDay: day) {
                    let span = axis.minutes(ofSlot: slot)
                    if hours.lowerBound <= span.lowerBound && span.upperBound <= hours.upperBound {
                        isOpen[slot] = true
                    }
                }
            }
        }
        return isOpen
    }
}
