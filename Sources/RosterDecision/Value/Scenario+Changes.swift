import RosterModel

extension Agent {
    /// A new agent like this one, without absences, history and pins; on shifts that start at a clock if one is given.
    func copy(id: String, qualifications: [String], startingAt start: Int?, in scenario: Scenario) -> Agent {
        Agent(
            id: id, employer: employer, profession: profession, regime: regime, type: type,
            maximumMinutes: maximumMinutes, minimumMinutes: 0, availableMinutes: availableMinutes, sectors: sectors,
            shifts: start.map { clock in shifts.filter { scenario[$0].hours.start == clock } } ?? shifts,
            qualifications: Array(Set(qualifications)).sorted(), nightAllowed: nightAllowed,
            isNightWorker: isNightWorker)
    }

    /// The same agent in other sectors.
    func with(sectors: [SectorID]) -> Agent { copy(sectors: sectors, type: type) }

    /// The same agent as another type.
    func with(type: AgentTypeID) -> Agent { copy(sectors: sectors, type: type) }

    private func copy(sectors: [SectorID], type: AgentTypeID) -> Agent {
        Agent(
            id: id, name: name, employer: employer, profession: profession, regime: regime, type: type,
            maximumMinutes: maximumMinutes, minimumMinutes: minimumMinutes, availableMinutes: availableMinutes,
            sectors: sectors, shifts: shifts, qualifications: qualifications, teamKey: teamKey,
            personKey: personKey, nightAllowed: nightAllowed, isNightWorker: isNightWorker,
            contractDays: contractDays, busy: busy, standby: standby, absences: absences, history: history)
    }
}

extension Scenario {
    /// Adds an agent, whose type follows from profession and qualifications.
    mutating func add(_ agent: Agent) {
        let asked = Set(teamKinds.flatMap { $0.places.flatMap(\.qualifications) })
        let type = AgentType(
            profession: agent.profession, qualifications: agent.qualifications.filter(asked.contains))
        let position = agentTypes.firstIndex(of: type) ?? agentTypes.count
        if position == agentTypes.count { agentTypes.append(type) }
        agents.append(agent.with(type: AgentTypeID(position)))
    }
}

extension Shift {
    /// The same shift, so many minutes later.
    func delayed(by minutes: Int) -> Shift {
        Shift(
            id: id, name: name, code: code, professions: professions, employers: employers,
            hours: ClockRange(start: hours.start + minutes, end: hours.end + minutes),
            parts: parts.map { ClockRange(start: $0.start + minutes, end: $0.end + minutes) },
            breakMinutes: breakMinutes, days: days,
            stages: stages.map { Stage(sector: $0.sector, until: $0.until + minutes) },
            isStaticGuard: isStaticGuard)
    }
}

extension Regime {
    /// Takes a rule out that an agreement may loosen; false when it is none of those that are looked at.
    mutating func lift(_ rule: Rule) -> Bool {
        switch rule {
        case .dailyRest: dailyRest = nil
        case .maximumDay: maximumDay = nil
        case .amplitude: amplitude = nil
        case .maximumCivilWeek: maximumCivilWeek = nil
        case .averageOverHorizon: averageOverHorizon = nil
        case .weeklyRest: weeklyRest = nil
        case .workedDaysPerWeek: workedDaysPerWeek = nil
        case .sundaysOff: sundaysOff = nil
        case .nightForbidden: nightForbidden = nil
        case .missionHours: missionHours = nil
        case .splitDay: splitDay = nil
        case .weeklyHalfDays: weeklyHalfDays = nil
        default: return false
        }
        return true
    }
}
