package import RosterModel

/// When the last team leaves a sector, and when the first hour is uncovered, by weekday.
package struct EveningEdges: Sendable {
    /// What the nights of one weekday have in common.
    package struct Edge: Hashable, Sendable {
        /// Clocks at which the last team of each night leaves, sorted; nights without any team are left out.
        package fileprivate(set) var lastPresence: [Int] = []
        /// Clock of the first slot in which a team is missing, one for each night with anything missing, sorted.
        package fileprivate(set) var firstUncovered: [Int] = []
        /// Nights of the weekday.
        package fileprivate(set) var nights = 0
        /// Nights with a need.
        package fileprivate(set) var neededNights = 0

        /// The middle one of the last presences, the earlier of two; nil without any.
        package var usualLastPresence: Int? {
            lastPresence.isEmpty ? nil : lastPresence[(lastPresence.count - 1) / 2]
        }
    }

    /// By sector and weekday.
    package let edges: [[Edge]]

    /// Reads the figures; clocks count from 00:00 of the service day's date.
    package init(scenario: Scenario, figures: CoverageFigures) {
        let axis = scenario.axis
        var edges = Array(
            repeating: Array(repeating: Edge(), count: Weekday.allCases.count), count: scenario.sectors.count)
        for day in 0..<axis.dayCount {
            let weekday = axis.weekday(ofDay: day).rawValue
            let slots = axis.slots(ofDay: day)
            for sector in scenario.sectors.indices {
                edges[sector][weekday].nights += 1
                if slots.contains(where: { figures.required[sector][$0] > 0 }) {
                    edges[sector][weekday].neededNights += 1
                }
                if let last = slots.last(where: { figures.isAnyTeamFormed[sector][$0] }) {
                    let end = axis.minutes(ofSlot: last).upperBound
                    edges[sector][weekday].lastPresence.append(axis.serviceClock(end, day: day))
                }
                if let first = slots.first(where: { figures.missing[sector][$0] > 0 }) {
                    edges[sector][weekday].firstUncovered.append(figures.clockOfSlot[first])
                }
            }
        }
        for sector in edges.indices {
            for weekday in edges[sector].indices {
                edges[sector][weekday].lastPresence.sort()
                edges[sector][weekday].firstUncovered.sort()
            }
        }
        self.edges = edges
    }
}
