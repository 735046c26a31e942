import RosterModel

/// A shift that an agent may work on one day, seen by the rules of work alone.
struct ShiftOption: Sendable {
    let shift: ShiftID
    /// Elapsed minutes.
    let minutes: Range<Int>
    /// Working minutes.
    let work: Int
    let breakMinutes: Int
    /// Kept whatever the rules say: a pin whose breach is accepted.
    let isForced: Bool
}

/// What the resources of one agent's lines are built from.
struct LineContext {
    let axis: TimeAxis
    let agent: Agent
    let regime: Regime
    /// Shifts by service day.
    let options: [[ShiftOption]]
    /// Service days on which the agent must work.
    let mustWork: [Bool]

    init(agent id: AgentID, scenario: Scenario, availability: Availability) {
        axis = scenario.axis
        agent = scenario[id]
        regime = scenario[agent.regime]
        options = availability.shifts.indices.map { [axis, regime] day in
            availability.shifts[day].map { shift in
                let minutes = axis.minutes(day: day, range: scenario[shift].hours)
                let pause = scenario[shift].breakMinutes
                return ShiftOption(
                    shift: shift, minutes: minutes, work: regime.workingMinutes(of: minutes, breakMinutes: pause),
                    breakMinutes: pause, isForced: availability.pins[day]?.acceptedReason != nil)
            }
        }
        mustWork = availability.pins.map {
            if case .work? = $0?.decision { true } else { false }
        }
    }

    /// Civil week of a service day's date, as the elapsed minutes of its Monday and of the next.
    func week(ofDay day: Int) -> Range<Int> {
        let date = axis.date(ofDay: day)
        let monday = date.advanced(by: -date.weekday.rawValue)
        return axis.minute(date: monday, clock: 0)..<axis.minute(date: monday.advanced(by: 7), clock: 0)
    }

    /// Whether the service day's date is a Sunday, the last of its civil week.
    func isSunday(_ day: Int) -> Bool { axis.weekday(ofDay: day) == .sunday }
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

    /// The resources that can bind, in the order of ``Rule``.
    func resources() -> [any LineResource] {
        let candidates: [(any LineResource)?] = [
            DailyRestResource(self), CivilWeekResource(self), WeeklyRestResource(self), WorkedDaysPerWeekResource(self),
            ConsecutiveDaysResource(self), ConsecutiveNightsResource(self), SundaysOffResource(self),
        ]
        return candidates.compactMap { $0 }
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
                    let pinned = mustWork[day] && options[day].count == 1 ? 0 : nil
                    return !resource.extend(&state, day: day, option: pinned)
                })
        }
    }

    /// The rules that the bound counts, for the certificate.
    ///
    /// For an agent with an accepted breach only the rules of single days count: which of the others still hold around the
    /// breach need not be agreed upon with a checker, and fewer rules are always valid.
    var countedRules: Set<Rule> {
        if hasAcceptedBreach { return LineDiagram.dayRules }
        return Set(Rule.allCases.filter { $0 != .contractMinimum || agent.minimumMinutes > 0 })
    }
}
