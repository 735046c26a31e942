import RosterModel

/// Reads the rows of `roster.csv`, and of a list or grid that was made elsewhere.
///
/// What a row lacks follows from the menu: hours and break from the shift named, the shift from the hours, the stays of a
/// round from its template. Without a sector the agent is in his first one.
struct RosterTableReader: TableReading {
    let log: IssueLog
    let axis: TimeAxis
    let hasAxis = true
    let scenario: Scenario
    let menu: ShiftLookup
    let gaps = Gaps()
    private let schema: CSVSchema
    private let agents: Register
    private let sectors: Register
    private let personalNames: [String: String]

    /// One row, resolved.
    struct Part {
        let agent: Int
        let day: Int
        let minutes: Range<Int>
        /// Nil when neither the row nor the menu says it.
        let breakMinutes: Int?
        let shift: String
        /// One stay, or all those of a round or split shift that the row stands for.
        let stays: [WorkedShift.Stage]
        let stage: Int
        /// Shift of the menu that the row names.
        let named: ShiftID?
        let row: CSVRow
    }

    /// Rows that lacked something, counted for one remark each.
    final class Gaps {
        var sector: [Place] = []
        var breakTime: [Place] = []
    }

    init(scenario: Scenario, log: IssueLog, file: String) {
        self.scenario = scenario
        self.log = log
        axis = scenario.axis
        menu = ShiftLookup(scenario)
        agents = Self.register(scenario.agents.map(\.id))
        sectors = Self.register(scenario.sectors.map(\.id))
        personalNames = Dictionary(
            scenario.agents.compactMap { agent in agent.name.map { (Folding.key($0), agent.id) } },
            uniquingKeysWith: { first, _ in first })
        schema = Self.schema(of: file)
    }

    /// Columns of a roster in a file.
    static func schema(of file: String) -> CSVSchema {
        CSVSchema(
            file: file,
            columns: [
                .init("agent", ["id", "identifiant", "matricule", "code_agent"], required: true),
                .init("service_day", ["jour_de_service", "jour", "nuit", "date", "nuit_du"]),
                .init("start", ["debut", "heure_debut", "heure_de_debut", "prise_de_service", "from", "de"]),
                .init("end", ["fin", "heure_fin", "heure_de_fin", "fin_de_service", "to", "a"]),
                .init("break_minutes", ["pause", "pause_minutes", "minutes_pause", "break"]),
                .init("shift", ["poste", "vacation", "horaire", "code", "code_poste"]),
                .init("sector", ["secteur", "quartier", "lieu"]),
                .init("stage", ["etape"]),
            ])
    }

    private static func register(_ ids: [String]) -> Register {
        var register = Register()
        for id in ids { _ = register.add(id) }
        return register
    }

    /// Shifts of the file, or nil when it is no table.
    func read(_ bytes: [UInt8]) -> [WorkedShift]? {
        guard let rows = rows(bytes) else { return nil }
        var parts: [[Int]: [Part]] = [:]
        var keys: [[Int]] = []
        for row in rows {
            guard let part = readPart(row) else { continue }
            let key = [part.agent, part.day]
            if parts[key] == nil { keys.append(key) }
            parts[key, default: []].append(part)
        }
        let shifts = keys.flatMap { key in
            join((parts[key] ?? []).sorted { ($0.minutes.lowerBound, $0.stage) < ($1.minutes.lowerBound, $1.stage) })
        }
        remark()
        return shifts
    }

    /// Rows of a list, or what a grid says as such rows; nil when the file is neither.
    func rows(_ bytes: [UInt8]) -> [CSVRow]? {
        guard let text = CSVTable.text(bytes, file: schema.file, log: log) else { return nil }
        switch RosterGrid.form(of: text, schema: schema, dayCount: axis.dayCount) {
        case .list: return CSVTable.read(text, schema: schema, log: log)
        case .grid(let grid):
            return RosterGridReader(scenario: scenario, log: log, schema: schema, menu: menu, grid: grid).rows()
        case .neither:
            log.fault(
                Place(file: schema.file),
                Wording(
                    "ce n'est ni une liste ni une grille de jours", "this is neither a list nor a grid of days"),
                expected: Wording(
                    "une ligne par agent et une colonne par jour, ou une liste avec agent, date, et poste ou heures",
                    "a row for each agent and a column for each day, or a list of agent, date, and shift or hours"),
                hint: Wording(
                    "les jours d'une grille s'écrivent 01/10, jeu. 1 ou 1, sur une même ligne",
                    "the days of a grid are written 01/10, jeu. 1 or 1, in one row"))
            return nil
        }
    }

