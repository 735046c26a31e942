import RosterModel

/// What one agent may do on each service day, as far as the day alone decides: menu, sectors, absences, forbidden night,
/// maximum day and amplitude.
struct LawfulDuties: Sendable {
    /// A shift of the menu in one sector, or a round.
    struct Duty: Sendable {
        let shift: ShiftID
        let minutes: Range<Int>
        /// Sectors visited, each once.
        let sectors: [SectorID]
    }

    /// Duties by service day, pins respected.
    let duties: [[Duty]]
    /// Whether the agent may stay off, by service day.
    let mayRest: [Bool]
    /// Duties by service day whatever is pinned, with those that an accepted pin puts there.
    let available: [[Duty]]

    init(_ calendar: RuleCalendar, _ agent: AgentID) {
        let scenario = calendar.scenario
        let pins = scenario.pins.filter { $0.agent == agent }
        var duties: [[Duty]] = []
        var mayRest: [Bool] = []
        var available: [[Duty]] = []
        for day in 0..<scenario.axis.dayCount {
            let lawful = Self.lawful(calendar, agent, day)
            var kept = lawful
            var rest = true
            var brought: [Duty] = []
            for pin in pins where pin.day == day {
                switch pin.decision {
                case .off: kept = []
                case .work(let shift, let sector):
                    rest = false
                    let pinned = Self.places(calendar, agent, day, shift, sector)
                    if pin.acceptedReason == nil {
                        kept = kept.filter { duty in pinned.contains { Self.same($0, duty) } }
                    } else {
                        kept = pinned
                        brought += pinned.filter { duty in !lawful.contains { Self.same($0, duty) } }
                    }
                }
            }
            duties.append(kept)
            mayRest.append(rest)
            available.append(lawful + brought)
        }
        self.duties = duties
        self.mayRest = mayRest
        self.available = available
    }

    private static func same(_ left: Duty, _ right: Duty) -> Bool {
        left.shift == right.shift && left.sectors == right.sectors
    }

    /// The ways to work one shift: in each sector allowed, or as the round says.
    private static func places(
        _ calendar: RuleCalendar, _ agent: AgentID, _ day: Int, _ id: ShiftID, _ sector: SectorID?
    ) -> [Duty] {
        let shift = calendar.scenario[id]
        let minutes = calendar.minutes(of: shift, day: day)
        guard shift.stages.isEmpty else {
            var sectors: [SectorID] = []
            for stage in calendar.stages(of: shift, day: day) where !sectors.contains(stage.sector) {
                sectors.append(stage.sector)
            }
            return [Duty(shift: id, minutes: minutes, sectors: sectors)]
        }
        let allowed = sector.map { [$0] } ?? calendar.scenario[agent].sectors
        return allowed.map { Duty(shift: id, minutes: minutes, sectors: [$0]) }
    }

    /// Duties that no rule of the day forbids.
    private static func lawful(_ calendar: RuleCalendar, _ agent: AgentID, _ day: Int) -> [Duty] {
        let audit = LineAudit(calendar, agent)
        return audit.agent.shifts.flatMap { id -> [Duty] in
            let shift = calendar.scenario[id]
            guard shift.days[day] else { return [] }
            let places = places(calendar, agent, day, id, nil)
            guard let first = places.first else { return [] }
            // Where the shift is spent matters only for the sectors allowed, which `places` already keeps to.
            let stages =
                shift.stages.isEmpty
                ? first.sectors.map { WorkedShift.Stage(sector: $0, minutes: first.minutes) }
                : calendar.stages(of: shift, day: day)
            let worked = WorkedShift(
                agent: agent, day: day, name: shift.id, minutes: first.minutes, breakMinutes: shift.breakMinutes,
                stages: stages)
            return audit.isLawfulAlone(worked) ? places : []
        }
    }
}
