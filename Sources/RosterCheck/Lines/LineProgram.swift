import RosterModel

/// The cheapest lawful line of one agent, by labels carried from day to day.
///
/// Labels that some other label can replace (no dearer, and nothing gathered that any rule could hold against it) are
/// dropped, and so are labels that cannot become cheaper than a line already found: what the remaining days can save at
/// most follows from the same problem with few rules (``LineSavings``).
struct LineProgram {
    let rules: LineRules
    /// Duties by service day.
    let steps: [[LineStep]]
    let mayRest: [Bool]

    /// Prepares the line of an agent; duties that no counted rule tells apart are collapsed to the cheapest.
    ///
    /// - Parameter cost: Cost of a duty on a service day.
    init(
        _ rules: LineRules, _ duties: [[LawfulDuties.Duty]], mayRest: [Bool],
        cost: (Int, LawfulDuties.Duty) -> Int
    ) {
        self.rules = rules
        self.mayRest = mayRest
        let menu = rules.calendar.scenario.shifts
        steps = duties.enumerated().map { day, duties in
            let steps = duties.map { duty in
                LineStep(
                    Piece.of(duty.parts, day: day, breakMinutes: menu[duty.shift.value].breakMinutes), day: day,
                    cost: cost(day, duty), rules)
            }.sorted { $0.cost < $1.cost }
            var kept: [LineStep] = []
            for step in steps {
                // A day off does as well as a duty that saves nothing, unless hours are asked for.
                if step.cost >= 0 && mayRest[day] && rules.minimum == nil { continue }
                if kept.contains(where: { $0.replaces(step, minimumCounts: rules.minimum != nil) }) { continue }
                kept.append(step)
            }
            return kept
        }
    }

    /// Result of a search.
    struct Minimum: Sendable {
        /// A lower bound of the cost of all lawful lines.
        let value: Int
        /// Whether some line costs just that.
        let isExact: Bool
    }

    /// Least cost of a lawful line, or nil when there is none.
    var minimum: Minimum? {
        // Most lines are found with a rough idea of what is left to save; a better one takes longer to prepare.
        let rough = LineSavings(self, countsAll: false)
        let first = search(rough, below: nil, most: 100).found
        let few = search(rough, below: first, most: 3000, givesUp: true)
        if few.cut == .max {
            return [first, few.found].compactMap(\.self).min().map { Minimum(value: $0, isExact: true) }
        }
        let savings = LineSavings(self, countsAll: true)
        let better = [first, search(savings, below: first, most: 300).found].compactMap(\.self).min()
        let (found, cut) = search(savings, below: better, most: Self.mostLabels)
        guard let best = [better, found].compactMap(\.self).min(), best <= cut else {
            return cut == .max ? nil : Minimum(value: cut, isExact: false)
        }
        return Minimum(value: best, isExact: true)
    }

    /// More labels of one day than this are cut down; the result is then a lower bound and perhaps not exact.
    private static let mostLabels = 400_000

    /// Least cost of a line below a limit, if there is one, and a lower bound of all lines that were cut off because a
    /// day had more than `most` labels; with `givesUp` the search ends as soon as that happens.
    private func search(
        _ savings: LineSavings, below limit: Int?, most: Int, givesUp: Bool = false
    ) -> (found: Int?, cut: Int) {
        var cut = Int.max
        var earliest = Array(repeating: Int.max, count: steps.count + 1)
        for day in steps.indices.reversed() {
            earliest[day] = min(earliest[day + 1], steps[day].map(\.start).min() ?? .max)
        }
        var labels = [rules.simplified(rules.initial, before: 0, earliest: earliest[0])]
        for day in steps.indices {
            var next: [LineLabel] = []
            let isLast = day + 1 == steps.count
            func add(_ label: LineLabel) {
                if let limit, savings.least(from: day + 1, label) >= limit - label.cost { return }
                next.append(
                    isLast ? label : rules.simplified(label, before: day + 1, earliest: earliest[day + 1]))
            }
            for label in labels {
                if mayRest[day], let rested = rules.rest(label, on: day) { add(rested) }
                for step in steps[day] {
                    if let worked = rules.work(label, step, on: day) { add(worked) }
                }
            }
            if !isLast {
                labels = LabelFront.reduced(next, minimum: rules.minimum)
                if labels.count > most && givesUp { return (nil, .min) }
                if labels.count > most {
                    let ranked = labels.map { (savings.least(from: day + 1, $0) + $0.cost, $0) }
                        .sorted { $0.0 < $1.0 }
                    cut = min(cut, ranked[most].0)
                    labels = ranked.prefix(most).map(\.1)
                }
            } else {
                labels = next
            }
        }
        return (labels.filter { $0.minutes >= rules.minimum ?? 0 }.map(\.cost).min(), cut)
    }
}
