import RosterModel

/// An agent while his parts are gathered.
struct AgentDraft {
    let id: String
    let name: String?
    let employer: Int?
    let profession: Int?
    let regime: Int?
    let maximumMinutes: Int?
    let weeklyMinutes: Int?
    let minimumMinutes: Int?
    let sectors: [SectorID]
    /// Shifts of the cell, nil for the whole menu.
    let shifts: [ShiftID]?
    let qualifications: [String]
    let teamKey: String?
    let personKey: String?
    let nightAllowed: Bool
    let isNightWorker: Bool
    /// Contract, as service days; nil after a fault.
    let contractDays: Range<Int>?
    let row: CSVRow
}

/// The table of agents.
extension ScenarioReader {
    static let agentsSchema = CSVSchema(
        file: "agents.csv",
        columns: [
            .init("agent", ["id", "identifiant", "matricule", "code_agent"], required: true),
            .init("name", ["nom", "nom_complet", "prenom_nom", "nom_prenom"]),
            .init("employer", ["employeur"], required: true),
            .init("profession", ["metier", "fonction"], required: true),
            .init("regime", required: true),
            .init("hours_max", ["heures_max", "heures_maximum", "heures_maximales", "max_hours"]),
            .init("weekly_hours", ["heures_hebdo", "heures_hebdomadaires", "heures_par_semaine", "heures_semaine"]),
            .init("hours_min", ["heures_min", "heures_minimum", "heures_minimales", "min_hours"]),
            .init("sectors", ["secteurs", "secteur", "sector"]),
            .init("shifts", ["postes", "poste", "vacations", "horaires", "shift"]),
            .init("qualifications", ["qualification", "habilitations", "competences"]),
            .init("team", ["equipe"]),
            .init("person", ["personne"]),
            .init("contract_from", ["debut_contrat", "debut_de_contrat", "contrat_du"]),
            .init("contract_to", ["fin_contrat", "fin_de_contrat", "contrat_au"]),
            .init("night_worker", ["travailleur_de_nuit", "travailleur_nuit"]),
            .init("night_allowed", ["nuit_autorisee", "nuit", "night", "travail_de_nuit"]),
        ])

    /// Cells that say "none", where an empty cell says "all".
    private static let noneWords: Set<String> = ["none", "aucun", "aucune", "neant"]

    mutating func readAgents() {
        guard let bytes = files.contents["agents.csv"] else {
            agents.isComplete = false
            if files.unreadable["agents.csv"] == nil {
                missingFile("agents.csv", expected: Wording("un fichier agents.csv", "a file agents.csv"))
            }
            return
        }
        guard let rows = CSVTable.read(bytes, schema: Self.agentsSchema, log: log) else {
            agents.isComplete = false
            return
        }
        for row in rows {
            let idCell = row["agent"]
            let name = row["name"].text
            guard declare(idCell.text, at: idCell.place, in: \.agents, as: .agent) != nil else { continue }
            if !name.isEmpty { personalNames[Folding.key(name)] = idCell.text }
            agentDrafts.append(readAgent(row, id: idCell.text, name: name.isEmpty ? nil : name))
        }
        absences = Array(repeating: [], count: agentDrafts.count)
        busy = Array(repeating: [], count: agentDrafts.count)
        standby = Array(repeating: [], count: agentDrafts.count)
        hasAgents = !agentDrafts.isEmpty
        if rows.isEmpty {
            log.fault(
                Place(file: "agents.csv"),
                Wording("le fichier ne contient aucun agent", "the file holds no agent"),
                expected: Wording("une ligne par agent", "one row for each agent"),
                hint: Wording("ajoutez au moins un agent sous l'en-tête", "add at least one agent under the header"))
        }
    }

