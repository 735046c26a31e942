package import RosterModel

/// A run of slots of one night in which two professions to keep apart are in one sector without declared joint patrol.
package struct AvoidedInterval: Hashable, Sendable {
    /// Position in ``Scenario/avoidedPairs``.
    package let pair: Int
    /// Service day.
    package let day: Int
    /// Sector.
    package let sector: SectorID
    /// Slots.
    package let slots: Range<Int>

    /// Describes a run.
    package init(pair: Int, day: Int, sector: SectorID, slots: Range<Int>) {
        self.pair = pair
        self.day = day
        self.sector = sector
        self.slots = slots
    }

    /// All runs, by pair, night, sector and start.
    package static func list(scenario: Scenario, coverage: CoverageReport) -> [AvoidedInterval] {
        let professions = scenario.professions.count
        return scenario.avoidedPairs.enumerated().flatMap { index, pair in
            (0..<scenario.axis.dayCount).flatMap { day in
                scenario.sectors.indices.flatMap { sector -> [AvoidedInterval] in
                    guard !pair.jointPatrolSectors.contains(SectorID(sector)) else { return [] }
                    let row = coverage.present[sector]
                    var runs: [Range<Int>] = []
                    for slot in scenario.axis.slots(ofDay: day)
                    where row[slot * professions + pair.first.value] > 0
                        && row[slot * professions + pair.second.value] > 0
                    {
                        if let last = runs.last, last.upperBound == slot {
                            runs[runs.count - 1] = last.lowerBound..<slot + 1
                        } else {
                            runs.append(slot..<slot + 1)
                        }
                    }
                    return runs.map { AvoidedInterval(pair: index, day: day, sector: SectorID(sector), slots: $0) }
                }
            }
        }
    }
}
