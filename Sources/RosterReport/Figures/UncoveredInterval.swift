package import RosterModel

/// A run of slots of one night in which the same teams are missing.
package struct UncoveredInterval: Hashable, Sendable {
    /// Service day.
    package let day: Int
    /// Sector.
    package let sector: SectorID
    /// Requirement, or nil when the requirements of the sector are taken together.
    package let requirement: RequirementID?
    /// Slots.
    package var slots: Range<Int>
    /// Teams required in each slot.
    package let required: Int
    /// Teams missing in each slot.
    package let missing: Int
    /// Whether no team at all is formed in the sector.
    package let isNobody: Bool
    /// Points of the interval.
    package var points: Int

    /// Describes an interval.
    package init(
        day: Int, sector: SectorID, requirement: RequirementID?, slots: Range<Int>, required: Int, missing: Int,
        isNobody: Bool, points: Int
    ) {
        self.day = day
        self.sector = sector
        self.requirement = requirement
        self.slots = slots
        self.required = required
        self.missing = missing
        self.isNobody = isNobody
        self.points = points
    }

    /// All intervals, heaviest first; ties by night, sector, requirement and start.
    ///
    /// Slots are merged while service day, teams required and missing, and whether anybody is there, stay the same.
    ///
    /// - Parameter isBySector: Takes the requirements of a sector together instead of one by one.
    package static func list(
        scenario: Scenario, coverage: CoverageReport, figures: CoverageFigures, isBySector: Bool
    ) -> [UncoveredInterval] {
        var intervals: [UncoveredInterval] = []
        func collect(sector: SectorID, requirement: RequirementID?, slot: (Int) -> (Int, Int, Int)) {
            var open: UncoveredInterval?
            for index in 0..<scenario.axis.slotCount {
                let (required, missing, points) = slot(index)
                let day = figures.dayOfSlot[index]
                let isNobody = !figures.isAnyTeamFormed[sector.value][index]
                if var current = open {
                    if missing > 0, current.day == day, current.required == required, current.missing == missing,
                        current.isNobody == isNobody
                    {
                        current.slots = current.slots.lowerBound..<index + 1
                        current.points += points
                        open = current
                        continue
                    }
                    intervals.append(current)
                    open = nil
                }
                if missing > 0 {
                    open = UncoveredInterval(
                        day: day, sector: sector, requirement: requirement, slots: index..<index + 1,
                        required: required, missing: missing, isNobody: isNobody, points: points)
                }
            }
            if let open { intervals.append(open) }
        }
        if isBySector {
            var points = Array(
                repeating: Array(repeating: 0, count: scenario.axis.slotCount), count: scenario.sectors.count)
            for (requirement, row) in zip(scenario.requirements, coverage.missing) {
                for (slot, teams) in row.enumerated() where teams > 0 {
                    points[requirement.sector.value][slot] += Int(teams) * Int(requirement.pointsPerTeam[slot])
                }
            }
            for sector in scenario.sectors.indices {
                collect(sector: SectorID(sector), requirement: nil) {
                    (figures.required[sector][$0], figures.missing[sector][$0], points[sector][$0])
                }
            }
        } else {
            for (index, requirement) in scenario.requirements.enumerated() {
                let row = coverage.missing[index]
                collect(sector: requirement.sector, requirement: RequirementID(index)) {
                    (Int(requirement.teams[$0]), Int(row[$0]), Int(row[$0]) * Int(requirement.pointsPerTeam[$0]))
                }
            }
        }
        return intervals.sorted {
            (-$0.points, $0.day, $0.sector.value, $0.requirement?.value ?? 0, $0.slots.lowerBound)
                < (-$1.points, $1.day, $1.sector.value, $1.requirement?.value ?? 0, $1.slots.lowerBound)
        }
    }

    /// Missing team-minutes.
    package func missingMinutes(on axis: TimeAxis) -> Int { slots.count * missing * axis.gridMinutes }

    /// Local clocks of the interval, counted from 00:00 of the service day's date.
    package func clocks(on axis: TimeAxis) -> (start: Int, end: Int) {
        let minutes =
            axis.minutes(ofSlot: slots.lowerBound).lowerBound..<axis.minutes(ofSlot: slots.upperBound - 1).upperBound
        return (
            axis.serviceClock(minutes.lowerBound, day: day), axis.serviceClock(minutes.upperBound, day: day)
        )
    }
}