    private mutating func readAgent(_ row: CSVRow, id: String, name: String?) -> AgentDraft {
        func required(_ column: String, _ register: Register, _ noun: Noun) -> Int? {
            let cell = row[column]
            guard !cell.isEmpty else {
                missing(cell)
                return nil
            }
            return resolve(cell.text, at: cell.place, in: register, as: noun)
        }
        let employer = required("employer", employers, .employer)
        let profession = required("profession", professions, .profession)
        let regime = required("regime", regimes.register, .regime)
        if let regime { regimes.use(regime) }
        let maximumCell = row["hours_max"]
        let weeklyCell = row["weekly_hours"]
        let minimumCell = row["hours_min"]
        let maximum = minutes(maximumCell, unit: .hours, 0...600_000)
        let weekly = minutes(weeklyCell, unit: .hours, 0...3600)
        let minimum = minutes(minimumCell, unit: .hours, 0...600_000)
        if maximum != nil, weekly != nil {
            log.warn(
                weeklyCell.place, value: weeklyCell.text,
                Wording(
                    "l'agent \(id) a un maximum et des heures hebdomadaires : hours_max l'emporte",
                    "agent \(id) has both a maximum and weekly hours: hours_max wins"),
                expected: Wording("l'une des deux cellules", "one of the two cells"),
                hint: Wording("videz celle qui ne compte pas", "empty the one that does not count"))
        } else if let weekly, weekly > 48 * 60 || weekly == 0 {
            log.warn(
                weeklyCell.place, value: weeklyCell.text,
                Wording(
                    "le contrat hebdomadaire de l'agent \(id) est inhabituel : \(weeklyCell.text) h",
                    "the weekly contract of agent \(id) is unusual: \(weeklyCell.text) h"),
                expected: Wording("plus de 0 h et au plus 48 h", "above 0 h and at most 48 h"),
                hint: Wording("vérifiez la valeur", "check the value"))
        }
        if let maximum, let minimum, minimum > maximum {
            log.fault(
                minimumCell.place, value: minimumCell.text,
                Wording(
                    "le minimum de l'agent \(id) (\(minimumCell.text) h) dépasse son maximum (\(maximumCell.text) h)",
                    "the minimum of agent \(id) (\(minimumCell.text) h) exceeds the maximum (\(maximumCell.text) h)"),
                expected: Wording("hours_min au plus égal à hours_max", "hours_min not above hours_max"),
                hint: Wording("échangez ou corrigez les deux valeurs", "swap or correct the two values"))
        }
        return AgentDraft(
            id: id, name: name, employer: employer, profession: profession, regime: regime, maximumMinutes: maximum,
            weeklyMinutes: weekly, minimumMinutes: minimum, sectors: readSectors(row["sectors"]),
            shifts: readShifts(row["shifts"]), qualifications: Array(Set(parts(row["qualifications"]))).sorted(),
            teamKey: row["team"].isEmpty ? nil : row["team"].text,
            personKey: row["person"].isEmpty ? nil : row["person"].text,
            nightAllowed: flag(row["night_allowed"], default: true) ?? true,
            isNightWorker: flag(row["night_worker"], default: false) ?? false, contractDays: readContract(row), row: row
        )
    }

    /// Service days of the contract, both ends included; nil after a fault.
    private func readContract(_ row: CSVRow) -> Range<Int>? {
        let (fromCell, toCell) = (row["contract_from"], row["contract_to"])
        var (first, after) = (Agent.openContract.lowerBound, Agent.openContract.upperBound)
        if !fromCell.isEmpty {
            guard let date = date(fromCell) else { return nil }
            first = axis.dayIndex(of: date)
        }
        if !toCell.isEmpty {
            guard let date = date(toCell) else { return nil }
            after = axis.dayIndex(of: date) + 1
        }
        guard first < after else {
            log.fault(
                toCell.place, value: toCell.text,
                Wording("le contrat finit avant de commencer", "the contract ends before it starts"),
                expected: Wording("une fin égale ou postérieure au début", "an end on or after the start"),
                hint: Wording("échangez les deux dates", "swap the two dates"))
            return nil
        }
        if hasAxis, first >= axis.dayCount || after <= 0 {
            let cell = after <= 0 ? toCell : fromCell
            log.warn(
                cell.place, value: cell.text,
                Wording("le contrat est hors de l'horizon", "the contract lies outside the horizon"),
                expected: Wording("un contrat qui couvre un jour au moins", "a contract that covers some day"),
                hint: Wording("l'agent ne sera pas planifié", "the agent will not be planned"))
        }
        return first..<after
    }

