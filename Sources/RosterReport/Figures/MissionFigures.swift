package import RosterModel

/// Which missions somebody could answer, where and when.
///
/// A mission is asked for in the slots in which its sector needs any team. It is answered when a team of one of its kinds can
/// be in the sector with no more teams missing, and within reach when that holds of a neighbouring sector only. Which kinds the
/// tie-break happens to form does not matter, so the order of the kinds does not either.
package struct MissionFigures: Sendable {
    /// Minutes of one mission in one sector.
    package struct Tally: Hashable, Sendable {
        /// Asked for.
        package var asked = 0
        /// Answered in the sector itself.
        package var answered = 0
        /// Answered from a neighbouring sector only.
        package var near = 0

        /// Nobody can answer.
        package var open: Int { asked - answered - near }
    }

    /// By mission and sector.
    package private(set) var tallies: [[Tally]]
    /// By mission and hour of the service day (0..<48).
    package private(set) var hours: [[Tally]]

    /// Sums the report.
    package init(scenario: Scenario, coverage: CoverageReport) {
        let axis = scenario.axis
        let kinds = scenario.teamKinds.count
        let grid = axis.gridMinutes
        tallies = Array(
            repeating: Array(repeating: Tally(), count: scenario.sectors.count), count: scenario.missions.count)
        hours = Array(repeating: Array(repeating: Tally(), count: 48), count: scenario.missions.count)
        var isNeeded = Array(
            repeating: Array(repeating: false, count: axis.slotCount), count: scenario.sectors.count)
        for requirement in scenario.requirements {
            for slot in requirement.teams.indices where requirement.teams[slot] > 0 {
                isNeeded[requirement.sector.value][slot] = true
            }
        }
        for day in 0..<axis.dayCount {
            for slot in axis.slots(ofDay: day) {
                let clock = axis.serviceClock(axis.minutes(ofSlot: slot).lowerBound, day: day)
                let hour = min(47, max(0, clock / 60))
                for (index, mission) in scenario.missions.enumerated() where mission.arisesInSlot[slot] {
                    func canAnswer(_ sector: Int) -> Bool {
                        mission.kinds.contains { coverage.isTeamPossible[sector][slot * kinds + $0.value] }
                    }
                    for sector in scenario.sectors.indices
                    where isNeeded[sector][slot] && mission.arises(in: SectorID(sector)) {
                        let isHere = canAnswer(sector)
                        let isNear = !isHere && scenario.sectors[sector].neighbours.contains { canAnswer($0.value) }
                        func count(_ tally: inout Tally) {
                            tally.asked += grid
                            if isHere { tally.answered += grid }
                            if isNear { tally.near += grid }
                        }
                        count(&tallies[index][sector])
                        count(&hours[index][hour])
                    }
                }
            }
        }
    }

    /// A mission that nobody answers.
    package struct Orphan: Hashable, Sendable {
        /// Position in ``Scenario/missions``.
        package let mission: Int
        /// Sectors in which nobody ever answers it, from near neither; all sectors in which it is asked for when `isEverywhere`.
        package let sectors: [SectorID]
        /// Whether nobody answers it anywhere.
        package let isEverywhere: Bool
        /// Hours of the service day in which nobody ever answers it anywhere, as clocks from and to.
        package let hours: [Range<Int>]
    }

    /// Missions that nobody answers in some sector or at some hour, in the order of the scenario.
    package var orphans: [Orphan] {
        tallies.indices.compactMap { mission in
            let asked = tallies[mission].indices.filter { tallies[mission][$0].asked > 0 }
            let never = asked.filter { tallies[mission][$0].open == tallies[mission][$0].asked }
            var open: [Range<Int>] = []
            for (hour, tally) in hours[mission].enumerated() where tally.asked > 0 && tally.open == tally.asked {
                if let last = open.last, last.upperBound == hour * 60 {
                    open[open.count - 1] = last.lowerBound..<(hour + 1) * 60
                } else {
                    open.append(hour * 60..<(hour + 1) * 60)
                }
            }
            guard !asked.isEmpty, !never.isEmpty || !open.isEmpty else { return nil }
            let isEverywhere = never.count == asked.count
            return Orphan(
                mission: mission, sectors: never.map { SectorID($0) }, isEverywhere: isEverywhere,
                hours: isEverywhere ? [] : open)
        }
    }
}