    // MARK: One row

    private func readPart(_ row: CSVRow) -> Part? {
        let agent = agent(row["agent"], in: agents, personalNames: personalNames)
        let (startCell, endCell, shiftCell) = (row["start"], row["end"], row["shift"])
        let named = shiftCell.isEmpty ? [] : menu.shifts(named: shiftCell.text, of: agent.map(AgentID.init))
        if startCell.isEmpty, endCell.isEmpty, !shiftCell.isEmpty {
            switch menu.meaning(of: shiftCell.text, for: agent.map(AgentID.init)) {
            case .noWork: return nil
            case .contested(let shift):
                contested(shiftCell, shift)
                return nil
            case .shifts, .unknown: break
            }
        }
        if startCell.isEmpty || endCell.isEmpty, named.isEmpty {
            if shiftCell.isEmpty {
                missing(startCell.isEmpty ? startCell : endCell)
            } else {
                log.fault(
                    shiftCell.place, value: shiftCell.text,
                    Wording(
                        "« \(shiftCell.text) » n'est pas un poste du scénario, et la ligne n'a pas d'heures",
                        "\"\(shiftCell.text)\" is no shift of the scenario, and the row has no hours"),
                    expected: Noun.shift.expected,
                    hint: menu.hint(for: shiftCell.text, of: agent.map(AgentID.init)))
            }
            return nil
        }

        let stage = readStage(row["stage"])
        let sector = readSector(row["sector"])
        guard let day = readDay(row), let minutes = readMinutes(row, day: day, named: named), let agent, let stage
        else { return nil }
        if stage == 1, !axis.minutes(ofDay: day).contains(minutes.lowerBound) {
            let own = axis.day(ofMinute: minutes.lowerBound).map { axis.date(ofDay: $0).iso }
            log.fault(
                row["service_day"].place, value: row["service_day"].text,
                Wording(
                    "le poste ne commence pas dans ce jour de service", "the shift does not start on this service day"),
                expected: own.map { Wording($0) } ?? Wording("un début dans l'horizon", "a start within the horizon"),
                hint: Wording(
                    "le jour de service va de \(ClockText.format(axis.dayStart)) à la même heure du lendemain",
                    "the service day runs from \(ClockText.format(axis.dayStart)) to the same time of the next day"))
            return nil
        }

        // Hours alone do not say that a shift was split.
        let candidates = shiftCell.isEmpty ? scenario.agents[agent].shifts.filter { !scenario[$0].isSplit } : named
        let fit = candidates.first { menu.minutes(of: $0, day: day) == minutes }
        let meant = fit ?? (named.count == 1 ? named[0] : nil)
        let breakCell = row["break_minutes"]
        var breakMinutes = breakCell.isEmpty ? nil : self.minutes(breakCell, unit: .minutes, 0...1440)
        if breakCell.isEmpty, stage == 1 {
            breakMinutes = meant.map { scenario[$0].breakMinutes }
        } else if !breakCell.isEmpty, breakMinutes == nil {
            return nil
        }
        guard
            let stays = stays(
                row, sector: sector, agent: agent, day: day, minutes: minutes,
                whole: row["stage"].isEmpty ? fit : nil)
        else { return nil }
        let name = scenario.shifts.contains { $0.id == shiftCell.text } ? nil : meant.map { scenario[$0].id }
        return Part(
            agent: agent, day: day, minutes: minutes, breakMinutes: breakMinutes, shift: name ?? shiftCell.text,
            stays: stays, stage: stage, named: shiftCell.isEmpty ? nil : meant, row: row)
    }

