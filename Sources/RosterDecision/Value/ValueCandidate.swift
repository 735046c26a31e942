package import RosterModel

/// A decision whose value is asked for, with the scenario that it makes.
package struct ValueCandidate: Sendable {
    /// What is decided.
    package let decision: ValuedOption.Decision
    /// The scenario with the decision.
    package let scenario: Scenario
    /// Contract minutes that it adds.
    package let paidMinutes: Int
}

extension ValueCandidate {
    /// All decisions that are looked at: each a small change of the scenario, in a fixed order.
    package static func all(_ scenario: Scenario) -> [ValueCandidate] {
        let groups = AgentGroup.groups(of: scenario)
        return people(scenario, groups) + shiftEnds(scenario) + agreements(scenario) + sectors(scenario, groups)
    }

    // MARK: People

    private static func people(_ scenario: Scenario, _ groups: [AgentGroup]) -> [ValueCandidate] {
        groups.flatMap { group -> [ValueCandidate] in
            let starts = Set(group.model.shifts.map { scenario[$0].hours.start }).sorted()
            return starts.flatMap { start -> [ValueCandidate] in
                let model = group.model
                func added(_ people: [Agent], _ decision: ValuedOption.Decision) -> ValueCandidate {
                    var larger = scenario
                    for person in people { larger.add(person) }
                    return ValueCandidate(
                        decision: decision, scenario: larger,
                        paidMinutes: people.reduce(0) { $0 + ($1.maximumMinutes ?? 0) })
                }
                let one = model.copy(
                    id: "plus-1", qualifications: model.qualifications, startingAt: start, in: scenario)
                var found = [
                    added(
                        [one],
                        .agent(
                            profession: model.profession, regime: model.regime, home: group.home, start: start))
                ]
                if let (kind, members) = team(around: group, in: scenario, groups, start: start), members.count > 1 {
                    found.append(
                        added(
                            members,
                            .team(
                                kind: kind, count: members.count, profession: model.profession,
                                regime: model.regime, home: group.home, start: start)))
                }
                return found
            }
        }
    }

    /// The smallest team that agents of the group make, alone if they can, else with partners who work in their home sector.
    private static func team(
        around group: AgentGroup, in scenario: Scenario, _ groups: [AgentGroup], start: Int
    ) -> (TeamKindID, [Agent])? {
        let kinds = scenario.teamKinds.indices.filter { number in
            scenario.teamKinds[number].places.contains { $0.professions.contains(group.model.profession) }
                && scenario.requirements.contains { $0.kinds.contains(TeamKindID(number)) }
        }
        func isPure(_ number: Int) -> Bool {
            scenario.teamKinds[number].places.allSatisfy { $0.professions.contains(group.model.profession) }
        }
        // A kind of their own first, then the smallest one; of equals the first of the scenario.
        let best = kinds.min { first, second in
            (isPure(first) ? 0 : 1, scenario.teamKinds[first].size, first)
                < (isPure(second) ? 0 : 1, scenario.teamKinds[second].size, second)
        }
        guard let best else { return nil }
        var members: [Agent] = []
        for place in scenario.teamKinds[best].places {
            for _ in 0..<place.count {
                let id = "plus-\(members.count + 1)"
                if place.professions.contains(group.model.profession) {
                    members.append(
                        group.model.copy(
                            id: id, qualifications: group.model.qualifications + place.qualifications,
                            startingAt: start, in: scenario))
                } else {
                    let partner = groups.first {
                        place.professions.contains($0.model.profession) && $0.model.sectors.contains(group.home)
                    }
                    guard let model = partner?.model else { return nil }
                    members.append(
                        model.copy(
                            id: id, qualifications: model.qualifications + place.qualifications, startingAt: nil,
                            in: scenario))
                }
            }
        }
        return (TeamKindID(best), members)
    }

    // MARK: Shifts, rules, sectors

    private static func shiftEnds(_ scenario: Scenario) -> [ValueCandidate] {
        var names: [String] = []
        for shift in scenario.shifts where shift.hours.end == 1440 && !names.contains(shift.name) {
            names.append(shift.name)
        }
        return names.flatMap { name in
            [60, 120].compactMap { delay -> ValueCandidate? in
                guard 1440 + delay <= scenario.axis.dayStart + 1440 else { return nil }
                var later = scenario
                later.shifts = scenario.shifts.map { shift in
                    shift.name == name && shift.hours.end == 1440 ? shift.delayed(by: delay) : shift
                }
                return ValueCandidate(
                    decision: .shiftEnd(shift: name, end: 1440 + delay), scenario: later, paidMinutes: 0)
            }
        }
    }

    private static func agreements(_ scenario: Scenario) -> [ValueCandidate] {
        scenario.regimes.indices.flatMap { number -> [ValueCandidate] in
            let regime = scenario.regimes[number]
            return regime.sources.filter { $0.source.level == .default }.compactMap { rule, _ in
                var free = scenario
                guard free.regimes[number].lift(rule) else { return nil }
                return ValueCandidate(
                    decision: .agreement(regime: RegimeID(number), rule: rule), scenario: free, paidMinutes: 0)
            }
        }
    }

    private static func sectors(_ scenario: Scenario, _ groups: [AgentGroup]) -> [ValueCandidate] {
        groups.flatMap { group -> [ValueCandidate] in
            scenario[group.home].neighbours.filter { !group.model.sectors.contains($0) }.map { added in
                var wider = scenario
                for agent in group.agents {
                    let person = wider.agents[agent.value]
                    guard !person.sectors.contains(added) else { continue }
                    wider.agents[agent.value] = person.with(sectors: person.sectors + [added])
                }
                return ValueCandidate(
                    decision: .sector(
                        profession: group.model.profession, regime: group.model.regime, home: group.home, added: added),
                    scenario: wider, paidMinutes: 0)
            }
        }
    }
}
