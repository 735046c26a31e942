import RosterModel

/// Reads the rows of `roster.csv`.
struct RosterTableReader: TableReading {
    let log: IssueLog
    let axis: TimeAxis
    let hasAxis = true
    private let schema: CSVSchema
    private let agents: Register
    private let sectors: Register
    private let personalNames: [String: String]

    /// One row, resolved.
    private struct Part {
        let agent: Int
        let day: Int
        let minutes: Range<Int>
        let breakMinutes: Int
        let shift: String
        let sector: Int
        let stage: Int
        let row: CSVRow
    }

    init(scenario: Scenario, log: IssueLog, file: String) {
        self.log = log
        axis = scenario.axis
        agents = Self.register(scenario.agents.map(\.id))
        sectors = Self.register(scenario.sectors.map(\.id))
        personalNames = Dictionary(
            scenario.agents.compactMap { agent in agent.name.map { (Folding.key($0), agent.id) } },
            uniquingKeysWith: { first, _ in first })
        schema = CSVSchema(
            file: file,
            columns: [
                .init("agent", ["id", "identifiant", "matricule"], required: true),
                .init("service_day", ["jour_de_service", "jour", "nuit"], required: true),
                .init("start", ["debut", "from", "de"], required: true),
                .init("end", ["fin", "to", "a"], required: true),
                .init("break_minutes", ["pause", "pause_minutes", "break"]),
                .init("shift", ["poste"]),
                .init("sector", ["secteur"], required: true),
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
        guard let rows = CSVTable.read(bytes, schema: schema, log: log) else { return nil }
        var parts: [[Int]: [Part]] = [:]
        var keys: [[Int]] = []
        for row in rows {
            guard let part = readPart(row) else { continue }
            let key = [part.agent, part.day]
            if parts[key] == nil { keys.append(key) }
            parts[key, default: []].append(part)
        }
        return keys.flatMap { key in
            join((parts[key] ?? []).sorted { ($0.minutes.lowerBound, $0.stage) < ($1.minutes.lowerBound, $1.stage) })
        }
    }

    private func readPart(_ row: CSVRow) -> Part? {
        let agent = agent(row["agent"], in: agents, personalNames: personalNames)
        let sectorCell = row["sector"]
        var sector: Int?
        if sectorCell.isEmpty {
            missing(sectorCell)
        } else {
            sector = resolve(sectorCell.text, at: sectorCell.place, in: sectors, as: .sector)
        }
        let day = serviceDay(row["service_day"])
        let (startCell, endCell) = (row["start"], row["end"])
        let (startTime, endTime) = (datedTime(startCell), datedTime(endCell))
        let times = DatedTimeReader(axis: axis, log: log)
        let start = startTime.flatMap { times.minute($0, at: startCell.place, text: startCell.text) }
        let end = endTime.flatMap { times.minute($0, at: endCell.place, text: endCell.text) }
        let breakCell = row["break_minutes"]
        let breakMinutes = breakCell.isEmpty ? 0 : minutes(breakCell, unit: .minutes, 0...1440)
        let stageCell = row["stage"]
        let stage = stageCell.isEmpty ? 1 : NumberText.whole(stageCell.text).flatMap { $0 >= 1 ? $0 : nil }
        if stage == nil {
            log.fault(
                stageCell.place, value: stageCell.text,
                Wording(
                    "« \(stageCell.text) » n'est pas un numéro d'étape", "\"\(stageCell.text)\" is no number of a stage"
                ),
                expected: Wording("1, 2, 3…", "1, 2, 3…"),
                hint: Wording(
                    "laissez la cellule vide pour un seul secteur", "leave the cell empty for a single sector"))
        }
        if let start, let end, start >= end || end - start > 2880 {
            log.fault(
                endCell.place, value: endCell.text,
                start >= end
                    ? Wording("le poste finit avant de commencer", "the shift ends before it starts")
                    : Wording("le poste dépasse deux jours", "the shift is longer than two days"),
                expected: Wording("une fin postérieure au début", "an end after the start"),
                hint: Wording("vérifiez la date de fin", "check the date of the end"))
            return nil
        }
        guard let agent, let sector, let day, let start, let end, let breakMinutes, let stage else { return nil }
        if stage == 1, !axis.minutes(ofDay: day).contains(start) {
            let own = axis.day(ofMinute: start).map { axis.date(ofDay: $0).iso }
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
        return Part(
            agent: agent, day: day, minutes: start..<end, breakMinutes: breakMinutes, shift: row["shift"].text,
            sector: sector, stage: stage, row: row)
    }

    /// Shifts of one agent on one day, from parts by start.
    private func join(_ parts: [Part]) -> [WorkedShift] {
        var shifts: [WorkedShift] = []
        var index = 0
        while index < parts.count {
            let first = parts[index]
            var stages = [stage(first)]
            var breakMinutes = first.breakMinutes
            var last = first
            index += 1
            while index < parts.count, parts[index].stage > 1 {
                let next = parts[index]
                if next.stage != last.stage + 1 || next.minutes.lowerBound != last.minutes.upperBound
                    || next.shift != first.shift
                {
                    broken(next)
                } else {
                    stages.append(stage(next))
                    breakMinutes += next.breakMinutes
                    last = next
                }
                index += 1
            }
            guard first.stage == 1 else {
                broken(first)
                continue
            }
            let minutes = first.minutes.lowerBound..<last.minutes.upperBound
            guard breakMinutes < minutes.count else {
                log.fault(
                    first.row["break_minutes"].place, value: first.row["break_minutes"].text,
                    Wording("la pause n'est pas plus courte que le poste", "the break is not shorter than the shift"),
                    expected: Wording("moins que la durée du poste", "less than the length of the shift"),
                    hint: Wording("écrivez la pause en minutes", "write the break in minutes"))
                continue
            }
            shifts.append(
                WorkedShift(
                    agent: AgentID(first.agent), day: first.day, name: first.shift, minutes: minutes,
                    breakMinutes: breakMinutes, stages: stages))
        }
        return shifts
    }

    private func stage(_ part: Part) -> WorkedShift.Stage {
        WorkedShift.Stage(sector: SectorID(part.sector), minutes: part.minutes)
    }

    private func broken(_ part: Part) {
        let cell = part.row["stage"]
        log.fault(
            cell.place, value: cell.text,
            Wording(
                "l'étape \(part.stage) ne suit pas l'étape \(part.stage - 1) du même poste",
                "stage \(part.stage) does not follow stage \(part.stage - 1) of the same shift"),
            expected: Wording(
                "des étapes numérotées 1, 2, 3… chacune commençant quand la précédente finit",
                "stages numbered 1, 2, 3… each starting when the one before ends"),
            hint: Wording(
                "deux postes du même jour commencent chacun à l'étape 1",
                "two shifts of one day each start with stage 1"))
    }
}
