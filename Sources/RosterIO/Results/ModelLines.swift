import RosterModel

/// The part of the neutral model that speaks of lines: shifts of each day, duties, and what the rules count of them.
struct ModelLines {
    private(set) var weeks: [ModelJSON.Week] = []
    private(set) var shiftDays: [ModelJSON.ShiftDay] = []
    private(set) var duties: [ModelJSON.Duty] = []
    private(set) var regimes: [ModelJSON.Regime] = []
    private(set) var agents: [ModelJSON.Agent] = []

    /// A shift on a day in a sector; no sector for a round.
    private struct DutyKey: Hashable {
        let shiftDay: Int
        let sector: Int?
    }

    private let scenario: Scenario
    private let axis: TimeAxis
    private var weekSpans: [Range<Int>] = []
    /// Position in `shiftDays`: `day * shifts + shift`; nil on days without the shift.
    private var positions: [Int?] = []
    /// First start to last end by position in `shiftDays`, and the parts of the shift.
    private var spans: [Range<Int>] = []
    private var parts: [[Range<Int>]] = []
    private var dutyNumbers: [DutyKey: Int] = [:]

    init(_ scenario: Scenario, loweredMinimums: [AgentID: Int]) {
        self.scenario = scenario
        axis = scenario.axis
        addWeeks()
        addShiftDays()
        regimes = scenario.regimes.map { regime in
            ModelJSON.Regime(
                id: regime.id, dailyRestMinutes: regime.dailyRest?.minutes,
                civilWeekMaximumMinutes: regime.maximumCivilWeek?.minutes,
                averageMaximumMinutes: regime.averageOverHorizon.map { $0.weeklyMinutes * axis.dayCount / 7 },
                workedDaysPerWeek: regime.workedDaysPerWeek?.days, consecutiveDays: regime.consecutiveDays?.days,
                consecutiveNights: regime.consecutiveNights?.nights,
                weeklyRest: regime.weeklyRest.map {
                    .init(minutes: $0.minutes, minutesWithinWeek: $0.minutesWithinWeek)
                },
                sundaysOff: regime.sundaysOff.map { .init(off: $0.off, ofSundays: $0.ofSundays) },
                facts: Array(repeating: nil, count: shiftDays.count))
        }
        for number in scenario.agents.indices {
            addAgent(AgentID(number), minimum: loweredMinimums[AgentID(number)])
        }
    }

    private func midnight(_ day: Int) -> Int { axis.minute(date: axis.date(ofDay: day), clock: 0) }

    private mutating func addWeeks() {
        weekSpans = axis.civilWeeks
        weeks = weekSpans.map { span in
            let monday = axis.dayIndex(of: axis.local(span.lowerBound).date)
            let isWhole = span.upperBound <= axis.endMinute
            return ModelJSON.Week(
                minutes: ModelJSON.bounds(span), days: [monday, monday + 7], judgesRestWithHistory: isWhole,
                judgesRestWithoutHistory: isWhole && span.lowerBound >= 0)
        }
    }

    private mutating func addShiftDays() {
        for day in 0..<axis.dayCount {
            let whole = axis.minutes(ofDay: day)
            for shift in scenario.shifts {
                let span = shift.minutes(day: day, axis: axis)
                guard shift.days[day], !span.isEmpty, span.clamped(to: whole) == span else {
                    positions.append(nil)
                    continue
                }
                positions.append(shiftDays.count)
                spans.append(span)
                parts.append(shift.workedParts(day: day, axis: axis))
                shiftDays.append(
                    ModelJSON.ShiftDay(
                        day: day, shift: shift.id, minutes: ModelJSON.bounds(span), breakMinutes: shift.breakMinutes))
            }
        }
    }

    // MARK: Agents

    private mutating func addAgent(_ id: AgentID, minimum: Int?) {
        let agent = scenario[id]
        let regime = scenario[agent.regime]
        let pins = scenario.pins.filter { $0.agent == id }
        var mine: [Int] = []
        var mustWork: [Int] = []
        for day in 0..<axis.dayCount {
            let pin = pins.last { $0.day == day }
            if case .work? = pin?.decision { mustWork.append(day) }
            if pin?.decision == .off { continue }
            for shift in agent.shifts {
                let position = day * scenario.shifts.count + shift.value
                guard let shiftDay = positions[position] ?? nil else { continue }
                var sectors = agent.sectors
                if case .work(let wanted, let sector)? = pin?.decision {
                    guard wanted == shift else { continue }
                    if let sector, scenario[shift].stages.isEmpty { sectors = [sector] }
                }
                let isAccepted = pin?.acceptedReason != nil
                guard isAccepted || isLawful(shift, shiftDay, day: day, agent, regime) else { continue }
                if !isAccepted { sectors = sectors.filter(agent.sectors.contains) }
                addFacts(shiftDay, agent.regime)
                if scenario[shift].stages.isEmpty {
                    mine += sectors.map { duty(shiftDay, shift: shift, sector: $0) }
                } else {
                    mine.append(duty(shiftDay, shift: shift, sector: nil))
                }
            }
        }
        agents.append(
            ModelJSON.Agent(
                id: agent.id, type: agent.type.value, regime: agent.regime.value, maximumMinutes: agent.maximumMinutes,
                minimumMinutes: minimum ?? agent.minimumMinutes, duties: mine, mustWork: mustWork,
                history: agent.history.map { history in
                    history.shifts.sorted { $0.minutes.lowerBound < $1.minutes.lowerBound }.map {
                        ModelJSON.Agent.Past(
                            day: $0.day, minutes: ModelJSON.bounds($0.minutes),
                            facts: facts(of: [$0.minutes], day: $0.day, breakMinutes: $0.breakMinutes, regime))
                    }
                },
                hasAcceptedBreach: pins.contains { $0.acceptedReason != nil }))
    }

