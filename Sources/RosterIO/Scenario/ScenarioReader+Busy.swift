import RosterModel

/// Work that is given: trainings, hearings, other employers, call-outs; and standby.
extension ScenarioReader {
    static let busySchema = CSVSchema(
        file: "busy.csv",
        columns: [
            .init("agent", ["id", "identifiant", "matricule"], required: true),
            .init("start", ["debut", "from", "de"], required: true),
            .init("end", ["fin", "to", "a"], required: true),
            .init("kind", ["type", "nature"], required: true),
        ], refusesMotives: true)

    /// What a row may be; nil is standby.
    private static func busyKind(_ text: String) -> BusyInterval.Kind?? {
        switch Folding.key(text) {
        case "training", "formation": .some(.training)
        case "hearing", "audience": .some(.hearing)
        case "other_employer", "autre_employeur": .some(.otherEmployer)
        case "intervention": .some(.intervention)
        case "standby", "astreinte": .some(nil)
        default: nil
        }
    }

    mutating func readBusy() {
        guard let bytes = files.contents["busy.csv"], let rows = CSVTable.read(bytes, schema: Self.busySchema, log: log)
        else { return }
        var lines: [Int: [(minutes: Range<Int>, line: Int)]] = [:]
        for row in rows {
            let agent = agent(row["agent"])
            let kindCell = row["kind"]
            let kind = Self.busyKind(kindCell.text)
            if kind == nil {
                let names = ["formation", "audience", "autre_employeur", "intervention", "astreinte"]
                log.fault(
                    kindCell.place, value: kindCell.text,
                    Wording("le type « \(kindCell.text) » est inconnu", "kind \"\(kindCell.text)\" is unknown"),
                    expected: Wording(
                        names.joined(separator: ", "), "training, hearing, other_employer, intervention, standby"),
                    hint: Suggestion.hint(for: kindCell.text, in: names))
            }
            guard let minutes = readBusyMinutes(row, isStandby: kind == .some(nil)), let agent, let kind else {
                continue
            }
            if let other = lines[agent]?.first(where: { $0.minutes.overlaps(minutes) }), kind != nil {
                log.fault(
                    row["start"].place, value: row["start"].text,
                    Wording(
                        "cette plage en recouvre une autre du même agent (ligne \(other.line))",
                        "this interval overlaps another one of the same agent (line \(other.line))"),
                    expected: Wording("des plages séparées", "separate intervals"),
                    hint: Wording("supprimez le doublon", "remove the duplicate"))
                continue
            }
            guard let kind else {
                standby[agent].append(minutes)
                continue
            }
            lines[agent, default: []].append((minutes, row.line))
            guard let day = axis.day(ofMinute: minutes.lowerBound) else { continue }
            busy[agent].append(BusyInterval(day: day, minutes: minutes, kind: kind))
        }
        for agent in busy.indices { busy[agent].sort { $0.minutes.lowerBound < $1.minutes.lowerBound } }
    }

    /// Elapsed minutes of a row; nil after a fault or when they do not concern the horizon.
    private func readBusyMinutes(_ row: CSVRow, isStandby: Bool) -> Range<Int>? {
        let (startCell, endCell) = (row["start"], row["end"])
        let (startTime, endTime) = (datedTime(startCell), datedTime(endCell))
        guard let startTime, let endTime, hasAxis else { return nil }
        let reader = DatedTimeReader(axis: axis, log: log)
        let start = reader.minute(startTime, at: startCell.place, text: startCell.text)
        let end = reader.minute(endTime, at: endCell.place, text: endCell.text)
        guard let start, let end else { return nil }
        guard start < end else {
            log.fault(
                endCell.place, value: endCell.text,
                Wording("la plage finit avant de commencer", "the interval ends before it starts"),
                expected: Wording("une fin postérieure au début", "an end after the start"),
                hint: Wording("vérifiez la date de fin", "check the date of the end"))
            return nil
        }
        if isStandby { return end <= 0 || start >= axis.endMinute ? nil : start..<end }
        guard start < axis.endMinute else { return nil }
        guard start >= 0 else {
            log.fault(
                startCell.place, value: startCell.text,
                Wording(
                    "cette plage commence avant l'horizon, qui commence le \(axis.iso(0))",
                    "this interval starts before the horizon, which starts at \(axis.iso(0))"),
                expected: Wording("un début dans l'horizon", "a start within the horizon"),
                hint: Wording(
                    "le travail d'avant l'horizon s'écrit dans history.csv",
                    "work before the horizon is written in history.csv"))
            return nil
        }
        if let day = axis.day(ofMinute: start), end > axis.minutes(ofDay: day).upperBound {
            log.fault(
                endCell.place, value: endCell.text,
                Wording("la plage dépasse la journée de service", "the interval leaves its service day"),
                expected: Wording(
                    "une fin au plus tard à \(axis.iso(axis.minutes(ofDay: day).upperBound))",
                    "an end not after \(axis.iso(axis.minutes(ofDay: day).upperBound))"),
                hint: Wording(
                    "écrivez une ligne par journée de service", "write one row for each service day"))
            return nil
        }
        return start..<end
    }
}
