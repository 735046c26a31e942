import RosterModel

/// Constituted teams: agents with one key in column `team`.
extension ScenarioReader {
    /// Members by key, in the order of the table.
    private func teams(_ agents: [Agent]) -> [(key: String, members: [Int])] {
        var keys: [String] = []
        var members: [String: [Int]] = [:]
        for (index, agent) in agents.enumerated() {
            guard let key = agent.teamKey else { continue }
            if members[key] == nil { keys.append(key) }
            members[key, default: []].append(index)
        }
        return keys.map { ($0, members[$0] ?? []) }
    }

    /// Tells teams of one, teams whose members have nothing in common to work, and minimums that teams do not have.
    func checkTeams(_ agents: [Agent]) {
        for draft in agentDrafts where draft.teamKey != nil && draft.minimumMinutes ?? 0 > 0 {
            let cell = draft.row["hours_min"]
            log.warn(
                cell.place, value: cell.text,
                Wording(
                    "le minimum d'heures de l'agent \(draft.id) n'est pas demandé : son équipe partage une seule ligne",
                    "the minimum hours of agent \(draft.id) are not asked for: the team shares one line"),
                expected: Wording("une cellule vide", "an empty cell"),
                hint: Wording("videz la cellule, ou l'équipe de cet agent", "empty the cell, or the agent's team"))
        }
        for (key, members) in teams(agents) {
            let place = agentDrafts[members[0]].row["team"].place
            guard members.count > 1 else {
                log.warn(
                    place, value: key,
                    Wording("l'équipe « \(key) » n'a qu'un membre", "team \"\(key)\" has a single member"),
                    expected: Wording("deux agents au moins avec la même clé", "at least two agents with one key"),
                    hint: Wording("vérifiez l'orthographe de la clé", "check the spelling of the key"))
                continue
            }
            let shifts = members.map { Set(agents[$0].shifts) }.reduce(Set(agents[members[0]].shifts)) {
                $0.intersection($1)
            }
            let places = members.map { Set(agents[$0].sectors) }.reduce(Set(agents[members[0]].sectors)) {
                $0.intersection($1)
            }
            guard shifts.isEmpty || places.isEmpty else { continue }
            log.warn(
                place, value: key,
                shifts.isEmpty
                    ? Wording(
                        "les membres de l'équipe « \(key) » n'ont aucun poste en commun",
                        "the members of team \"\(key)\" have no shift in common")
                    : Wording(
                        "les membres de l'équipe « \(key) » n'ont aucun secteur en commun",
                        "the members of team \"\(key)\" have no sector in common"),
                expected: Wording(
                    "des membres qui peuvent faire le même service", "members who can work the same duty"),
                hint: Wording(
                    "l'équipe ne sera pas planifiée tant qu'ils sont tous présents",
                    "the team is not planned while all of them are present"))
        }
    }

    /// Pins with those of team-mates: what is fixed for one member is fixed for all who are not absent.
    ///
    /// A pin with an accepted reason parts the member from his team on that day, and stays his own.
    func shared(_ pins: [Pin], _ agents: [Agent]) -> [Pin] {
        var all = pins
        for (key, members) in teams(agents) where members.count > 1 {
            for pin in pins where pin.acceptedReason == nil && members.contains(pin.agent.value) {
                for member in members where member != pin.agent.value {
                    if let own = all.first(where: { $0.agent.value == member && $0.day == pin.day }) {
                        if own.acceptedReason == nil, own.decision != pin.decision { conflict(key, pin, own, agents) }
                        continue
                    }
                    if isAway(agents[member], pin) { continue }
                    all.append(Pin(agent: AgentID(member), day: pin.day, decision: pin.decision, line: pin.line))
                }
            }
        }
        return all
    }

    private func isAway(_ agent: Agent, _ pin: Pin) -> Bool {
        guard case .work(let shift, _) = pin.decision else { return false }
        if !agent.contractDays.contains(pin.day) || agent.absences.contains(where: { $0.days.contains(pin.day) }) {
            return true
        }
        return shifts[shift.value].workedParts(day: pin.day, axis: axis).contains { part in
            agent.absences.contains { $0.minutes.overlaps(part) } || agent.busy.contains { $0.minutes.overlaps(part) }
                || agent.standby.contains { $0.overlaps(part) }
        }
    }

    private func conflict(_ key: String, _ pin: Pin, _ other: Pin, _ agents: [Agent]) {
        // Both pins meet each other; one fault is enough.
        guard pin.agent < other.agent else { return }
        let date = axis.date(ofDay: pin.day).iso
        let names = "\(agents[pin.agent.value].id), \(agents[other.agent.value].id)"
        log.fault(
            Place(file: "pins.csv", field: "pins.decision"), value: date,
            Wording(
                "deux membres de l'équipe « \(key) » ont des décisions différentes le \(date) (\(names))",
                "two members of team \"\(key)\" have different decisions on \(date) (\(names))"),
            expected: Wording("la même décision pour toute l'équipe", "one decision for the whole team"),
            hint: Wording(
                "corrigez l'une des deux, ou donnez dans reason pourquoi l'écart est accepté",
                "correct one of them, or give in reason why the breach is accepted"))
    }
}
