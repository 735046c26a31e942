public import RosterModel

/// Builds worked shifts of the menu, as the scenario's clock says.
public struct Duty {
    let scenario: Scenario

    /// Speaks of one scenario.
    public init(_ scenario: Scenario) { self.scenario = scenario }

    /// The shift of the menu as an agent works it; `sector` matters only for shifts that are no rounds.
    public func callAsFunction(_ agent: Int, _ day: Int, _ shift: ShiftID, _ sector: SectorID) -> WorkedShift {
        let menu = scenario[shift]
        var parts: [Range<Int>] = []
        for part in menu.parts.map({ scenario.axis.minutes(day: day, range: $0) }) where !part.isEmpty {
            // A clock change may leave no gap between two parts.
            if let last = parts.last, last.upperBound == part.lowerBound {
                parts[parts.count - 1] = last.lowerBound..<part.upperBound
            } else {
                parts.append(part)
            }
        }
        let minutes = (parts.first?.lowerBound ?? 0)..<(parts.last?.upperBound ?? parts.first?.lowerBound ?? 0)
        var stages: [WorkedShift.Stage] = []
        var start = minutes.lowerBound
        for stage in menu.stages {
            let clock = scenario.axis.minute(date: scenario.axis.date(ofDay: day), clock: stage.until)
            let end = min(max(start, clock), minutes.upperBound)
            for part in parts where part.overlaps(start..<end) {
                stages.append(.init(sector: stage.sector, minutes: part.clamped(to: start..<end)))
            }
            start = end
        }
        if menu.stages.isEmpty { stages = parts.map { .init(sector: sector, minutes: $0) } }
        return WorkedShift(
            agent: AgentID(agent), day: day, name: menu.id, minutes: minutes, breakMinutes: menu.breakMinutes,
            stages: stages)
    }

    /// The same by names.
    public func callAsFunction(_ agent: String, _ day: Int, _ shift: String, in sector: String? = nil) -> WorkedShift {
        guard let who = scenario.agents.firstIndex(where: { $0.id == agent }),
            let what = scenario.shifts.firstIndex(where: { $0.id == shift })
        else { preconditionFailure("no \(agent) or no \(shift)") }
        let place = scenario.sectors.firstIndex { $0.id == sector } ?? scenario.agents[who].sectors[0].value
        return self(who, day, ShiftID(what), SectorID(place))
    }
}
