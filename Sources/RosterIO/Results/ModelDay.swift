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
    func sectors(for id: ShiftID, parts: [Range<Int>], stays: [WorkedShift.Stage], day: Int) -> [SectorID] {
        let shift = scenario[id]
        guard isLawful(shift, parts: parts, day: day) else { return [] }
        guard stays.isEmpty else {
            let isOpen = stays.allSatisfy { agent.sectors.contains($0.sector) && allows($0, shift, day: day) }
            return isOpen ? [stays[0].sector] : []
        }
        return agent.sectors.filter { sector in
            parts.allSatisfy { allows(.init(sector: sector, minutes: $0), shift, day: day) }
        }
    }

    /// What the published roster makes the agent do on a day of notice; nil on other days, and a name and stays or nothing
    /// otherwise.
    func told(on day: Int) -> (isBound: Bool, shift: WorkedShift?) {
        guard let roster = scenario.published, isBound(roster, on: day) else { return (false, nil) }
        let shifts = published[day] ?? []
        return (true, shifts.count == 1 ? shifts[0] : nil)
    }

    /// Whether a change of the day comes too late.
    private func isBound(_ roster: PublishedRoster, on day: Int) -> Bool {
        if day < roster.decisionDay { return true }
        guard let rule = regime.noticeOfChange else { return false }
        let notice = (roster.decisionDay + 1..<day + 1).count { between in
            let date = axis.date(ofDay: between)
            let isWeekend = date.weekday == .saturday || date.weekday == .sunday
            return !rule.countsWorkingDays || !(isWeekend || roster.publicHolidays.contains(date))
        }
        return notice < rule.days
    }

    /// Whether something other than the rules of work keeps the agent away from some part of a shift.
    func isKeptAway(in parts: [Range<Int>], day: Int) -> Bool {
        !agent.contractDays.contains(day) || agent.absences.contains { $0.days.contains(day) }
            || (agent.absences.map(\.minutes) + agent.busy.map(\.minutes) + agent.standby).contains { taken in
                parts.contains(where: taken.overlaps)
            }
    }

    private func isLawful(_ shift: Shift, parts: [Range<Int>], day: Int) -> Bool {
        guard let first = parts.first, let last = parts.last, !isKeptAway(in: parts, day: day) else { return false }
        let busy = agent.busy.filter { $0.day == day }.map(\.minutes)
        let working = work.minutes(parts, breakMinutes: shift.breakMinutes)
        let reach = reach(of: first.lowerBound..<last.upperBound, busy)
        if let limit = regime.amplitude, reach.count > limit.minutes { return false }
        if let limit = regime.maximumDay, busy.reduce(working, { $0 + $1.count }) > limit.minutes { return false }
        if let rule = regime.innerRest, !rests(parts + busy.filter(reach.overlaps), shift.breakMinutes, keep: rule) {
            return false
        }
        let isNightOff = regime.nightForbidden != nil || !agent.nightAllowed
        if regime.publicHolidaysOff != nil {
            let isOnHoliday = [day, day + 1].map(axis.date).filter(scenario.publicHolidays.contains).contains { date in
                let end = axis.minute(date: date.advanced(by: 1), clock: 0)
                return parts.contains { $0.upperBound > axis.minute(date: date, clock: 0) && $0.lowerBound < end }
            }
            if isOnHoliday { return false }
        }
        return keepsSplit(shift, parts) && (!isNightOff || work.nightMinutes(parts, day: day) == 0)
    }

    /// Rules on the parts of a shift and its gaps.
    private func keepsSplit(_ shift: Shift, _ parts: [Range<Int>]) -> Bool {
        let gaps = Self.gaps(parts)
        if let rule = regime.splitDay {
            guard parts.count <= rule.parts, gaps.allSatisfy({ $0 <= rule.gapMinutes ?? .max }) else { return false }
        }
        // Positions of the parts between gaps that are long enough.
        func runs(apart isLong: (Int) -> Bool) -> [Range<Int>] {
            let cuts = [0] + gaps.indices.filter { isLong(gaps[$0]) }.map { $0 + 1 } + [parts.count]
            return zip(cuts, cuts.dropFirst()).map { $0..<$1 }
        }
        if let rule = regime.shortestShift,
            runs(apart: { $0 > rule.gapMinutes }).contains(where: { run in
                parts[run].map(\.count).reduce(0, +) < rule.minutes
            })
        {
            return false
        }
        guard let rule = regime.breakDuringWork else { return true }
        let working = work.pieces(parts, breakMinutes: shift.breakMinutes)
        let longest = parts.map(\.count).max()
        let holder = parts.firstIndex { $0.count == longest }
        return runs(apart: { $0 >= rule.minutes }).allSatisfy { run in
            let rest = holder.map(run.contains) == true ? shift.breakMinutes : 0
            return working[run].reduce(0, +) < rule.afterMinutes || rest >= rule.minutes
        }
    }

    /// Whether the gaps between pieces and the break are the rest that an amplitude asks for.
    private func rests(_ pieces: [Range<Int>], _ breakMinutes: Int, keep rule: InnerRest) -> Bool {
        let sorted = pieces.sorted { $0.lowerBound < $1.lowerBound }
        let amplitude = (sorted.map(\.upperBound).max() ?? 0) - (sorted.first?.lowerBound ?? 0)
        let due = rule.minutes - max(0, rule.amplitudeMinutes - amplitude)
        guard due > 0 else { return true }
        let asked = max(due, rule.leastMinutes)
        let rests = (Self.gaps(sorted) + [breakMinutes]).sorted(by: >)
        return rests.prefix(2).reduce(0, +) >= asked && 100 * rests[0] >= rule.largestShare * asked
    }

    private static func gaps(_ parts: [Range<Int>]) -> [Int] {
        zip(parts, parts.dropFirst()).map { max(0, $1.lowerBound - $0.upperBound) }
    }

    /// From the first start to the last end of the pieces that no daily rest parts from the shift.
    private func reach(of span: Range<Int>, _ busy: [Range<Int>]) -> Range<Int> {
        var whole = span
        var left = busy
        while let next = left.firstIndex(where: { piece in
            guard let rest = regime.dailyRest?.minutes else { return true }
            return piece.lowerBound - whole.upperBound < rest && whole.lowerBound - piece.upperBound < rest
        }) {
            let piece = left.remove(at: next)
            whole = min(whole.lowerBound, piece.lowerBound)..<max(whole.upperBound, piece.upperBound)
        }
        return whole
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
