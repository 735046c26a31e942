import RosterModel

/// Which shifts the rules of single days leave to one agent, for the neutral model (`Meaning`, "Lawful shifts of one day").
struct ModelDay {
    private let scenario: Scenario
    private let axis: TimeAxis
    private let agent: Agent
    private let regime: Regime
    private let work: ModelWork
    /// What the agent was told, by service day.
    private let published: [Int: [WorkedShift]]

    init(_ id: AgentID, _ scenario: Scenario) {
        self.scenario = scenario
        axis = scenario.axis
        agent = scenario[id]
        regime = scenario[agent.regime]
        work = ModelWork(regime, axis)
        published = Dictionary(
            grouping: scenario.published?.roster.shifts.filter { $0.agent == id } ?? [], by: \.day)
    }

    /// Sectors in which the agent may lawfully spend the shift on the day; those of a round are one choice, named by its first.
    func sectors(for id: ShiftID, span: Range<Int>, stays: [WorkedShift.Stage], day: Int) -> [SectorID] {
        let shift = scenario[id]
        guard isLawful(shift, span: span, day: day) else { return [] }
        guard stays.isEmpty else {
            let isOpen = stays.allSatisfy { agent.sectors.contains($0.sector) && allows($0, shift, day: day) }
            return isOpen ? [stays[0].sector] : []
        }
        return agent.sectors.filter { allows(.init(sector: $0, minutes: span), shift, day: day) }
    }

    /// What the published roster makes the agent do on a day of notice; nil on other days, and a name and stays or nothing
    /// otherwise.
    func told(on day: Int) -> (isBound: Bool, shift: WorkedShift?) {
        guard let decision = scenario.published?.decisionDay,
            day < decision + max(0, regime.noticeOfChange?.days ?? 0)
        else { return (false, nil) }
        let shifts = published[day] ?? []
        return (true, shifts.count == 1 ? shifts[0] : nil)
    }

    /// Whether something other than the rules of work keeps the agent away.
    func isKeptAway(in span: Range<Int>, day: Int) -> Bool {
        !agent.contractDays.contains(day)
            || agent.absences.contains { $0.days.contains(day) || $0.minutes.overlaps(span) }
            || agent.busy.contains { $0.minutes.overlaps(span) } || agent.standby.contains { $0.overlaps(span) }
    }

    private func isLawful(_ shift: Shift, span: Range<Int>, day: Int) -> Bool {
        guard !isKeptAway(in: span, day: day) else { return false }
        let busy = agent.busy.filter { $0.day == day }.map(\.minutes)
        let working = work.minutes(span, breakMinutes: shift.breakMinutes)
        if let limit = regime.amplitude, reach(of: span, busy) > limit.minutes { return false }
        if let limit = regime.maximumDay, busy.reduce(working, { $0 + $1.count }) > limit.minutes { return false }
        if let limit = regime.shortestShift, span.count < limit.minutes { return false }
        if let rule = regime.breakDuringWork, working >= rule.afterMinutes, shift.breakMinutes < rule.minutes {
            return false
        }
        let isNightOff = regime.nightForbidden != nil || !agent.nightAllowed
        return !isNightOff || work.nightMinutes(span, day: day) == 0
    }

    /// From the first start to the last end of the pieces that no daily rest parts from the shift.
    private func reach(of span: Range<Int>, _ busy: [Range<Int>]) -> Int {
        var whole = span
        var left = busy
        while let next = left.firstIndex(where: { piece in
            guard let rest = regime.dailyRest?.minutes else { return true }
            return piece.lowerBound - whole.upperBound < rest && whole.lowerBound - piece.upperBound < rest
        }) {
            let piece = left.remove(at: next)
            whole = min(whole.lowerBound, piece.lowerBound)..<max(whole.upperBound, piece.upperBound)
        }
        return whole.count
    }

    /// Whether the hours of missions, or a permission, hold every minute of a stay.
    private func allows(_ stay: WorkedShift.Stage, _ shift: Shift, day: Int) -> Bool {
        guard let rule = regime.missionHours, !shift.isStaticGuard,
            !scenario.dayNames[day].contains(MissionHours.festivities)
        else { return true }
        let permissions = scenario.nightPermissions.filter {
            $0.days[day] && $0.sectors?.contains(stay.sector) ?? true
        }
        let open =
            (day - 1...day + 1).map { axis.minutes(day: $0, range: rule.hours) }
            + permissions.map { axis.minutes(day: day, range: $0.hours) }
        let closed = open.reduce([stay.minutes]) { left, span in
            left.flatMap { part -> [Range<Int>] in
                let cut = span.clamped(to: part)
                return cut.isEmpty
                    ? [part]
                    : [part.lowerBound..<cut.lowerBound, cut.upperBound..<part.upperBound].filter { !$0.isEmpty }
            }
        }
        return closed.isEmpty
    }
}
