import RosterModel

/// Recomputes every figure of a roster from its shifts.
struct CoverageAudit {
    let scenario: Scenario

    init(_ scenario: Scenario) { self.scenario = scenario }

    /// All figures.
    func report(_ roster: Roster) -> CoverageReport {
        var report = CoverageReport(scenario: scenario)
        let presence = presence(roster)
        countTeams(presence, &report)
        countOverlap(presence, &report)
        countFairness(roster, &report)
        countUnused(roster, &report)
        return report
    }

    /// Agents present by sector, slot and type: `[sector][slot * types + type]`.
    private func presence(_ roster: Roster) -> [[Int]] {
        let axis = scenario.axis
        let types = scenario.agentTypes.count
        var present = Array(
            repeating: Array(repeating: 0, count: axis.slotCount * types), count: scenario.sectors.count)
        // Shifts are sorted by agent; a second stay of one agent in one slot and sector adds nothing.
        var lastSeen: [Int: Int] = [:]
        for shift in roster.shifts {
            for stage in shift.stages {
                let first = max(0, (stage.minutes.lowerBound + axis.gridMinutes - 1).quotient(axis.gridMinutes))
                let last = min(axis.slotCount, stage.minutes.upperBound.quotient(axis.gridMinutes))
                for slot in first..<max(first, last) {
                    let key = stage.sector.value * axis.slotCount + slot
                    if lastSeen.updateValue(shift.agent.value, forKey: key) == shift.agent.value { continue }
                    present[stage.sector.value][slot * types + scenario[shift.agent].type.value] += 1
                }
            }
        }
        return present
    }

    /// Level 1, teams, surplus and the figures of the late window.
    private func countTeams(_ presence: [[Int]], _ report: inout CoverageReport) {
        let axis = scenario.axis
        let late = scenario.slots(in: scenario.lateWindow)
        let core = scenario.slots(in: scenario.coreWindow)
        let types = scenario.agentTypes.count
        for sector in scenario.sectors.indices {
            let requirements = scenario.requirements.indices.filter {
                scenario.requirements[$0].sector.value == sector
            }
            var book = FormationBook(scenario)
            for slot in 0..<axis.slotCount {
                let present = Array(presence[sector][slot * types..<(slot + 1) * types])
                let outcome = book.outcome(SectorID(sector), slot, requirements, present)
                report.levels.points += outcome.cost
                for (position, kind) in outcome.kinds.enumerated() {
                    let index = slot * scenario.teamKinds.count + kind
                    report.teamsFormed[sector][index] = UInt8(clamping: outcome.teams[position])
                    report.isTeamPossible[sector][index] = outcome.isPossible[position]
                }
                for (type, number) in present.enumerated() {
                    let profession = scenario.agentTypes[type].profession.value
                    let index = slot * scenario.professions.count + profession
                    report.present[sector][index] = UInt8(
                        clamping: Int(report.present[sector][index]) + number)
                }
                report.surplus[sector][slot] = UInt8(clamping: present.reduce(0, +) - outcome.fewestAgents)
                let isNobody = outcome.teams.allSatisfy { $0 == 0 }
                for (requirement, open) in zip(requirements, outcome.missing) {
                    let required = Int(scenario.requirements[requirement].teams[slot]) * axis.gridMinutes
                    let missing = open * axis.gridMinutes
                    report.missing[requirement][slot] = UInt8(clamping: open)
                    report.requiredMinutes += required
                    report.missingMinutes += missing
                    if late[slot] {
                        report.lateRequiredMinutes += required
                        report.lateMissingMinutes += missing
                        if isNobody { report.nobodyMinutes += missing }
                    }
                    if core[slot] {
                        report.coreRequiredMinutes += required
                        report.coreMissingMinutes += missing
                    }
                }
            }
        }
    }

