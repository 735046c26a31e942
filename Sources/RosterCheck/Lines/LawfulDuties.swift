import RosterModel

/// What one agent may do on each service day, as far as the day alone decides, notice of changes included.
struct LawfulDuties: Sendable {
    /// A shift of the menu in one sector, or a round.
    struct Duty: Sendable {
        let shift: ShiftID
        /// Parts of the shift, in order.
        let parts: [Range<Int>]
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
        let audit = LineAudit(calendar, agent)
        let noticeDays = audit.noticeDays
        var duties: [[Duty]] = []
        var mayRest: [Bool] = []
        var available: [[Duty]] = []
        for day in 0..<scenario.axis.dayCount {
            var lawful = Self.lawful(audit, day)
            var rest = true
            if day < noticeDays {
                let due = audit.due(on: day)
                lawful = lawful.filter { duty in due.map { Self.is(duty, $0, calendar) } ?? false }
                rest = lawful.isEmpty
            }
            var kept = lawful
            var brought: [Duty] = []
            for pin in pins where pin.day == day {
                switch pin.decision {
                case .off:
                    kept = []
                    // A published shift is left only for a reason that is accepted.
                    rest = pin.acceptedReason != nil || day >= noticeDays || lawful.isEmpty
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
        let parts = calendar.parts(of: shift, day: day)
        guard shift.stages.isEmpty else {
            var sectors: [SectorID] = []
            for stage in calendar.stages(of: shift, day: day) where !sectors.contains(stage.sector) {
                sectors.append(stage.sector)
            }
            return [Duty(shift: id, parts: parts, sectors: sectors)]
        }
        let allowed = sector.map { [$0] } ?? calendar.scenario[agent].sectors
        return allowed.map { Duty(shift: id, parts: parts, sectors: [$0]) }
    }

    /// Whether a duty is what a published shift says.
    private static func `is`(_ duty: Duty, _ shift: WorkedShift, _ calendar: RuleCalendar) -> Bool {
        guard calendar.scenario[duty.shift].id == shift.name else { return false }
        return duty.sectors.allSatisfy { sector in shift.stages.contains { $0.sector == sector } }
    }

    /// Duties that no other rule of the day forbids.
    private static func lawful(_ audit: LineAudit, _ day: Int) -> [Duty] {
        let calendar = audit.calendar
        return audit.agent.shifts.flatMap { id -> [Duty] in
            let shift = calendar.scenario[id]
            guard shift.days[day] else { return [] }
            let places = places(calendar, audit.agentID, day, id, nil)
            func isLawful(_ place: Duty) -> Bool {
                guard let sector = place.sectors.first else { return false }
                return audit.findingsAlone(calendar.worked(id, by: audit.agentID, on: day, in: sector)).isEmpty
            }
            // Of the rules only mission hours look at the sector: they may allow a shift in one and not in another.
            if audit.regime.missionHours != nil { return places.filter(isLawful) }
            return places.first.map(isLawful) ?? false ? places : []
        }
    }
}
