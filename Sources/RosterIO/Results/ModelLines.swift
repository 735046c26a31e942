import RosterModel

/// The part of the neutral model that speaks of lines: shifts of each day, duties, and what the rules count of them.
struct ModelLines {
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
    private let work: [ModelWork]
    private let limits: [[ModelWork.Limit]]
    /// Position in `shiftDays`: `day * shifts + shift`; nil on days without the shift.
    private var positions: [Int?] = []
    /// First start to last end by position in `shiftDays`, and the parts of the shift.
    private var spans: [Range<Int>] = []
    private var parts: [[Range<Int>]] = []
    private var dutyNumbers: [DutyKey: Int] = [:]
    /// Stays of a round by position in `shiftDays`; empty for a shift spent in one sector.
    private var stays: [[WorkedShift.Stage]] = []

    init(_ scenario: Scenario, loweredMinimums: [AgentID: Int], agentsWithoutLine: Set<AgentID>) {
        self.scenario = scenario
        axis = scenario.axis
        work = scenario.regimes.map { ModelWork($0, scenario.axis) }
        limits = work.map(\.limits)
        addShiftDays()
        regimes = zip(scenario.regimes, work).map { Self.regime($0, $1, shiftDays: shiftDays.count) }
        for number in scenario.agents.indices {
            let id = AgentID(number)
            addAgent(id, minimum: loweredMinimums[id], hasLine: !agentsWithoutLine.contains(id))
        }
        addSums()
        addTeams()
    }