    /// Whether no rule that looks at the day alone forbids the shift to the agent.
    private func isLawful(
        _ id: ShiftID, _ shiftDay: Int, day: Int, _ agent: Agent, _ regime: Regime
    ) -> Bool {
        let shift = scenario[id]
        let parts = parts[shiftDay]
        guard shift.stages.allSatisfy({ agent.sectors.contains($0.sector) }),
            !agent.absences.contains(where: { $0.days.contains(day) || parts.contains(where: $0.minutes.overlaps) })
        else { return false }
        if let limit = regime.amplitude, spans[shiftDay].count > limit.minutes { return false }
        if let limit = regime.maximumDay,
            working(parts, breakMinutes: shift.breakMinutes, inside: spans[shiftDay], regime) > limit.minutes
        {
            return false
        }
        let isNightOff = regime.nightForbidden != nil || !agent.nightAllowed
        return !isNightOff || nightMinutes(parts, day: day, regime) == 0
    }

    // MARK: Duties

    private mutating func duty(_ shiftDay: Int, shift: ShiftID, sector: SectorID?) -> Int {
        let key = DutyKey(shiftDay: shiftDay, sector: sector?.value)
        if let known = dutyNumbers[key] { return known }
        let place = sector ?? scenario[shift].stages.first?.sector ?? SectorID(0)
        let stages = scenario[shift].stays(in: place, day: shiftDays[shiftDay].day, axis: axis)
        let grid = axis.gridMinutes
        duties.append(
            ModelJSON.Duty(
                shiftDay: shiftDay,
                stages: stages.map {
                    .init(
                        sector: $0.sector.value, start: axis.iso($0.minutes.lowerBound),
                        end: axis.iso($0.minutes.upperBound))
                },
                presence: stages.compactMap { stage in
                    let first = (stage.minutes.lowerBound + grid - 1) / grid
                    let end = stage.minutes.upperBound / grid
                    return first < end ? [stage.sector.value, first, end] : nil
                }))
        dutyNumbers[key] = duties.count - 1
        return duties.count - 1
    }

    // MARK: What rules count

    private mutating func addFacts(_ shiftDay: Int, _ regime: RegimeID) {
        guard regimes[regime.value].facts[shiftDay] == nil else { return }
        let shift = shiftDays[shiftDay]
        regimes[regime.value].facts[shiftDay] = facts(
            of: parts[shiftDay], day: shift.day, breakMinutes: shift.breakMinutes, scenario[regime])
    }

    private func facts(of parts: [Range<Int>], day: Int, breakMinutes: Int, _ regime: Regime) -> ModelJSON.Facts {
        let whole = (parts.first?.lowerBound ?? 0)..<(parts.last?.upperBound ?? parts.first?.lowerBound ?? 0)
        return ModelJSON.Facts(
            working: working(parts, breakMinutes: breakMinutes, inside: whole, regime),
            isNight: nightMinutes(parts, day: day, regime) >= regime.nightShiftMinutes,
            weeks: weekSpans.indices.compactMap { week in
                let minutes = working(parts, breakMinutes: breakMinutes, inside: weekSpans[week], regime)
                return minutes > 0 ? [week, minutes] : nil
            },
            sundays: (day - 1...day + 2).filter { date in
                guard axis.weekday(ofDay: date) == .sunday else { return false }
                let civil = midnight(date)..<midnight(date + 1)
                let startsOnly = regime.sundaysOff?.countsStartsOnly ?? false
                return parts.contains { startsOnly ? civil.contains($0.lowerBound) : civil.overlaps($0) }
            })
    }

    /// Working minutes of the parts of a shift inside a span of time; the break counts in the longest part, the first of
    /// equals.
    private func working(
        _ parts: [Range<Int>], breakMinutes: Int, inside whole: Range<Int>, _ regime: Regime
    ) -> Int {
        let longest = parts.map(\.count).max()
        let holder = parts.firstIndex { $0.count == longest }
        return parts.enumerated().reduce(0) { sum, part in
            sum
                + working(
                    part.element, breakMinutes: part.offset == holder ? breakMinutes : 0, inside: whole, regime)
        }
    }

    /// Working minutes inside a span of time; the break counts in the longer part of a shift that is cut, in the first when
    /// both are equal.
    private func working(_ span: Range<Int>, breakMinutes: Int, inside whole: Range<Int>, _ regime: Regime) -> Int {
        let part = span.clamped(to: whole).count
        if part == 0 || regime.breakCountsAsWork { return part }
        let rest = span.count - part
        let isFirst = span.lowerBound >= whole.lowerBound
        return max(0, part - (part > rest || (part == rest && isFirst) ? breakMinutes : 0))
    }

    private func nightMinutes(_ parts: [Range<Int>], day: Int, _ regime: Regime) -> Int {
        (day - 2...day + 1).reduce(0) { sum, day in
            let night = axis.minutes(day: day, range: regime.nightClock)
            return parts.reduce(sum) { $0 + $1.clamped(to: night).count }
        }
    }
}