    private func readStage(_ cell: CSVCell) -> Int? {
        if cell.isEmpty { return 1 }
        if let stage = NumberText.whole(cell.text), stage >= 1 { return stage }
        log.fault(
            cell.place, value: cell.text,
            Wording("« \(cell.text) » n'est pas un numéro d'étape", "\"\(cell.text)\" is no number of a stage"),
            expected: Wording("1, 2, 3…", "1, 2, 3…"),
            hint: Wording("laissez la cellule vide pour un seul secteur", "leave the cell empty for a single sector"))
        return nil
    }

    /// A sector by id or by name; nil when the cell is empty or after a fault.
    private func readSector(_ cell: CSVCell) -> Int? {
        guard !cell.isEmpty else { return nil }
        if let position = sectors.position(of: cell.text) { return position }
        let key = Folding.key(cell.text)
        let matches = scenario.sectors.indices.filter {
            Folding.key(scenario.sectors[$0].name) == key || Folding.key(scenario.sectors[$0].id) == key
        }
        if matches.count == 1 { return matches[0] }
        return resolve(cell.text, at: cell.place, in: sectors, as: .sector)
    }

    /// The service day of the cell, or of the start when that has its date.
    private func readDay(_ row: CSVRow) -> Int? {
        let cell = row["service_day"]
        if !cell.isEmpty {
            // Spreadsheets write a day with a time of midnight.
            guard let time = DatedTime.parse(cell.text), time.clock != nil else { return serviceDay(cell) }
            return day(of: time.date, cell)
        }
        let start = row["start"]
        guard let time = DatedTime.parse(start.text), let clock = time.clock else {
            missing(cell)
            return nil
        }
        return day(of: time.date.advanced(by: clock < axis.dayStart ? -1 : 0), start)
    }

    private func day(of date: CivilDate, _ cell: CSVCell) -> Int? {
        serviceDay(CSVCell(text: date.iso, place: cell.place))
    }

    private func readMinutes(_ row: CSVRow, day: Int, named: [ShiftID]) -> Range<Int>? {
        let (startCell, endCell) = (row["start"], row["end"])
        let choices = named.map { menu.minutes(of: $0, day: day) }
        if startCell.isEmpty, endCell.isEmpty, let first = choices.first, choices.contains(where: { $0 != first }) {
            let ids = named.prefix(3).map { scenario[$0].id }.joined(separator: ", ")
            log.fault(
                row["shift"].place, value: row["shift"].text,
                Wording(
                    "le poste « \(row["shift"].text) » a plusieurs horaires possibles",
                    "shift \"\(row["shift"].text)\" has several possible hours"),
                expected: Wording("l'un de ses horaires", "one of its hours"),
                hint: Wording("écrivez par exemple \(ids)", "write for instance \(ids)"))
            return nil
        }
        guard
            let start = startCell.isEmpty
                ? choices.first?.lowerBound
                : instant(startCell, day: day, after: nil, menu: choices.map(\.lowerBound)),
            let end = endCell.isEmpty
                ? (choices.first { $0.lowerBound == start } ?? choices.first)?.upperBound
                : instant(endCell, day: day, after: start, menu: choices.map(\.upperBound))
        else { return nil }
        guard start < end, end - start <= 2880 else {
            log.fault(
                endCell.place, value: endCell.text,
                start >= end
                    ? Wording("le poste finit avant de commencer", "the shift ends before it starts")
                    : Wording("le poste dépasse deux jours", "the shift is longer than two days"),
                expected: Wording("une fin postérieure au début", "an end after the start"),
                hint: Wording("vérifiez la date de fin", "check the date of the end"))
            return nil
        }
        return start..<end
    }

