import RosterModel

/// Which duties an agent may lawfully work on each service day, looking at that day alone.
///
/// This is also who counts as available in a night block (`Meaning`, "Lawful shifts of one day").
struct Availability {
    /// Shifts by service day that pass the rules of one day and agree with the pins. A pin with an accepted reason brings
    /// its shift whatever the rules say.
    let shifts: [[ShiftID]]
    /// Shifts by service day that pass the rules of one day, pins left aside.
    let lawfulShifts: [[ShiftID]]
    /// Sectors in which the agent may work.
    let sectors: Set<SectorID>
    /// The pin of each service day.
    let pins: [Pin?]

    init(agent: AgentID, scenario: Scenario) {
        let person = scenario[agent]
        let regime = scenario[person.regime]
        let axis = scenario.axis
        var pins: [Pin?] = Array(repeating: nil, count: axis.dayCount)
        for pin in scenario.pins where pin.agent == agent { pins[pin.day] = pin }
        let lawful = (0..<axis.dayCount).map { day -> [ShiftID] in
            if person.absences.contains(where: { $0.days.contains(day) }) { return [] }
            return person.shifts.filter {
                Self.isLawful(scenario[$0], day: day, person: person, regime: regime, axis: axis)
            }
        }
        lawfulShifts = lawful
        var sectors = Set(person.sectors)
        shifts = lawful.indices.map { day in
            switch pins[day]?.decision {
            case nil: return lawful[day]
            case .off: return []
            case .work(let shift, let sector):
                guard pins[day]?.acceptedReason != nil else { return lawful[day].filter { $0 == shift } }
                // An accepted pin may name a sector that is not the agent's.
                if let sector { sectors.insert(sector) }
                for stage in scenario[shift].stages { sectors.insert(stage.sector) }
                return [shift]
            }
        }
        self.sectors = sectors
        self.pins = pins
    }

    /// Whether a shift may be worked on a day in which the agent is not absent as a whole.
    private static func isLawful(
        _ shift: Shift, day: Int, person: Agent, regime: Regime, axis: TimeAxis
    ) -> Bool {
        guard shift.days[day], shift.stages.allSatisfy({ person.sectors.contains($0.sector) }) else { return false }
        let minutes = axis.minutes(day: day, range: shift.hours)
        guard !minutes.isEmpty, !person.absences.contains(where: { $0.minutes.overlaps(minutes) }) else { return false }
        if let limit = regime.amplitude, minutes.count > limit.minutes { return false }
        if let limit = regime.maximumDay,
            regime.workingMinutes(of: minutes, breakMinutes: shift.breakMinutes) > limit.minutes
        {
            return false
        }
        let isNightOff = !person.nightAllowed || regime.nightForbidden != nil
        return !isNightOff || axis.nightMinutes(of: minutes, clock: regime.nightClock) == 0
    }

    /// Whether the agent counts among the people available for a duty on a day: lawful by the rules of that day, or put
    /// there by a pin with an accepted reason.
    func isAvailable(_ duty: Duty, day: Int) -> Bool {
        if pins[day]?.acceptedReason != nil, case .work(duty.shift, let sector)? = pins[day]?.decision,
            sector == nil || sector == duty.sector || duty.sector == nil
        {
            return true
        }
        return lawfulShifts[day].contains(duty.shift) && (duty.sector.map(sectors.contains) ?? true)
    }
}

extension Regime {
    /// Working minutes of a shift.
    func workingMinutes(of minutes: Range<Int>, breakMinutes: Int) -> Int {
        minutes.count - (breakCountsAsWork ? 0 : min(breakMinutes, minutes.count))
    }

    /// Working minutes of a shift on both sides of an instant inside it; the break lies in the longer part, in the first
    /// when they are equal.
    func workingMinutes(of minutes: Range<Int>, breakMinutes: Int, cutAt instant: Int) -> (before: Int, after: Int) {
        let total = workingMinutes(of: minutes, breakMinutes: breakMinutes)
        if instant >= minutes.upperBound { return (total, 0) }
        if instant <= minutes.lowerBound { return (0, total) }
        let before = instant - minutes.lowerBound
        let after = minutes.upperBound - instant
        let pause = minutes.count - total
        return before >= after ? (max(0, before - pause), after) : (before, max(0, after - pause))
    }
}

extension TimeAxis {
    /// Elapsed minutes of a span that lie in a daily clock range, of whatever date.
    func nightMinutes(of minutes: Range<Int>, clock: ClockRange) -> Int {
        let first = local(minutes.lowerBound).date.advanced(by: -1)
        let last = local(minutes.upperBound).date
        var sum = 0
        for number in first.daysSinceEpoch...last.daysSinceEpoch {
            let date = CivilDate(daysSinceEpoch: number)
            let start = minute(date: date, clock: clock.start)
            let end = minute(date: date, clock: clock.end)
            if start < end { sum += minutes.clamped(to: start..<end).count }
        }
        return sum
    }
}
