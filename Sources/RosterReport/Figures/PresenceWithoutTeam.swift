package import RosterModel

/// A run of slots of one night in which agents are in a sector and no team can be formed of them: it counts for nothing.
package struct PresenceWithoutTeam: Hashable, Sendable {
    /// Service day.
    package let day: Int
    /// Sector.
    package let sector: SectorID
    /// Slots.
    package var slots: Range<Int>
    /// Agents present in each slot, by profession.
    package let present: [Int]

    /// Number of agents present; 1 is a lone agent.
    package var agents: Int { present.reduce(0, +) }

    /// All runs, by night, sector and start; slots are merged while the same number of each profession is there.
    package static func list(scenario: Scenario, coverage: CoverageReport) -> [PresenceWithoutTeam] {
        let kinds = scenario.teamKinds.count
        let professions = scenario.professions.count
        var runs: [PresenceWithoutTeam] = []
        for day in 0..<scenario.axis.dayCount {
            for sector in scenario.sectors.indices {
                var open: PresenceWithoutTeam?
                for slot in scenario.axis.slots(ofDay: day) {
                    let present = coverage.present[sector][slot * professions..<(slot + 1) * professions].map {
                        Int($0)
                    }
                    let isTeam = coverage.teamsFormed[sector][slot * kinds..<(slot + 1) * kinds].contains { $0 > 0 }
                    let isHere = !isTeam && present.contains { $0 > 0 }
                    if isHere, var run = open, run.present == present {
                        run.slots = run.slots.lowerBound..<slot + 1
                        open = run
                        continue
                    }
                    if let run = open { runs.append(run) }
                    open =
                        isHere
                        ? PresenceWithoutTeam(
                            day: day, sector: SectorID(sector), slots: slot..<slot + 1, present: present) : nil
                }
                if let open { runs.append(open) }
            }
        }
        return runs
    }

    /// Minutes of the run, times the agents present.
    package func agentMinutes(on axis: TimeAxis) -> Int { slots.count * axis.gridMinutes * agents }

    /// Ids of the agents of a roster who are there for the whole run, in order.
    package func agentIDs(in roster: Roster, scenario: Scenario) -> [String] {
        let minutes =
            scenario.axis.minutes(ofSlot: slots.lowerBound)
            .lowerBound..<scenario.axis.minutes(
                ofSlot: slots.upperBound - 1
            ).upperBound
        return roster.shifts.filter { shift in
            shift.stages.contains {
                $0.sector == sector && $0.minutes.lowerBound <= minutes.lowerBound
                    && $0.minutes.upperBound >= minutes.upperBound
            }
        }.map { scenario[$0.agent].id }
    }
}
