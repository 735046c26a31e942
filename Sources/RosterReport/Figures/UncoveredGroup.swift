package import RosterModel

/// Uncovered intervals of equal sector, requirement, local hours and lack, on several nights.
package struct UncoveredGroup: Sendable {
    /// Intervals by night; at least one.
    package private(set) var intervals: [UncoveredInterval]

    /// Points of all nights.
    package var points: Int { intervals.reduce(0) { $0 + $1.points } }

    /// Missing team-minutes of all nights.
    package func missingMinutes(on axis: TimeAxis) -> Int { intervals.reduce(0) { $0 + $1.missingMinutes(on: axis) } }

    /// Groups of intervals, heaviest first; ties in order of the intervals.
    ///
    /// - Parameter hours: Local hours of an interval as they are shown: what reads the same is one group.
    package static func list(
        _ intervals: [UncoveredInterval], hours: (UncoveredInterval) -> String
    ) -> [UncoveredGroup] {
        struct Key: Hashable {
            let sector: SectorID
            let requirement: RequirementID?
            let hours: String
            let required: Int
            let missing: Int
            let isNobody: Bool
        }
        var order: [Key] = []
        var groups: [Key: [UncoveredInterval]] = [:]
        for interval in intervals {
            let key = Key(
                sector: interval.sector, requirement: interval.requirement, hours: hours(interval),
                required: interval.required, missing: interval.missing, isNobody: interval.isNobody)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(interval)
        }
        let list = order.map { key in
            UncoveredGroup(intervals: (groups[key] ?? []).sorted { $0.day < $1.day })
        }
        let points = list.map(\.points)
        return list.indices.sorted { (-points[$0], $0) < (-points[$1], $1) }.map { list[$0] }
    }
}
