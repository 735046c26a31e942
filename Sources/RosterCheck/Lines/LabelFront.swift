/// Drops labels that another one can replace.
enum LabelFront {
    /// What ties later days, apart from cost and minutes.
    private struct Bond: Hashable {
        let ready: Int
        let end: Int
        let sundays: UInt64
        let run: Int16
        let nights: Int16
        let weekDays: Int16
        let hasRested: Bool
        /// Working minutes as far as a minimum is still to be reached.
        let towardsMinimum: Int

        init(_ label: LineLabel, minimum: Int?) {
            ready = label.ready
            end = label.end
            sundays = label.sundays
            run = label.run
            nights = label.nights
            weekDays = label.weekDays
            hasRested = label.hasRested
            towardsMinimum = minimum.map { min($0, label.minutes) } ?? 0
        }

        /// Whether nothing in this bond is heavier than in the other.
        func isNoHeavier(than other: Bond) -> Bool {
            ready <= other.ready && end <= other.end && run <= other.run && nights <= other.nights
                && weekDays <= other.weekDays && sundays & ~other.sundays == 0
                && (hasRested || !other.hasRested) && towardsMinimum == other.towardsMinimum
        }
    }

    /// Labels kept of one bond, as (minutes, week) pairs of which none is below another.
    private struct Group {
        let bond: Bond
        var lighter: [Int] = []
        var points: [(minutes: Int, week: Int)] = []

        func covers(_ label: LineLabel) -> Bool {
            points.contains { $0.minutes <= label.minutes && $0.week <= label.week }
        }

        mutating func add(_ label: LineLabel) {
            points.removeAll { label.minutes <= $0.minutes && label.week <= $0.week }
            points.append((label.minutes, label.week))
        }
    }

    /// The labels that none of the others replaces; of equals one stays.
    static func reduced(_ labels: [LineLabel], minimum: Int?) -> [LineLabel] {
        guard labels.count > 1 else { return labels }
        var positions: [Bond: Int] = [:]
        var groups: [Group] = []
        var groupOf = Array(repeating: 0, count: labels.count)
        for (index, label) in labels.enumerated() {
            let bond = Bond(label, minimum: minimum)
            if let position = positions[bond] {
                groupOf[index] = position
            } else {
                positions[bond] = groups.count
                groupOf[index] = groups.count
                groups.append(Group(bond: bond))
            }
        }
        for index in groups.indices {
            groups[index].lighter = groups.indices.filter {
                groups[$0].bond.isNoHeavier(than: groups[index].bond)
            }
        }
        var order = labels.indices.map { (cost: labels[$0].cost, minutes: labels[$0].minutes, index: $0) }
        order.sort { ($0.cost, $0.minutes, $0.index) < ($1.cost, $1.minutes, $1.index) }
        var kept: [LineLabel] = []
        for (_, _, index) in order {
            let label = labels[index]
            if groups[groupOf[index]].lighter.contains(where: { groups[$0].covers(label) }) { continue }
            groups[groupOf[index]].add(label)
            kept.append(label)
        }
        return kept
    }
}
