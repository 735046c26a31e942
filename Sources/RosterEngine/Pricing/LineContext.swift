import RosterModel

/// A shift that an agent may work on one day with the given work of that day, seen by the rules of work alone.
struct ShiftOption: Sendable {
    /// Nil for a day of given work alone.
    let shift: ShiftID?
    /// Parts of the shift and busy intervals, by start.
    let pieces: [WorkPiece]
    /// Working minutes of the shift, as the contract counts them.
    let work: Int
    /// Kept whatever the rules say: a pin whose breach is accepted.
    let isForced: Bool

    /// First start to last end.
    var minutes: Range<Int> { pieces.minutes }
    /// Working minutes of all pieces.
    var dayWork: Int { pieces.reduce(0) { $0 + $1.work } }
}

/// What the resources of one agent's lines are built from.
struct LineContext {
    let axis: TimeAxis
    let agent: Agent
    let regime: Regime
    /// Shifts by service day; on a day with given work, that work alone comes last.
    let options: [[ShiftOption]]
    /// Number of shifts among the options of each service day.
    let shiftCounts: [Int]
    /// Service days on which the agent must work.
    let mustWork: [Bool]
    /// Shifts of the history with their service days, by start.
    let past: [(day: Int, piece: WorkPiece)]
    /// Work that no plan decides: the history and busy intervals.
    var givenPieces: [WorkPiece] { past.map(\.piece) + agent.busy.map(WorkPiece.init) }
    /// Service days of that work.
    var givenDays: Set<Int> { Set(past.map(\.day) + agent.busy.map(\.day)) }

    init(agent id: AgentID, scenario: Scenario, availability: Availability) {
        axis = scenario.axis
        agent = scenario[id]
        regime = scenario[agent.regime]
        options = availability.shifts.indices.map { [axis, regime, agent] day in
            let given = agent.busy.filter { $0.day == day }.map(WorkPiece.init)
            let shifts = availability.shifts[day].map { shift in
                let parts = WorkPiece.parts(
                    scenario[shift].workedParts(day: day, axis: axis), breakMinutes: scenario[shift].breakMinutes,
                    regime)
                return ShiftOption(
                    shift: shift, pieces: WorkPiece.sorted(parts + given), work: parts.reduce(0) { $0 + $1.work },
                    isForced: availability.pins[day]?.acceptedReason != nil)
            }
            return given.isEmpty ? shifts : shifts + [ShiftOption(shift: nil, pieces: given, work: 0, isForced: false)]
        }
        shiftCounts = availability.shifts.map(\.count)
        past = (agent.history?.shifts ?? []).sorted { $0.minutes.lowerBound < $1.minutes.lowerBound }
            .map { [regime] in ($0.day, WorkPiece($0.minutes, breakMinutes: $0.breakMinutes, isPlanned: false, regime))
            }
        mustWork = availability.pins.enumerated().map { day, pin in
            if case .work? = pin?.decision { return true }
            // A day off by a pin is no way around a published shift, unless its reason is accepted.
            return pin?.acceptedReason == nil && availability.boundDays.contains(day)
                && !availability.lawfulShifts[day].isEmpty
        }
    }

    /// The context of an agent who may choose among other options, none of them asked for.
    ///
    /// - Parameter shiftCounts: Number of shifts among the options of each day; nil when all are.
    init(_ base: LineContext, options: [[ShiftOption]], shiftCounts: [Int]? = nil) {
        axis = base.axis
        agent = base.agent
        regime = base.regime
        past = base.past
        mustWork = base.mustWork.map { _ in false }
        self.options = options
        self.shiftCounts = shiftCounts ?? options.map(\.count)
    }

    /// The same agent without any shift, whatever is asked of him.
    var withoutShifts: LineContext {
        let given = options.map { $0.filter { $0.shift == nil } }
        return LineContext(self, options: given, shiftCounts: given.map { _ in 0 })
    }

    /// Days since the first day of the civil week of a service day's date.
    func dayOfWeek(_ day: Int) -> Int { (axis.weekday(ofDay: day).rawValue - regime.weekStart.rawValue + 7) % 7 }

    /// Civil week of a service day's date, as elapsed minutes.
    func week(ofDay day: Int) -> Range<Int> {
        let first = axis.date(ofDay: day - dayOfWeek(day))
        return axis.minute(date: first, clock: 0)..<axis.minute(date: first.advanced(by: 7), clock: 0)
    }

    /// Whether the service day's date is the last of its civil week.
    func endsWeek(_ day: Int) -> Bool { dayOfWeek(day) == 6 }

    /// Whether the service day's date is a Sunday.
    func isSunday(_ day: Int) -> Bool { axis.weekday(ofDay: day) == .sunday }

    /// Whether the pieces of a day together make it a night.
    func isNight(_ pieces: [WorkPiece]) -> Bool {
        let minutes = pieces.reduce(0) { $0 + axis.nightMinutes(of: $1.minutes, clock: regime.nightClock) }
        return minutes >= regime.nightShiftMinutes
    }

