import RosterModel

/// All lawful lines of a class of agents, as a layered graph: nodes of layer `d` are the states that the rules of work can
/// tell apart before service day `d`, arcs are a day's shift or day off.
///
/// States are enumerated forward by the resources, then merged backward when they have the same lawful continuations, so
/// the graph is the smallest of its kind. Working time of the horizon is not in the states; it runs beside them in
/// ``LinePricer``.
///
/// - Source: the idea of compiling a person's rules into one reduced layered diagram is that of decision diagrams (Bergman,
///   Cire, van Hoeve, Hooker 2016, doi:10.1007/978-3-319-42849-9); the resources follow Irnich and Desaulniers 2005.
final class LineDiagram: Sendable {
    /// Shifts of a day that no rule tells apart, after merging.
    struct OptionClass: Sendable {
        /// Shifts, in the order of the menu; empty for the day off.
        let shifts: [ShiftID]
        /// Working time in ``unitMinutes``.
        let units: Int32
    }

    /// Number of service days.
    let dayCount: Int
    /// Greatest common divisor of all working times, in minutes, at least 1.
    let unitMinutes: Int
    /// Most and fewest working units of the horizon.
    let maximumUnits: Int
    let minimumUnits: Int
    /// Nodes by layer, `dayCount + 1` entries. The root is node 0 of layer 0; the last layer has one node.
    let nodeCounts: [Int]
    /// Option classes by day.
    let options: [[OptionClass]]
    /// Target node of (day, node, option), −1 when unlawful: `next[day][node * options[day].count + option]`.
    let next: [[Int32]]
    /// Fewest and most units from each node to the end, by layer.
    let unitsLeft: [[ClosedRange<Int>]]
    /// Whether some lawful line exists within the hours.
    let isLawful: Bool
    /// Contract minimum that no lawful line reaches, lowered to what is possible, in minutes; nil when not lowered.
    let loweredMinimum: Int?

    /// Rules that look at one day alone.
    static let dayRules: Set<Rule> = [
        .absence, .allowedSector, .allowedShift, .oneShiftADay, .maximumDay, .amplitude, .nightForbidden, .pin,
        .missionHours, .shortestShift, .breakDuringWork, .contractPeriod, .busyTime, .noticeOfChange,
        .splitDay, .innerRest, .publicHolidaysOff,
    ]