    private static func regime(_ regime: Regime, _ work: ModelWork, shiftDays: Int) -> ModelJSON.Regime {
        let isNightWorkerAsked = regime.nightWorkerDay != nil || regime.nightWorkerAverage != nil
        return ModelJSON.Regime(
            id: regime.id, dailyRestMinutes: regime.dailyRest?.minutes, rollingDayMinutes: regime.rollingDay?.minutes,
            workedDaysPerWeek: regime.workedDaysPerWeek?.days, consecutiveDays: regime.consecutiveDays?.days,
            consecutiveNights: regime.consecutiveNights?.nights, nightShiftMinutes: regime.nightShiftMinutes,
            weeklyRest: regime.weeklyRest.map { .init(minutes: $0.minutes, minutesWithinWeek: $0.minutesWithinWeek) },
            weeklyHalfDays: regime.weeklyHalfDays.map {
                .init(halfDays: $0.halfDays, restMinutes: $0.restMinutes)
            },
            sundaysOff: regime.sundaysOff.map { .init(off: $0.off, ofSundays: $0.ofSundays, isJoined: $0.isJoined) },
            restAfterWork: regime.restAfterWork.map {
                .init(restMinutes: $0.restMinutes, workMinutes: $0.workMinutes)
            },
            nightWorker: isNightWorkerAsked
                ? .init(nights: regime.nightWorkerNights, dayMinutes: regime.nightWorkerDay?.minutes) : nil,
            weekendRest: work.weekendRests, weeks: work.weeks, sums: [],
            facts: Array(repeating: nil, count: shiftDays))
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
                stays.append(shift.stages.first.map { shift.stays(in: $0.sector, day: day, axis: axis) } ?? [])
                shiftDays.append(
                    ModelJSON.ShiftDay(
                        day: day, shift: shift.id, minutes: ModelJSON.bounds(span), breakMinutes: shift.breakMinutes))
            }
        }
    }

    /// Stays of a shift day spent in a sector, or of a round.
    private func places(_ position: Int, _ sector: SectorID?) -> [WorkedShift.Stage] {
        sector.map { sector in parts[position].map { .init(sector: sector, minutes: $0) } } ?? stays[position]
    }

    // MARK: Agents

    private mutating func addAgent(_ id: AgentID, minimum: Int?, hasLine: Bool) {
        let agent = scenario[id]
        let pins = scenario.pins.filter { $0.agent == id }
        let day = ModelDay(id, scenario)
        var mine: [Int] = []
        var mustWork: [Int] = []
        for number in 0..<axis.dayCount where hasLine {
            let pin = pins.last { $0.day == number }
            let choices = choices(of: agent, day, number, pin: pin)
            let isTold = pin?.acceptedReason == nil && day.told(on: number).shift != nil && !choices.isEmpty
            if case .work? = pin?.decision { mustWork.append(number) } else if isTold { mustWork.append(number) }
            if pin?.decision != .off { mine += choices }
        }
        let isInTeam = agent.teamKey.map { key in scenario.agents.count { $0.teamKey == key } > 1 } ?? false
        let given = given(agent)
        agents.append(
            ModelJSON.Agent(
                id: agent.id, type: agent.type.value, regime: agent.regime.value, maximumMinutes: agent.maximumMinutes,
                minimumMinutes: isInTeam || !hasLine ? 0 : minimum ?? agent.minimumMinutes, duties: mine,
                mustWork: mustWork, hasHistory: agent.history != nil, given: given,
                isNightWorker: agent.isNightWorker || showsPattern(given, agent.regime)
                    || hasYearOfNights(given, agent.regime),
                yearsOfNights: yearsOfNights(given, agent.regime, duties: mine),
                limits: limits(of: agent, duties: mine), team: nil, excused: [],
                hasAcceptedBreach: pins.contains { $0.acceptedReason != nil }))
    }

    /// Duties of a service day that its rules and a pin to work leave to the agent.
    private mutating func choices(of agent: Agent, _ rules: ModelDay, _ day: Int, pin: Pin?) -> [Int] {
        let isAccepted = pin?.acceptedReason != nil
        let told = rules.told(on: day)
        var chosen: [Int] = []
        for shift in agent.shifts {
            guard let position = positions[day * scenario.shifts.count + shift.value] else { continue }
            let isRound = !scenario[shift].stages.isEmpty
            var sectors = rules.sectors(for: shift, parts: parts[position], stays: stays[position], day: day)
            if case .work(let wanted, let sector)? = pin?.decision {
                guard wanted == shift else { continue }
                if isAccepted, sectors.isEmpty { sectors = agent.sectors }
                if let sector, !isRound { sectors = isAccepted ? [sector] : sectors.filter { $0 == sector } }
            }
            if told.isBound, !isAccepted {
                sectors.removeAll { !isTold(told.shift, position, isRound ? nil : $0) }
            }
            guard !sectors.isEmpty else { continue }
            addFacts(position, agent.regime)
            chosen += isRound ? [duty(position, sector: nil)] : sectors.map { duty(position, sector: $0) }
        }
        return chosen
    }

    /// Whether a shift day, spent in a sector or as a round, is what the agent was told.
    private func isTold(_ told: WorkedShift?, _ position: Int, _ sector: SectorID?) -> Bool {
        let shift = shiftDays[position]
        return told?.name == shift.shift && told?.minutes == spans[position] && told?.breakMinutes == shift.breakMinutes
            && told?.stages.filter { !$0.minutes.isEmpty } == places(position, sector)
    }

    /// Shifts of the history and given work, by start.
    private func given(_ agent: Agent) -> [ModelJSON.Agent.Given] {
        let work = work[agent.regime.value]
        let past = (agent.history?.shifts ?? []).map { (day: $0.day, minutes: $0.minutes, rest: $0.breakMinutes) }
        let busy = agent.busy.map { (day: $0.day, minutes: $0.minutes, rest: 0) }
        return (past + busy).sorted {
            ($0.minutes.lowerBound, $0.minutes.upperBound) < ($1.minutes.lowerBound, $1.minutes.upperBound)
        }.map {
            .init(
                day: $0.day, minutes: ModelJSON.bounds($0.minutes),
                facts: work.facts([$0.minutes], day: $0.day, breakMinutes: $0.rest))
        }
    }

    /// Whether given work alone makes a night worker.
    private func showsPattern(_ given: [ModelJSON.Agent.Given], _ regime: RegimeID) -> Bool {
        let days = Dictionary(grouping: given, by: \.day).filter { day in
            day.value.reduce(0) { $0 + $1.facts.nightMinutes } >= scenario[regime].nightShiftMinutes
        }
        let weeks = Dictionary(grouping: days.keys) { work[regime.value].firstDay(ofWeekOf: $0) }
        return weeks.values.contains { $0.count >= scenario[regime].nightWorkerNights }
    }

    /// First service day of the twelve months that end on a service day.
    private static func yearStart(endingOn day: Int) -> Int { day - 364 }

    /// Whether given work alone has the hours of night in twelve months that make a night worker.
    private func hasYearOfNights(_ given: [ModelJSON.Agent.Given], _ regime: RegimeID) -> Bool {
        guard let asked = scenario[regime].nightWorkerYearMinutes else { return false }
        return (-1..<axis.dayCount).contains { Self.nightMinutes(given, endingOn: $0) >= asked }
    }

    /// Night minutes of given work in the twelve months that end on a service day.
    private static func nightMinutes(_ given: [ModelJSON.Agent.Given], endingOn day: Int) -> Int {
        given.reduce(0) { $0 + ((yearStart(endingOn: day)...day).contains($1.day) ? $1.facts.nightMinutes : 0) }
    }

    /// Night minutes of shifts in runs of service days that make a night worker; runs that never have so many, and those that
    /// another run says as well, are left out.
    private func yearsOfNights(
        _ given: [ModelJSON.Agent.Given], _ regime: RegimeID, duties mine: [Int]
    ) -> [[Int]] {
        let isAsked = scenario[regime].nightWorkerDay != nil || scenario[regime].nightWorkerAverage != nil
        guard isAsked, let asked = scenario[regime].nightWorkerYearMinutes else { return [] }
        var most = Array(repeating: 0, count: axis.dayCount)
        for duty in mine {
            let shift = duties[duty].shiftDay
            let day = shiftDays[shift].day
            most[day] = max(most[day], work[regime.value].nightMinutes(parts[shift], day: day))
        }
        let runs = (0..<axis.dayCount).map { last in
            (
                first: max(0, Self.yearStart(endingOn: last)), last: last,
                minutes: asked - Self.nightMinutes(given, endingOn: last)
            )
        }
        return runs.filter { run in
            let isSaid = runs.contains {
                $0.last > run.last && $0.first <= run.first && $0.minutes <= run.minutes
            }
            return !isSaid && most[run.first...run.last].reduce(0, +) >= run.minutes
        }.map { [$0.first, $0.last, $0.minutes] }
    }

    /// Limits of the regime that given work and the longest duties of the days could break together.
    private func limits(of agent: Agent, duties mine: [Int]) -> [[Int]] {
        let work = work[agent.regime.value]
        let shifts = Set(mine.map { duties[$0].shiftDay })
        return limits[agent.regime.value].enumerated().compactMap { number, limit in
            let past = (agent.history?.shifts ?? []).reduce(0) {
                $0 + work.minutes([$1.minutes], breakMinutes: $1.breakMinutes, inside: limit.span)
            }
            let known = agent.busy.reduce(past) { $0 + $1.minutes.clamped(to: limit.span).count }
            var longest = Array(repeating: 0, count: axis.dayCount)
            for shift in shifts {
                let minutes = work.minutes(
                    parts[shift], breakMinutes: shiftDays[shift].breakMinutes, inside: limit.span)
                longest[shiftDays[shift].day] = max(longest[shiftDays[shift].day], minutes)
            }
            let most = max(0, limit.minutes - known)
            return longest.reduce(0, +) > most ? [number, most] : nil
        }
    }

    private mutating func addSums() {
        for number in regimes.indices {
            let used = shiftDays.indices.filter { regimes[number].facts[$0] != nil }
            regimes[number].sums = limits[number].map { limit in
                ModelJSON.Regime.Sum(
                    rule: limit.rule.rawValue, nightWorkersOnly: limit.nightWorkersOnly,
                    terms: used.compactMap { shift in
                        let minutes = work[number].minutes(
                            parts[shift], breakMinutes: shiftDays[shift].breakMinutes, inside: limit.span)
                        return minutes > 0 ? [shift, minutes] : nil
                    })
            }
        }
    }

    /// Numbers constituted teams and notes what keeps a member from duties of the others.
    private mutating func addTeams() {
        let keyed = scenario.agents.indices.filter { scenario.agents[$0].teamKey != nil }
        let teams = Dictionary(grouping: keyed) { scenario.agents[$0].teamKey ?? "" }.values.filter { $0.count > 1 }
        for (team, members) in teams.sorted(by: { $0[0] < $1[0] }).enumerated() {
            let all = Set(members.flatMap { agents[$0].duties }).sorted()
            for member in members {
                let day = ModelDay(AgentID(member), scenario)
                agents[member].team = team
                agents[member].excused = all.filter { duty in
                    let shift = duties[duty].shiftDay
                    return day.isKeptAway(in: parts[shift], day: shiftDays[shift].day)
                }
            }
        }
    }

    // MARK: Duties

    private mutating func duty(_ shiftDay: Int, sector: SectorID?) -> Int {
        let key = DutyKey(shiftDay: shiftDay, sector: sector?.value)
        if let known = dutyNumbers[key] { return known }
        let places = places(shiftDay, sector)
        let grid = axis.gridMinutes
        duties.append(
            ModelJSON.Duty(
                shiftDay: shiftDay,
                stages: places.map {
                    .init(
                        sector: $0.sector.value, start: axis.iso($0.minutes.lowerBound),
                        end: axis.iso($0.minutes.upperBound))
                },
                presence: places.compactMap { stay in
                    let first = (stay.minutes.lowerBound + grid - 1) / grid
                    let end = stay.minutes.upperBound / grid
                    return first < end ? [stay.sector.value, first, end] : nil
                }))
        dutyNumbers[key] = duties.count - 1
        return duties.count - 1
    }

    private mutating func addFacts(_ shiftDay: Int, _ regime: RegimeID) {
        guard regimes[regime.value].facts[shiftDay] == nil else { return }
        let shift = shiftDays[shiftDay]
        regimes[regime.value].facts[shiftDay] = work[regime.value].facts(
            parts[shiftDay], day: shift.day, breakMinutes: shift.breakMinutes)
    }
}