    /// Elapsed minute of a cell with a date and time, or with a clock of the service day.
    ///
    /// - Parameters:
    ///   - start: Start of the shift when the cell is its end.
    ///   - menu: Instants that the menu gives; they say which reading of a repeated time is meant.
    private func instant(_ cell: CSVCell, day: Int, after start: Int?, menu: [Int]) -> Int? {
        var time = DatedTime.parse(cell.text)
        if time?.clock == nil {
            guard let clock = ClockText.parse(cell.text) else {
                unreadable(cell)
                return nil
            }
            var serviceClock = clock < axis.dayStart ? clock + 1440 : clock
            if let start {
                let first = axis.serviceClock(start, day: day)
                if serviceClock % 1440 == first % 1440 {
                    log.fault(
                        cell.place, value: cell.text,
                        Wording(
                            "le poste commence et finit à la même heure : 0 h ou 24 h ?",
                            "the shift starts and ends at the same time: 0 h or 24 h?"),
                        expected: Wording("une fin différente du début", "an end other than the start"),
                        hint: Wording("écrivez la date de la fin avec l'heure", "write the date of the end with it"))
                    return nil
                }
                if serviceClock < first { serviceClock += 1440 }
            }
            time = DatedTime(date: axis.date(ofDay: day), clock: serviceClock, offsetMinutes: nil)
        }
        guard let time, let clock = time.clock else { return nil }
        let date = time.date.advanced(by: clock / 1440)
        if time.offsetMinutes == nil {
            let meant = menu.first { instant in
                let local = axis.local(instant)
                return local.date == date && local.clock == clock % 1440
            }
            if let meant { return meant }
        }
        return DatedTimeReader(axis: axis, log: log).minute(time, at: cell.place, text: cell.text)
    }

    private func contested(_ cell: CSVCell, _ shift: ShiftID) {
        let fault = DutyText.Fault.contested(cell.text, shift).wording(scenario, menu: menu, agent: nil)
        log.fault(cell.place, value: cell.text, fault.message, expected: fault.expected, hint: fault.hint)
    }

    private func unreadable(_ cell: CSVCell) {
        log.fault(
            cell.place, value: cell.text,
            Wording("« \(cell.text) » n'est pas une heure", "\"\(cell.text)\" is not a time"),
            expected: Wording(
                "une heure du jour de service comme 18h30, ou une date et une heure comme 2026-10-25T18:30",
                "a time of the service day such as 18:30, or a date and time such as 2026-10-25T18:30"),
            hint: ClockText.hint(for: cell.text))
    }

    private func stays(
        _ row: CSVRow, sector: Int?, agent: Int, day: Int, minutes: Range<Int>, whole: ShiftID?
    ) -> [WorkedShift.Stage]? {
        func stays(in sector: SectorID) -> [WorkedShift.Stage] {
            whole.map { scenario[$0].stays(in: sector, day: day, axis: axis) }
                ?? [.init(sector: sector, minutes: minutes)]
        }
        if let round = whole.flatMap({ scenario[$0].stages.first }) { return stays(in: round.sector) }
        if let sector { return stays(in: SectorID(sector)) }
        guard row["sector"].isEmpty, let home = scenario.agents[agent].sectors.first else {
            if row["sector"].isEmpty { missing(row["sector"]) }
            return nil
        }
        if scenario.agents[agent].sectors.count > 1 { gaps.sector.append(row["sector"].place) }
        return stays(in: home)
    }

    private func remark() {
        if let first = gaps.sector.first {
            log.warn(
                first,
                Wording(
                    "\(gaps.sector.count) vacation(s) sans secteur : le premier secteur de l'agent est retenu",
                    "\(gaps.sector.count) spell(s) of work without sector: the agent's first sector is taken"),
                expected: Wording("un secteur (dans une grille : N@centre)", "a sector (in a grid: N@centre)"),
                hint: Wording(
                    "la couverture par secteur en dépend ; les règles de travail non",
                    "the cover of sectors depends on it; rules of work do not"))
        }
        if let first = gaps.breakTime.first {
            log.warn(
                first,
                Wording(
                    "\(gaps.breakTime.count) vacation(s) sans pause, et hors du menu : 0 min est retenu",
                    "\(gaps.breakTime.count) spell(s) of work without break, and not on the menu: 0 min is taken"),
                expected: Wording(
                    "la pause en minutes (dans une grille, le poste avec les heures : N 19h-3h)",
                    "the break in minutes (in a grid, the shift with the hours: N 19h-3h)"),
                hint: Wording(
                    "le temps de travail peut être compté trop long", "working time may be counted too long"))
        }
    }
}
