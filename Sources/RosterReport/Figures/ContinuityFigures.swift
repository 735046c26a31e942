package import RosterModel

/// Whether people in a sector see the same faces.
package struct ContinuityFigures: Sendable {
    /// Figures of one sector.
    package struct Tally: Hashable, Sendable {
        /// Agent-minutes of presence.
        package fileprivate(set) var presence = 0
        /// Agents who were ever there.
        package fileprivate(set) var agents = 0
        /// Agent-minutes of the three agents who are there most.
        package fileprivate(set) var byThree = 0
        /// Agent-minutes of the six agents who are there most.
        package fileprivate(set) var bySix = 0
        /// Agent-minutes spent with at least one other agent in the sector.
        package fileprivate(set) var accompanied = 0
        /// Agent-minutes spent with the one whom each agent is with most often.
        package fileprivate(set) var withUsualPartner = 0
        /// Runs of more than 7 service days without any team, at any hour.
        package fileprivate(set) var gaps: [BlankNights.Run] = []
    }

    /// By sector.
    package let tallies: [Tally]

    /// Longest run of service days without a team that is no gap.
    package static let longestAbsence = 7

    /// Reads a roster; presence counts by the minute.
    package init(scenario: Scenario, roster: Roster, figures: CoverageFigures) {
        struct Stay {
            let agent: Int
            let minutes: Range<Int>
        }
        var stays = Array(repeating: [Stay](), count: scenario.sectors.count)
        for shift in roster.shifts {
            for stage in shift.stages where !stage.minutes.isEmpty {
                stays[stage.sector.value].append(Stay(agent: shift.agent.value, minutes: stage.minutes))
            }
        }
        tallies = stays.indices.map { sector in
            let ordered = stays[sector].sorted {
                ($0.minutes.lowerBound, $0.agent) < ($1.minutes.lowerBound, $1.agent)
            }
            var tally = Tally()
            var byAgent: [Int: Int] = [:]
            var together: [Int: [Int: Int]] = [:]
            for (index, stay) in ordered.enumerated() {
                byAgent[stay.agent, default: 0] += stay.minutes.count
                var company: [Range<Int>] = []
                // Stays that start before this one and last into it are seen from the other side as well.
                var position = index + 1
                while position < ordered.count, ordered[position].minutes.lowerBound < stay.minutes.upperBound {
                    let other = ordered[position]
                    position += 1
                    guard other.agent != stay.agent else { continue }
                    let shared = stay.minutes.clamped(to: other.minutes)
                    guard !shared.isEmpty else { continue }
                    together[stay.agent, default: [:]][other.agent, default: 0] += shared.count
                    together[other.agent, default: [:]][stay.agent, default: 0] += shared.count
                    company.append(shared)
                }
                position = index - 1
                while position >= 0, ordered[position].minutes.lowerBound > stay.minutes.lowerBound - 1440 {
                    let shared = stay.minutes.clamped(to: ordered[position].minutes)
                    if ordered[position].agent != stay.agent, !shared.isEmpty { company.append(shared) }
                    position -= 1
                }
                tally.accompanied += Self.union(company)
            }
            let most = byAgent.values.sorted(by: >)
            tally.presence = most.reduce(0, +)
            tally.agents = most.count
            tally.byThree = most.prefix(3).reduce(0, +)
            tally.bySix = most.prefix(6).reduce(0, +)
            tally.withUsualPartner = together.values.reduce(0) { $0 + ($1.values.max() ?? 0) }
            let isEmpty = (0..<scenario.axis.dayCount).map { day in
                !scenario.axis.slots(ofDay: day).contains { figures.isAnyTeamFormed[sector][$0] }
            }
            tally.gaps = BlankNights.runs(isEmpty).filter { $0.count > Self.longestAbsence }
            return tally
        }
    }

    /// Minutes in at least one of the ranges.
    private static func union(_ ranges: [Range<Int>]) -> Int {
        var sum = 0
        var end = Int.min
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > end {
            sum += range.upperBound - max(end, range.lowerBound)
            end = range.upperBound
        }
        return sum
    }
}