    /// Sectors of a cell; an empty cell means all.
    private func readSectors(_ cell: CSVCell) -> [SectorID] {
        if cell.isEmpty { return sectors.ids.indices.map(SectorID.init) }
        if Self.noneWords.contains(Folding.key(cell.text)) { return [] }
        var list: [SectorID] = []
        for part in parts(cell) {
            guard let position = resolve(part, at: cell.place, in: sectors, as: .sector) else { continue }
            if !list.contains(SectorID(position)) { list.append(SectorID(position)) }
        }
        return list
    }

    /// Shifts of a cell, by template or single choice; nil for an empty cell.
    private func readShifts(_ cell: CSVCell) -> [ShiftID]? {
        if cell.isEmpty { return nil }
        if Self.noneWords.contains(Folding.key(cell.text)) { return [] }
        var list: Set<ShiftID> = []
        for part in parts(cell) { list.formUnion(shiftIDs(named: part, at: cell.place) ?? []) }
        return list.sorted()
    }

    /// Shifts of a template, or the one choice with this id; nil after a fault.
    func shiftIDs(named text: String, at place: Place) -> [ShiftID]? {
        if let template = templates.position(of: text) { return templateShifts[template] }
        if let template = text.split(separator: "@").first.flatMap({ templates.position(of: String($0)) }) {
            if let shift = templateShifts[template].first(where: { shifts[$0.value].id == text }) { return [shift] }
            // Without its hours a template cannot say which choices it has.
            guard !templateShifts[template].isEmpty else { return nil }
            log.fault(
                place, value: text, Noun.shift.unknown(text), expected: Noun.shift.expected,
                hint: Suggestion.hint(for: text, in: templateShifts[template].map { shifts[$0.value].id }))
            return nil
        }
        _ = resolve(text, at: place, in: templates, as: .shift)
        return nil
    }

    /// The agent of a row of another table; nil after a fault.
    func agent(_ cell: CSVCell) -> Int? { agent(cell, in: agents, personalNames: personalNames) }

    // MARK: From drafts to agents

    /// Agents and their types; what depends on a faulty cell is filled with the first value and never returned.
    mutating func makeAgents() -> (list: [Agent], types: [AgentType]) {
        let asked = Set(teamKinds.flatMap { $0.places.flatMap(\.qualifications) })
        var types: [AgentType] = []
        var list: [Agent] = []
        for (index, draft) in agentDrafts.enumerated() {
            let profession = ProfessionID(draft.profession ?? 0)
            let employer = EmployerID(draft.employer ?? 0)
            let type = AgentType(profession: profession, qualifications: draft.qualifications.filter(asked.contains))
            let typeIndex = types.firstIndex(of: type) ?? types.count
            if typeIndex == types.count { types.append(type) }
            let menu = shifts.indices.map(ShiftID.init).filter { id in
                let shift = shifts[id.value]
                return shift.professions.contains(profession)
                    && (shift.employers.isEmpty || shift.employers.contains(employer))
            }
            let own = draft.shifts.map { cell in menu.filter(cell.contains) } ?? menu
            checkReach(of: draft, menu: menu, own: own)
            let contract = contractMinutes(of: draft, absences: absences[index], busy: busy[index])
            let person = shared(of: index)
            list.append(
                Agent(
                    id: draft.id, name: draft.name, employer: employer, profession: profession,
                    regime: draft.regime.map(regimes.id) ?? RegimeID(0), type: AgentTypeID(typeIndex),
                    maximumMinutes: contract.maximum,
                    minimumMinutes: draft.teamKey == nil && person.other == nil ? draft.minimumMinutes ?? 0 : 0,
                    availableMinutes: contract.available, sectors: draft.sectors, shifts: own,
                    qualifications: draft.qualifications, teamKey: draft.teamKey,
                    personKey: person.other == nil ? nil : draft.personKey, nightAllowed: person.nightAllowed,
                    isNightWorker: draft.isNightWorker, contractDays: draft.contractDays ?? Agent.openContract,
                    busy: person.busy, standby: person.standby, absences: absences[index], history: person.history))
        }
        return (list, types)
    }