    /// Compiles the lines of an agent.
    ///
    /// - Parameter scope: Rules that count; fewer than all give a superset of the lawful lines, for bounds.
    init(_ context: LineContext, scope: RuleScope = .all) {
        let days = context.axis.dayCount
        let resources = context.resources(scope)
        let breachesOfPins = context.breachesOfPins(resources)
        dayCount = days
        let works = context.options.flatMap { $0.map(\.work) }
        let unit = max(1, works.reduce(0, gcd))
        unitMinutes = unit

        // Forward: distinct states by layer.
        var root = LineState(repeating: 0)
        for resource in resources { resource.begin(&root) }
        var layer = [root]
        var targets: [[Int32]] = []
        var counts = [1]
        for day in 0..<days {
            let width = context.shiftCounts[day] + 1
            var found: [LineState: Int32] = [:]
            var nextLayer: [LineState] = []
            var row = Array(repeating: Int32(-1), count: layer.count * width)
            for (node, state) in layer.enumerated() {
                for option in 0..<width {
                    if option == 0, context.mustWork[day] { continue }
                    let worked = option == 0 ? context.idle(day) : option - 1
                    var extended = state
                    var isLawful = true
                    let mayBreach = option == 0 || context.options[day][option - 1].isForced
                    for (number, resource) in resources.enumerated()
                    where !resource.extend(&extended, day: day, option: worked) {
                        if !mayBreach || !breachesOfPins[number].contains(day) { isLawful = false }
                    }
                    guard isLawful else { continue }
                    let target: Int32
                    if let known = found[extended] {
                        target = known
                    } else {
                        target = Int32(nextLayer.count)
                        found[extended] = target
                        nextLayer.append(extended)
                    }
                    row[node * width + option] = target
                }
            }
            targets.append(row)
            counts.append(nextLayer.count)
            layer = nextLayer
        }

        // Backward: merge nodes with equal continuations; −1 marks nodes from which no line can be completed.
        var merged = Array(repeating: Int32(0), count: counts[days])
        var mergedCount = counts[days] > 0 ? 1 : 0
        var nodeCounts = Array(repeating: 0, count: days + 1)
        nodeCounts[days] = mergedCount
        var next = Array(repeating: [Int32](), count: days)
        for day in stride(from: days - 1, through: 0, by: -1) {
            let width = context.shiftCounts[day] + 1
            var known: [[Int32]: Int32] = [:]
            var map = Array(repeating: Int32(-1), count: counts[day])
            var rows: [Int32] = []
            mergedCount = 0
            for node in 0..<counts[day] {
                let row = (0..<width).map { option in
                    let target = targets[day][node * width + option]
                    return target < 0 ? -1 : merged[Int(target)]
                }
                guard row.contains(where: { $0 >= 0 }) else { continue }
                if let same = known[row] {
                    map[node] = same
                } else {
                    known[row] = Int32(mergedCount)
                    map[node] = Int32(mergedCount)
                    rows += row
                    mergedCount += 1
                }
            }
            merged = map
            nodeCounts[day] = mergedCount
            next[day] = rows
        }
        let hasLine = nodeCounts[0] > 0

        // Shifts of equal working time that lead from every node to the same node are one option.
        var options: [[OptionClass]] = []
        for day in 0..<days {
            let width = context.shiftCounts[day] + 1
            var columns: [(key: [Int32], units: Int32, members: [Int])] = []
            for option in 0..<width {
                let key = (0..<nodeCounts[day]).map { next[day][$0 * width + option] }
                let units = option == 0 ? 0 : Int32(context.options[day][option - 1].work / unit)
                if option > 0,
                    let same = columns.indices.dropFirst().first(where: {
                        columns[$0].units == units && columns[$0].key == key
                    })
                {
                    columns[same].members.append(option)
                } else {
                    columns.append((key, units, [option]))
                }
            }
            // An option that is never lawful is dropped; the day off keeps its place 0.
            columns = columns.enumerated().filter { $0.offset == 0 || $0.element.key.contains { $0 >= 0 } }
                .map(\.element)
            options.append(
                columns.map { column in
                    OptionClass(
                        shifts: column.members.filter { $0 > 0 }.compactMap { context.options[day][$0 - 1].shift },
                        units: column.units)
                })
            next[day] = (0..<nodeCounts[day]).flatMap { node in columns.map { $0.key[node] } }
        }
        self.nodeCounts = nodeCounts
        self.next = next
        self.options = options

        // Hours. What pins with accepted reasons force is never above the limit.
        unitsLeft = Self.unitsLeft(days: days, nodeCounts: nodeCounts, options: options, next: next)
        let span = unitsLeft[0].first ?? 0...0
        let contract = context.agent.maximumMinutes ?? Int.max
        let given = context.agent.busy.reduce(0) { $0 + $1.minutes.count }
        let average = context.regime.averageOverHorizon.map { max(0, $0.weeklyMinutes * days / 7 - given) } ?? Int.max
        let forced = context.options.flatMap { $0 }.filter(\.isForced).reduce(0) { $0 + $1.work }
        let limit =
            scope == .singleDays
            ? Int.max : max(min(contract, average), forced > 0 ? span.lowerBound * unit : 0)
        maximumUnits = min(limit == Int.max ? span.upperBound : limit / unit, span.upperBound)
        isLawful = hasLine && span.lowerBound <= maximumUnits
        let asked =
            scope != .all || context.hasAcceptedBreach
            ? 0 : (context.agent.minimumMinutes + unit - 1) / unit
        // The most that is reachable within the limit, found by a pass over reachable sums.
        let reachable =
            isLawful && asked > 0
            ? Self.largestReachable(
                upTo: maximumUnits, days: days, nodeCounts: nodeCounts, options: options, next: next) : 0
        minimumUnits = min(asked, reachable)
        loweredMinimum = asked > reachable && context.agent.minimumMinutes > 0 ? reachable * unit : nil
    }

    private static func unitsLeft(
        days: Int, nodeCounts: [Int], options: [[OptionClass]], next: [[Int32]]
    ) -> [[ClosedRange<Int>]] {
        var left = nodeCounts.map { Array(repeating: 0...0, count: $0) }
        for day in stride(from: days - 1, through: 0, by: -1) {
            let width = options[day].count
            for node in 0..<nodeCounts[day] {
                var (low, high) = (Int.max, 0)
                for option in 0..<width where next[day][node * width + option] >= 0 {
                    let after = left[day + 1][Int(next[day][node * width + option])]
                    low = min(low, after.lowerBound + Int(options[day][option].units))
                    high = max(high, after.upperBound + Int(options[day][option].units))
                }
                left[day][node] = low...high
            }
        }
        return left
    }

    /// Largest working time, at most `limit`, of a lawful line.
    private static func largestReachable(
        upTo limit: Int, days: Int, nodeCounts: [Int], options: [[OptionClass]], next: [[Int32]]
    ) -> Int {
        var reached = Array(repeating: Array(repeating: false, count: limit + 1), count: nodeCounts[0])
        reached[0][0] = true
        for day in 0..<days {
            let width = options[day].count
            var after = Array(repeating: Array(repeating: false, count: limit + 1), count: nodeCounts[day + 1])
            for node in 0..<nodeCounts[day] {
                for option in 0..<width where next[day][node * width + option] >= 0 {
                    let target = Int(next[day][node * width + option])
                    let units = Int(options[day][option].units)
                    for sum in 0...limit where reached[node][sum] && sum + units <= limit {
                        after[target][sum + units] = true
                    }
                }
            }
            reached = after
        }
        return reached[0].lastIndex(of: true) ?? 0
    }
}
