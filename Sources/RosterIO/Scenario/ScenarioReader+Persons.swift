import RosterModel

/// Persons with two contracts: rows with one key in column `person`.
extension ScenarioReader {
    /// What both contracts of a person know.
    struct SharedWork {
        /// Row of the other contract.
        var other: Int?
        var busy: [BusyInterval]
        var standby: [Range<Int>]
        var history: Agent.History?
        var nightAllowed: Bool
    }

    /// Given work, standby and history of an agent, those of his other contract included; the night is forbidden on both when it
    /// is on one.
    func shared(of index: Int) -> SharedWork {
        var work = SharedWork(
            busy: busy[index], standby: standby[index], history: history(of: index),
            nightAllowed: agentDrafts[index].nightAllowed)
        guard let other = otherRow(of: index) else { return work }
        work.other = other
        // The same hours on both rows are one piece of work.
        work.busy += busy[other].filter { mine in !work.busy.contains { $0.minutes == mine.minutes } }
        work.busy.sort { $0.minutes.lowerBound < $1.minutes.lowerBound }
        work.standby += standby[other].filter { !work.standby.contains($0) }
        work.nightAllowed = work.nightAllowed && agentDrafts[other].nightAllowed
        let histories = [work.history, history(of: other)]
        let known = histories.compactMap(\.self)
        if !known.isEmpty {
            // What only one contract knows is known in part: rules that look back cannot be verified.
            work.history = Agent.History(
                shifts: Set(known.flatMap(\.shifts)).sorted { $0.minutes.lowerBound < $1.minutes.lowerBound },
                knownFrom: histories.map { $0?.knownFrom ?? 0 }.max() ?? 0)
        }
        return work
    }

    private func history(of index: Int) -> Agent.History? {
        histories[index].map { shifts in
            let first = shifts.map(\.day).min() ?? 0
            return Agent.History(
                shifts: shifts.sorted { $0.minutes.lowerBound < $1.minutes.lowerBound },
                knownFrom: min(first, historyStarts[index] ?? 0))
        }
    }

    /// Row of the other contract of the person of a row.
    private func otherRow(of index: Int) -> Int? {
        guard let key = agentDrafts[index].personKey else { return nil }
        return agentDrafts.indices.first { $0 != index && agentDrafts[$0].personKey == key }
    }

    /// Tells persons whose rows are no two contracts, and posts that are more than the law allows together.
    func checkPersons() {
        var rows: [String: [Int]] = [:]
        for (index, draft) in agentDrafts.enumerated() {
            if let key = draft.personKey { rows[key, default: []].append(index) }
        }
        for (key, rows) in rows.sorted(by: { $0.value[0] < $1.value[0] }) {
            let last = agentDrafts[rows[rows.count - 1]]
            let place = last.row["person"].place
            if rows.count == 1 {
                log.warn(
                    place, value: key,
                    Wording("la personne « \(key) » n'a qu'un contrat", "person \"\(key)\" has a single contract"),
                    expected: Wording("deux lignes avec la même clé", "two rows with one key"),
                    hint: Wording("vérifiez l'orthographe de la clé", "check the spelling of the key"))
            } else if rows.count > 2 {
                log.fault(
                    place, value: key,
                    Wording(
                        "la personne « \(key) » a \(rows.count) contrats",
                        "person \"\(key)\" has \(rows.count) contracts"),
                    expected: Wording("deux au plus", "two at most"),
                    hint: Wording(
                        "donnez les heures du troisième emploi dans busy.csv (autre_employeur)",
                        "give the hours of the third job in busy.csv (other_employer)"))
            } else {
                checkContracts(key, agentDrafts[rows[0]], last)
            }
        }
    }

    private func checkContracts(_ key: String, _ first: AgentDraft, _ second: AgentDraft) {
        if let employer = first.employer, employer == second.employer {
            log.fault(
                second.row["person"].place, value: key,
                Wording(
                    "les deux contrats de la personne « \(key) » ont le même employeur",
                    "both contracts of person \"\(key)\" have the same employer"),
                expected: Wording("deux employeurs", "two employers"),
                hint: Wording("réunissez les deux lignes", "make one row of both"))
        }
        for draft in [first, second] where draft.teamKey != nil {
            log.fault(
                draft.row["team"].place, value: draft.row["team"].text,
                Wording(
                    "la personne « \(key) » a deux contrats et ne peut être d'une équipe constituée",
                    "person \"\(key)\" has two contracts and cannot be of a constituted team"),
                expected: Wording("une cellule vide", "an empty cell"),
                hint: Wording("videz team, ou person", "empty team, or person"))
        }
        for draft in [first, second] where draft.minimumMinutes ?? 0 > 0 {
            log.warn(
                draft.row["hours_min"].place, value: draft.row["hours_min"].text,
                Wording(
                    "le minimum d'heures de l'agent \(draft.id) n'est pas demandé : la personne a deux contrats",
                    "the minimum hours of agent \(draft.id) are not asked for: the person has two contracts"),
                expected: Wording("une cellule vide", "an empty cell"),
                hint: Wording("videz la cellule", "empty the cell"))
        }
        checkPosts(key, first, second)
    }

    /// Two public posts are together no more than the regimes say (115 % of full time for city agents).
    private func checkPosts(_ key: String, _ first: AgentDraft, _ second: AgentDraft) {
        let limits = [first, second].compactMap { $0.regime.flatMap { regimes.drafts[$0].postsTogetherMinutes } }
        guard limits.count == 2, let limit = limits.min() else { return }
        let cell = second.row["weekly_hours"]
        let most = Wording(
            "au plus \(limit / 60) h \(pad(limit % 60, 2)) par semaine pour les deux (décret 91-298)",
            "at most \(limit / 60) h \(pad(limit % 60, 2)) a week for both (décret 91-298)")
        guard let one = first.weeklyMinutes, let other = second.weeklyMinutes else {
            log.warn(
                cell.place, value: cell.text,
                Wording(
                    "le cumul des deux emplois publics de la personne « \(key) » n'est pas vérifiable",
                    "both public posts of person \"\(key)\" cannot be verified together"),
                expected: most, hint: Wording("donnez weekly_hours aux deux lignes", "give weekly_hours in both rows"))
            return
        }
        guard one + other > limit else { return }
        log.fault(
            cell.place, value: cell.text,
            Wording(
                "les deux emplois publics de la personne « \(key) » font \((one + other) / 60) h \(pad((one + other) % 60, 2)) par semaine",
                "both public posts of person \"\(key)\" make \((one + other) / 60) h \(pad((one + other) % 60, 2)) a week"
            ),
            expected: most, hint: Wording("corrigez les contrats", "correct the contracts"))
    }
}
