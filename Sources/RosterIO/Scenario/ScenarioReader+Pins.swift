import RosterModel

/// Fixed decisions.
extension ScenarioReader {
    static let pinsSchema = CSVSchema(
        file: "pins.csv",
        columns: [
            .init("agent", ["id", "identifiant", "matricule"], required: true),
            .init("service_day", ["jour_de_service", "jour", "date", "nuit"], required: true),
            .init("decision", ["poste", "shift", "fixe"], required: true),
            .init("sector", ["secteur"]),
            .init("reason", ["motif", "raison", "motif_accepte", "accepted_reason"]),
        ])

    func readPins(_ agents: (list: [Agent], types: [AgentType])) -> [Pin] {
        guard let bytes = files.contents["pins.csv"], let rows = CSVTable.read(bytes, schema: Self.pinsSchema, log: log)
        else { return [] }
        var pins: [Pin] = []
        var lines: [[Int]: Int] = [:]
        for row in rows {
            let agent = agent(row["agent"])
            let dayCell = row["service_day"]
            let day = serviceDay(dayCell)
            let reason = row["reason"].isEmpty ? nil : row["reason"].text
            let decision = readDecision(row, day: day)
            guard let agent, let day else { continue }
            if let line = lines[[agent, day]] {
                log.fault(
                    dayCell.place, value: dayCell.text,
                    Wording(
                        "l'agent \(self.agents.ids[agent]) a déjà une décision ce jour-là (ligne \(line))",
                        "agent \(self.agents.ids[agent]) has a decision on that day already (line \(line))"),
                    expected: Wording("une décision par agent et par jour", "one decision for each agent and day"),
                    hint: Wording("supprimez l'une des deux lignes", "remove one of the two rows"))
                continue
            }
            lines[[agent, day]] = row.line
            guard let decision else { continue }
            if reason == nil, agent < agents.list.count {
                checkPin(decision, of: agents.list[agent], day: day, row: row)
            }
            pins.append(
                Pin(agent: AgentID(agent), day: day, decision: decision, acceptedReason: reason, line: row.line))
        }
        return pins
    }

    private func readDecision(_ row: CSVRow, day: Int?) -> Pin.Decision? {
        let cell = row["decision"]
        let sectorCell = row["sector"]
        guard !cell.isEmpty else {
            missing(cell)
            return nil
        }
        if templates.position(of: cell.text) == nil, Self.offWords.contains(Folding.key(cell.text)) {
            guard sectorCell.isEmpty else {
                log.fault(
                    sectorCell.place, value: sectorCell.text,
                    Wording("un repos n'a pas de secteur", "a day off has no sector"),
                    expected: Wording("une cellule vide", "an empty cell"),
                    hint: Wording("videz la cellule, ou fixez un poste", "empty the cell, or fix a shift"))
                return nil
            }
            return .off
        }
        guard let choices = shiftIDs(named: cell.text, at: cell.place), let shift = choices.first else { return nil }
        guard choices.count == 1 else {
            let ids = choices.map { shifts[$0.value].id }
            log.fault(
                cell.place, value: cell.text,
                Wording(
                    "le poste « \(cell.text) » a plusieurs horaires possibles",
                    "shift \"\(cell.text)\" has several possible hours"),
                expected: Wording("l'un de ses horaires", "one of its hours"),
                hint: Wording(
                    "écrivez par exemple \(ids.prefix(3).joined(separator: ", "))",
                    "write for instance \(ids.prefix(3).joined(separator: ", "))"))
            return nil
        }
        guard !sectorCell.isEmpty else { return .work(shift, nil) }
        guard let sector = resolve(sectorCell.text, at: sectorCell.place, in: sectors, as: .sector) else { return nil }
        guard shifts[shift.value].stages.isEmpty else {
            log.fault(
                sectorCell.place, value: sectorCell.text,
                Wording("une ronde a ses propres secteurs", "a round has sectors of its own"),
                expected: Wording("une cellule vide", "an empty cell"),
                hint: Wording("videz la cellule", "empty the cell"))
            return nil
        }
        return .work(shift, SectorID(sector))
    }

    /// A pin without accepted reason must be among what the agent may do.
    private func checkPin(_ decision: Pin.Decision, of agent: Agent, day: Int, row: CSVRow) {
        guard case .work(let shiftID, let sector) = decision else { return }
        let shift = shifts[shiftID.value]
        let cell = row["decision"]
        let hint = Wording(
            "corrigez la ligne, ou donnez dans reason pourquoi l'écart est accepté",
            "correct the row, or give in reason why the breach is accepted")
        func fault(_ cell: CSVCell, _ message: Wording, _ expected: Wording) {
            log.fault(cell.place, value: cell.text, message, expected: expected, hint: hint)
        }
        if !agent.shifts.contains(shiftID) {
            fault(
                cell,
                Wording(
                    "le poste « \(cell.text) » n'est pas permis à l'agent \(agent.id)",
                    "shift \"\(cell.text)\" is not allowed to agent \(agent.id)"),
                Wording("un poste de l'agent", "a shift of the agent"))
        } else if !shift.days[day] {
            fault(
                cell,
                Wording(
                    "le poste « \(cell.text) » n'existe pas le \(axis.date(ofDay: day).iso)",
                    "shift \"\(cell.text)\" does not exist on \(axis.date(ofDay: day).iso)"),
                Wording("un jour où le poste existe", "a day on which the shift exists"))
        }
        let places = shift.stages.isEmpty ? sector.map { [$0] } ?? [] : shift.stages.map(\.sector)
        if let outside = places.first(where: { !agent.sectors.contains($0) }) {
            fault(
                row["sector"],
                Wording(
                    "le secteur « \(sectors.ids[outside.value]) » n'est pas permis à l'agent \(agent.id)",
                    "sector \"\(sectors.ids[outside.value])\" is not allowed to agent \(agent.id)"),
                Wording("un secteur de l'agent", "a sector of the agent"))
        }
        let parts = shift.workedParts(day: day, axis: axis)
        if agent.absences.contains(where: { $0.days.contains(day) || parts.contains(where: $0.minutes.overlaps) }) {
            fault(
                row["service_day"],
                Wording(
                    "l'agent \(agent.id) est absent le \(axis.date(ofDay: day).iso)",
                    "agent \(agent.id) is absent on \(axis.date(ofDay: day).iso)"),
                Wording("un jour de présence", "a day of presence"))
        }
    }
}