    /// Level 2: hand-overs, surplus, professions to keep apart.
    private func countOverlap(_ presence: [[Int]], _ report: inout CoverageReport) {
        let axis = scenario.axis
        let professions = scenario.professions.count
        for sector in scenario.sectors.indices {
            for day in 0..<axis.dayCount {
                var run: [Int] = []
                func close() {
                    if run.count * axis.gridMinutes <= scenario.handoverMinutes {
                        for slot in run { report.isHandover[sector][slot] = true }
                    } else {
                        for slot in run {
                            report.levels.overlapMinutes += Int(report.surplus[sector][slot]) * axis.gridMinutes
                        }
                    }
                    run = []
                }
                for slot in axis.slots(ofDay: day) {
                    if report.surplus[sector][slot] > 0 { run.append(slot) } else { close() }
                }
                close()
            }
            for (index, pair) in scenario.avoidedPairs.enumerated()
            where !pair.jointPatrolSectors.contains(SectorID(sector)) {
                for slot in 0..<axis.slotCount
                where report.present[sector][slot * professions + pair.first.value] > 0
                    && report.present[sector][slot * professions + pair.second.value] > 0
                {
                    report.avoidedMinutes[index] += axis.gridMinutes
                    report.levels.overlapMinutes += axis.gridMinutes
                }
            }
        }
    }

    /// Level 3: fair shares and wishes.
    private func countFairness(_ roster: Roster, _ report: inout CoverageReport) {
        let calendar = RuleCalendar(scenario)
        var sundays = Array(repeating: Set<Int>(), count: scenario.agents.count)
        for shift in roster.shifts {
            let agent = shift.agent.value
            let night = shift.parts.reduce(0) {
                $0 + calendar.minutes(of: $1, day: shift.day, inside: scenario.nightClock)
            }
            if night >= 180 {
                report.counters[agent].nights += 1
                let weekday = scenario.axis.weekday(ofDay: shift.day)
                if weekday == .friday || weekday == .saturday { report.counters[agent].weekendNights += 1 }
            }
            for part in shift.parts {
                sundays[agent].formUnion(calendar.sundays(workedBy: part, day: shift.day, startsOnly: false))
            }
        }
        for agent in sundays.indices { report.counters[agent].sundays = sundays[agent].count }

        struct Group: Hashable {
            let employer: EmployerID
            let profession: ProfessionID
            let regime: RegimeID
        }
        let groups = Dictionary(grouping: scenario.agents.indices) {
            let agent = scenario.agents[$0]
            return Group(employer: agent.employer, profession: agent.profession, regime: agent.regime)
        }
        for members in groups.values where members.count >= 2 {
            let available = members.reduce(0) { $0 + scenario.agents[$1].availableMinutes }
            guard available > 0 else { continue }
            for counter in [\FairnessCounters.nights, \.weekendNights, \.sundays] {
                let total = members.reduce(0) { $0 + report.counters[$1][keyPath: counter] }
                for member in members {
                    let share = 100 * total * scenario.agents[member].availableMinutes / available
                    report.levels.unfairnessHundredths += abs(100 * report.counters[member][keyPath: counter] - share)
                }
            }
        }

        for (index, wish) in scenario.wishes.enumerated() {
            let worked = roster.shifts.filter { $0.agent == wish.agent && $0.day == wish.day }
            let isGranted =
                switch wish.content {
                case .off: worked.isEmpty
                case .work: !worked.isEmpty
                case .shift(let name):
                    worked.contains { shift in calendar.shift(named: shift.name).map { scenario[$0].name } == name }
                }
            if !isGranted {
                report.refusedWishes.append(index)
                report.levels.unfairnessHundredths += wish.weight
            }
        }
    }

    /// Level 4: working time and paid time that stays unused.
    private func countUnused(_ roster: Roster, _ report: inout CoverageReport) {
        for shift in roster.shifts {
            let regime = scenario[scenario[shift.agent].regime]
            let present = shift.parts.reduce(0) { $0 + $1.count }
            report.workedMinutes[shift.agent.value] += max(
                0, present - (regime.breakCountsAsWork ? 0 : shift.breakMinutes))
        }
        for (agent, worked) in zip(scenario.agents, report.workedMinutes) {
            if let maximum = agent.maximumMinutes { report.levels.unusedMinutes += max(0, maximum - worked) }
        }
    }
}
