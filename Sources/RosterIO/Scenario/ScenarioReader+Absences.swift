import RosterModel

/// Absences, without any motive.
extension ScenarioReader {
    static let absencesSchema = CSVSchema(
        file: "absences.csv",
        columns: [
            .init("agent", ["id", "identifiant", "matricule"], required: true),
            .init(
                "from", ["du", "de", "debut", "date_debut", "date_de_debut", "start", "first", "from_date"],
                required: true),
            .init("to", ["au", "a", "fin", "date_fin", "date_de_fin", "end", "last", "to_date"], required: true),
            .init("from_time", ["heure_debut", "heure_de_debut", "de_heure", "start_time"]),
            .init("to_time", ["heure_fin", "heure_de_fin", "a_heure", "end_time"]),
        ], refusesMotives: true)

    mutating func readAbsences() {
        guard let bytes = files.contents["absences.csv"],
            let rows = CSVTable.read(bytes, schema: Self.absencesSchema, log: log)
        else { return }
        for row in rows {
            let agent = agent(row["agent"])
            guard let absence = readAbsence(row), let agent else { continue }
            if !absence.days.isEmpty || !absence.minutes.isEmpty { absences[agent].append(absence) }
        }
    }

    /// One absence, clipped to the horizon; nil after a fault.
    private func readAbsence(_ row: CSVRow) -> Agent.Absence? {
        let (fromCell, toCell) = (row["from"], row["to"])
        let from = ends(fromCell, time: row["from_time"])
        var to: DatedTime?
        if toCell.isEmpty {
            log.warn(
                toCell.place,
                Wording("l'absence n'a pas de fin", "the absence has no end"),
                expected: DateText.expected,
                hint: Wording("elle vaut jusqu'à la fin de l'horizon", "it holds to the end of the horizon"))
        } else {
            to = ends(toCell, time: row["to_time"])
        }
        guard let from, to != nil || toCell.isEmpty else { return nil }
        let last = axis.date(ofDay: axis.dayCount - 1)
        let end = to ?? DatedTime(date: max(last, from.date), clock: nil, offsetMinutes: nil)
        if from.clock == nil, end.clock == nil {
            guard from.date <= end.date else {
                reversed(toCell)
                return nil
            }
            let first = max(0, axis.dayIndex(of: from.date))
            let after = min(axis.dayCount, axis.dayIndex(of: end.date) + 1)
            return Agent.Absence(days: first..<max(first, after))
        }
        // A day without time begins and ends with its service day.
        let reader = DatedTimeReader(axis: axis, log: log)
        let (fromTime, toTime) = (row["from_time"], row["to_time"])
        let (fromPlace, toPlace) = (fromTime.isEmpty ? fromCell : fromTime, toTime.isEmpty ? toCell : toTime)
        let start =
            from.clock == nil
            ? axis.minute(date: from.date, clock: axis.dayStart)
            : reader.minute(from, at: fromPlace.place, text: fromPlace.text)
        let stop =
            end.clock == nil
            ? axis.minute(date: end.date.advanced(by: 1), clock: axis.dayStart)
            : reader.minute(end, at: toPlace.place, text: toPlace.text)
        guard let start, let stop else { return nil }
        guard start < stop else {
            reversed(toPlace)
            return nil
        }
        guard start < axis.endMinute, stop > 0 else { return Agent.Absence() }
        return Agent.Absence(minutes: start..<stop)
    }

    private func reversed(_ cell: CSVCell) {
        log.fault(
            cell.place, value: cell.text,
            Wording("l'absence finit avant de commencer", "the absence ends before it starts"),
            expected: Wording("une fin postérieure au début", "an end after the start"),
            hint: Wording("échangez les deux dates, ou vérifiez le mois", "swap the two dates, or check the month"))
    }

    /// A date with the time of its own cell or of a cell beside it; nil after a fault.
    private func ends(_ cell: CSVCell, time: CSVCell) -> DatedTime? {
        guard !cell.isEmpty else {
            missing(cell)
            return nil
        }
        guard let value = DatedTime.parse(cell.text) else {
            log.fault(
                cell.place, value: cell.text,
                Wording("« \(cell.text) » n'est pas une date", "\"\(cell.text)\" is not a date"),
                expected: DateText.expected, hint: DateText.hint(for: cell.text))
            return nil
        }
        guard !time.isEmpty else { return value }
        guard value.clock == nil else {
            log.fault(
                time.place, value: time.text,
                Wording("l'heure est donnée deux fois", "the time is given twice"),
                expected: Wording("l'heure dans une seule cellule", "the time in one cell"),
                hint: Wording("videz l'une des deux", "empty one of them"))
            return nil
        }
        // The time may carry an offset of its own: `02:30+01:00`.
        if let clock = DatedTime.parse("\(value.date.iso)T\(time.text)"), clock.clock != nil { return clock }
        log.fault(
            time.place, value: time.text,
            Wording("« \(time.text) » n'est pas une heure", "\"\(time.text)\" is not a time"),
            expected: ClockText.expected, hint: ClockText.hint(for: time.text))
        return nil
    }
}