    /// Weekly hours × days / 7, less weekly hours / 7 per service day that is absent or outside the contract, plus the
    /// tolerance; less the given work for the agent's own employer.
    private func contractMinutes(
        of draft: AgentDraft, absences: [Agent.Absence], busy: [BusyInterval]
    ) -> (maximum: Int?, available: Int) {
        let contract = draft.contractDays ?? Agent.openContract
        var absent: Set<Int> = []
        for absence in absences { absent.formUnion(absence.days) }
        let present = (0..<axis.dayCount).count { contract.contains($0) && !absent.contains($0) }
        let given = busy.filter { $0.kind != .otherEmployer }.reduce(0) { $0 + $1.minutes.count }
        let minimumPlace = draft.row["hours_min"]
        let maximum = (draft.maximumMinutes ?? draft.weeklyMinutes.map { $0 * present / 7 + toleranceMinutes })
            .map { max(0, $0 - given) }
        if draft.maximumMinutes == nil, let maximum, let minimum = draft.minimumMinutes, minimum > maximum {
            log.warn(
                minimumPlace.place, value: minimumPlace.text,
                Wording(
                    "le minimum de l'agent \(draft.id) dépasse ce que permettent ses heures hebdomadaires nettes d'absences",
                    "the minimum of agent \(draft.id) exceeds what the weekly hours allow, net of absences"),
                expected: Wording(
                    "au plus \(maximum / 60) h \(pad(maximum % 60, 2))",
                    "at most \(maximum / 60) h \(pad(maximum % 60, 2))"),
                hint: Wording(
                    "le minimum sera abaissé à ce qui est possible", "the minimum will be lowered to what is possible"))
        }
        return (maximum, maximum ?? 35 * 60 * present / 7)
    }

    private func checkReach(of draft: AgentDraft, menu: [ShiftID], own: [ShiftID]) {
        guard draft.profession != nil, draft.employer != nil, templates.isComplete, sectors.isComplete, !log.hasErrors
        else {
            return
        }
        let shiftCell = draft.row["shifts"]
        let foreign = draft.shifts?.filter { !menu.contains($0) } ?? []
        if let first = foreign.first {
            log.warn(
                shiftCell.place, value: shiftCell.text,
                Wording(
                    "le poste « \(shifts[first.value].name) » n'est pas ouvert à la profession ou à l'employeur de l'agent \(draft.id)",
                    "shift \"\(shifts[first.value].name)\" is not open to the profession or employer of agent \(draft.id)"
                ),
                expected: Wording("des postes de sa profession", "shifts of the agent's profession"),
                hint: Wording(
                    "retirez-le, ou complétez `professions` du poste",
                    "remove it, or complete `professions` of the shift"))
        }
        if own.isEmpty {
            log.warn(
                shiftCell.place, value: shiftCell.text,
                Wording("l'agent \(draft.id) n'a aucun poste possible", "agent \(draft.id) has no shift to work"),
                expected: Wording("au moins un poste", "at least one shift"),
                hint: Wording("il ne sera pas planifié", "the agent will not be planned"))
        }
        if draft.sectors.isEmpty {
            log.warn(
                draft.row["sectors"].place, value: draft.row["sectors"].text,
                Wording("l'agent \(draft.id) n'a aucun secteur", "agent \(draft.id) has no sector"),
                expected: Wording("au moins un secteur", "at least one sector"),
                hint: Wording("il ne sera pas planifié", "the agent will not be planned"))
        }
    }
}