    /// Service days of the history that are nights.
    var pastNights: Set<Int> {
        Set(Dictionary(grouping: past, by: \.day).filter { isNight($0.value.map(\.piece)) }.keys)
    }

    /// Service days that are nights whatever the plan decides.
    var givenNights: Set<Int> {
        pastNights.union(
            Dictionary(grouping: agent.busy, by: \.day).filter { isNight($0.value.map(WorkPiece.init)) }.keys)
    }

    /// What is worked on a service day when no shift is: the option of given work alone, or nil.
    func idle(_ day: Int) -> Int? { options[day].count > shiftCounts[day] ? shiftCounts[day] : nil }
}

/// Which rules a diagram of lines counts.
enum RuleScope {
    /// All of them: lawful lines.
    case all
    /// Those that bounds count (`Meaning`, "Bounds").
    case bounds
    /// The rules of single days.
    case singleDays
}

/// A rule of work as a resource of the pricing problem: it extends a state by one day.
///
/// - Source: Irnich and Desaulniers 2005, doi:10.1007/0-387-25486-2_2 (resource extension functions).
protocol LineResource: Sendable {
    /// Sets the resource's lanes before the first day, from the history.
    func begin(_ state: inout LineState)

    /// Extends the state by one service day.
    ///
    /// Also when the rule is broken the lanes are set as if the day had passed, held at the limit, since a pin with an
    /// accepted reason is kept all the same.
    ///
    /// - Parameter option: Position in the day's options; nil for a day without shift.
    /// - Returns: Whether the rule holds.
    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool
}

extension LineContext {
    /// Whether some pin is kept although it breaks a rule.
    var hasAcceptedBreach: Bool { options.contains { $0.contains(where: \.isForced) } }

    /// The resources that can bind and that bounds count as well, in the order of ``Rule``.
    private func countedResources() -> [any LineResource] {
        let candidates: [(any LineResource)?] = [
            DailyRestResource(self), ConsecutiveDaysResource(self), ConsecutiveNightsResource(self),
            SundaysOffResource(self),
        ]
        return candidates.compactMap { $0 } + (regime.weekStart == .monday ? weekResources() : [])
    }

    /// Resources of the civil week.
    private func weekResources() -> [any LineResource] {
        let candidates: [(any LineResource)?] = [
            CivilWeekResource(self), WeeklyRestResource(self), WorkedDaysPerWeekResource(self),
        ]
        return candidates.compactMap { $0 }
    }

    /// The resources that can bind and that bounds leave out.
    private func furtherResources() -> [any LineResource] {
        let candidates: [(any LineResource)?] = [
            AverageOverWeeksResource(self), NightWorkerDayResource(self), NightWorkerAverageResource(self),
            RollingDayResource(self), RestAfterWorkResource(self), WeekendRestResource(self),
            JoinedSundaysResource(self), WeeklyHalfDaysResource(self),
        ]
        return candidates.compactMap { $0 } + (regime.weekStart == .monday ? [] : weekResources())
    }

    /// The resources of the given rules that can bind.
    func resources(_ scope: RuleScope) -> [any LineResource] {
        switch scope {
        case .all: countedResources() + furtherResources()
        case .bounds: countedResources()
        case .singleDays: []
        }
    }

    /// The rules that bounds count of this agent.
    var boundScope: RuleScope {
        // Around an accepted breach or given work the other rules need not be agreed upon with a checker.
        if hasAcceptedBreach || !agent.busy.isEmpty { return .singleDays }
        return furtherResources().isEmpty ? .all : .bounds
    }

    /// Breaches that accepted pins make by themselves: per resource, the days on which a line of nothing but the pins fails.
    ///
    /// Only these are let pass. A breach that another shift makes together with a pin is none of theirs.
    func breachesOfPins(_ resources: [any LineResource]) -> [Set<Int>] {
        guard hasAcceptedBreach else { return resources.map { _ in [] } }
        return resources.map { resource in
            var state = LineState(repeating: 0)
            resource.begin(&state)
            return Set(
                options.indices.filter { day in
                    let pinned = mustWork[day] && shiftCounts[day] == 1 ? 0 : idle(day)
                    return !resource.extend(&state, day: day, option: pinned)
                })
        }
    }

    /// Rules beyond single days that no bound counts.
    private static let neverCounted: Set<Rule> = [
        .averageOverWeeks, .nightWorkerDay, .nightWorkerAverage, .rollingDay, .restAfterWork, .weekendRest,
        .weeklyHalfDays,
    ]

    /// The rules that the bound counts, for the certificate.
    ///
    /// Fewer rules are always valid.
    var countedRules: Set<Rule> {
        if boundScope == .singleDays { return LineDiagram.dayRules }
        var rules = Set(Rule.allCases).subtracting(Self.neverCounted)
        if regime.weekStart != .monday { rules.subtract([.maximumCivilWeek, .weeklyRest, .workedDaysPerWeek]) }
        if agent.minimumMinutes == 0 || boundScope != .all { rules.remove(.contractMinimum) }
        return rules
    }
}
