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
    /// Service days on which the published roster stands.
    let boundDays: Range<Int>
    /// A shift of the menu on a service day.
    struct ShiftDay: Hashable {
        let day: Int
        let shift: ShiftID
    }

    /// Sectors in which a shift may be worked on a day, where that differs from ``sectors``.
    let permittedSectors: [ShiftDay: Set<SectorID>]

    init(agent: AgentID, scenario: Scenario) {
        let person = scenario[agent]
        let axis = scenario.axis
        var pins: [Pin?] = Array(repeating: nil, count: axis.dayCount)
        for pin in scenario.pins where pin.agent == agent { pins[pin.day] = pin }
        var permitted: [ShiftDay: Set<SectorID>] = [:]
        let rules = DayRules(agent, scenario)
        let lawful = (0..<axis.dayCount).map { day -> [ShiftID] in
            if !person.contractDays.contains(day) || person.absences.contains(where: { $0.days.contains(day) }) {
                return []
            }
            return person.shifts.filter { shift in
                guard rules.allows(shift, day: day), let sectors = rules.sectors(of: shift, day: day) else {
                    return false
                }
                if let sectors = sectors.restriction { permitted[ShiftDay(day: day, shift: shift)] = sectors }
                return true
            }
        }
        lawfulShifts = lawful
        permittedSectors = permitted
        boundDays = rules.boundDays
        var sectors = Set(person.sectors)
        shifts = lawful.indices.map { day in
            switch pins[day]?.decision {
            case nil: return lawful[day]
            case .off: return []
            case .work(let shift, let sector):
                guard pins[day]?.acceptedReason != nil else {
                    let permitted = permitted[ShiftDay(day: day, shift: shift)]
                    return lawful[day].filter { $0 == shift && sector.map { permitted?.contains($0) ?? true } ?? true }
                }
                // An accepted pin may name a sector that is not the agent's.
                if let sector { sectors.insert(sector) }
                for stage in scenario[shift].stages { sectors.insert(stage.sector) }
                return [shift]
            }
        }
        self.sectors = sectors
        self.pins = pins
    }

    /// Whether a shift of a single sector may be worked there on a day.
    func permits(_ shift: ShiftID, in sector: SectorID, day: Int) -> Bool {
        permittedSectors.isEmpty || pins[day]?.acceptedReason != nil
            || permittedSectors[ShiftDay(day: day, shift: shift)]?.contains(sector) ?? true
    }

    private func isPermitted(_ shift: ShiftID, _ sector: SectorID, _ day: Int) -> Bool {
        permittedSectors[ShiftDay(day: day, shift: shift)]?.contains(sector) ?? true
    }

    /// Whether the agent counts among the people available for a duty on a day: lawful by the rules of that day, or put
    /// there by a pin with an accepted reason.
    func isAvailable(_ duty: Duty, day: Int) -> Bool {
        if pins[day]?.acceptedReason != nil, case .work(duty.shift, let sector)? = pins[day]?.decision,
            sector == nil || sector == duty.sector || duty.sector == nil
        {
            return true
        }
        return lawfulShifts[day].contains(duty.shift)
            && (duty.sector.map { sectors.contains($0) && isPermitted(duty.shift, $0, day) } ?? true)
    }
}

extension Regime {
    /// Working minutes of a shift.
    func workingMinutes(of minutes: Range<Int>, breakMinutes: Int) -> Int {
        minutes.count - (breakCountsAsWork ? 0 : min(breakMinutes, minutes.count))
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
