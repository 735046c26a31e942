package import RosterModel

/// Sector-nights without any team in the late window.
package struct BlankNights: Sendable {
    /// A run of service days.
    package struct Run: Hashable, Sendable {
        /// First service day.
        package let first: Int
        /// Number of service days.
        package let count: Int

        /// Describes a run.
        package init(first: Int, count: Int) {
            self.first = first
            self.count = count
        }
    }

    /// Whether no team at all is formed in the late window, by sector and service day.
    package let isBlank: [[Bool]]
    /// Whether anything is required in the late window, by sector and service day.
    package let isNeeded: [[Bool]]
    /// Whether something is required and no team is lawfully possible in the whole late window, by sector and service day.
    package let isUnreachable: [[Bool]]
    /// Nights on which some team is formed anywhere in the core of the night.
    package let nightsWithCoreTeam: Int
    /// Nights on which something is required anywhere in the core of the night.
    package let nightsWithCoreNeed: Int
    private let weekdays: [Weekday]

    /// Reads the figures.
    package init(scenario: Scenario, figures: CoverageFigures, floor: PresenceFloor? = nil) {
        let axis = scenario.axis
        let isLate = scenario.slots(in: scenario.lateWindow)
        let isCore = scenario.slots(in: scenario.coreWindow)
        let days = 0..<axis.dayCount
        let lateSlots = days.map { day in axis.slots(ofDay: day).filter { isLate[$0] } }
        let coreSlots = days.map { day in axis.slots(ofDay: day).filter { isCore[$0] } }
        let sectors = scenario.sectors.indices
        isBlank = sectors.map { sector in
            days.map { day in !lateSlots[day].contains { figures.isAnyTeamFormed[sector][$0] } }
        }
        isNeeded = sectors.map { sector in
            days.map { day in lateSlots[day].contains { figures.required[sector][$0] > 0 } }
        }
        let (blank, needed) = (isBlank, isNeeded)
        isUnreachable = sectors.map { sector in
            days.map { day in
                guard let floor, needed[sector][day], blank[sector][day] else { return false }
                return !lateSlots[day].contains { floor.isTeamPossible[sector][$0] }
            }
        }
        nightsWithCoreTeam = days.count { day in
            coreSlots[day].contains { slot in sectors.contains { figures.isAnyTeamFormed[$0][slot] } }
        }
        nightsWithCoreNeed = days.count { day in
            coreSlots[day].contains { slot in sectors.contains { figures.required[$0][slot] > 0 } }
        }
        weekdays = days.map { axis.weekday(ofDay: $0) }
    }

    /// Sector-nights in all.
    package var total: Int { isBlank.reduce(0) { $0 + $1.count } }
    /// Blank sector-nights.
    package var blank: Int { isBlank.reduce(0) { $0 + $1.count { $0 } } }
    /// Sector-nights with a late need.
    package var needed: Int { isNeeded.reduce(0) { $0 + $1.count { $0 } } }
    /// Blank sector-nights with a late need.
    package var blankNeeded: Int { isBlank.indices.reduce(0) { $0 + blankNeeded(sector: $1) } }
    /// Blank sector-nights with a late need in which no team is lawfully possible.
    package var unreachable: Int { isUnreachable.reduce(0) { $0 + $1.count { $0 } } }

    /// Blank nights of a sector with a late need.
    package func blankNeeded(sector: Int) -> Int {
        zip(isBlank[sector], isNeeded[sector]).count { $0 && $1 }
    }

    /// Blank nights and nights of a sector on a weekday; of those with a late need only, when `isNeedOnly`.
    package func nights(sector: Int, on weekday: Weekday, isNeedOnly: Bool) -> (blank: Int, all: Int) {
        let days = weekdays.indices.filter {
            weekdays[$0] == weekday && (!isNeedOnly || isNeeded[sector][$0])
        }
        return (days.count { isBlank[sector][$0] }, days.count)
    }

    /// Longest run of blank nights of a sector, the first of equals; nil without any.
    package func longestRun(sector: Int) -> Run? {
        // `max` keeps the last of equals.
        Self.runs(isBlank[sector]).reversed().max { $0.count < $1.count }
    }

    /// Runs of true values, in order.
    package static func runs(_ values: [Bool]) -> [Run] {
        var runs: [Run] = []
        var start: Int?
        for (index, value) in values.enumerated() {
            if value, start == nil { start = index }
            if !value, let first = start {
                runs.append(Run(first: first, count: index - first))
                start = nil
            }
        }
        if let start { runs.append(Run(first: start, count: values.count - start)) }
        return runs
    }
}
