import RosterModel

/// Shifts worked before the horizon.
extension ScenarioReader {
    static let historySchema = CSVSchema(
        file: "history.csv",
        columns: [
            .init("agent", ["id", "identifiant", "matricule"], required: true),
            .init("service_day", ["jour_de_service", "jour", "nuit"]),
            .init("start", ["debut", "from", "de"], required: true),
            .init("end", ["fin", "to", "a"], required: true),
            .init("break_minutes", ["pause", "pause_minutes", "break", "minutes_pause"]),
            // What a roster of the month before has besides.
            .init("shift", ["poste"]), .init("sector", ["secteur"]), .init("stage", ["etape"]),
        ])

    mutating func readHistory() {
        guard let bytes = files.contents["history.csv"],
            let rows = CSVTable.read(bytes, schema: Self.historySchema, log: log)
        else { return }
        var starts: [Int: [(shift: Agent.PastShift, row: CSVRow)]] = [:]
        for row in rows {
            let agent = agent(row["agent"])
            if row["start"].isEmpty, row["end"].isEmpty {
                // Known, and rested.
                if let agent, histories[agent] == nil { histories[agent] = [] }
                // With a date: known since then.
                if let agent, !row["service_day"].isEmpty, let date = date(row["service_day"]), hasAxis {
                    historyStarts[agent] = min(historyStarts[agent] ?? 0, axis.dayIndex(of: date))
                }
                continue
            }
            guard let shift = readPastShift(row), let agent else { continue }
            starts[agent, default: []].append((shift, row))
        }
        for (agent, entries) in starts.sorted(by: { $0.key < $1.key }) {
            var kept: [(shift: Agent.PastShift, row: CSVRow)] = []
            for entry in entries.sorted(by: { $0.shift.minutes.lowerBound < $1.shift.minutes.lowerBound }) {
                // Stages of one shift are one piece of work.
                if let last = kept.last, last.shift.day == entry.shift.day, entry.row["stage"].text > "1",
                    last.shift.minutes.upperBound == entry.shift.minutes.lowerBound
                {
                    let whole = last.shift.minutes.lowerBound..<entry.shift.minutes.upperBound
                    kept[kept.count - 1].shift = Agent.PastShift(
                        day: last.shift.day, minutes: whole,
                        breakMinutes: last.shift.breakMinutes + entry.shift.breakMinutes)
                    continue
                }
                if let last = kept.last, last.shift.minutes.overlaps(entry.shift.minutes) {
                    log.fault(
                        entry.row["start"].place, value: entry.row["start"].text,
                        Wording(
                            "ce poste en recouvre un autre du même agent (ligne \(last.row.line))",
                            "this shift overlaps another one of the same agent (line \(last.row.line))"),
                        expected: Wording("des postes séparés", "separate shifts"),
                        hint: Wording("supprimez le doublon", "remove the duplicate"))
                    continue
                }
                kept.append(entry)
            }
            histories[agent, default: []] += Self.withBreaksInLongestPart(kept)
        }
    }

    /// The shifts of an agent, the break of a split one moved from the row that has it to the longest part.
    private static func withBreaksInLongestPart(
        _ entries: [(shift: Agent.PastShift, row: CSVRow)]
    ) -> [Agent.PastShift] {
        var shifts = entries.map(\.shift)
        var first = 0
        while first < shifts.count {
            var end = first + 1
            while end < shifts.count, shifts[end].day == shifts[first].day, entries[end].row["stage"].text > "1" {
                end += 1
            }
            let pause = shifts[first..<end].reduce(0) { $0 + $1.breakMinutes }
            let longest = shifts[first..<end].map(\.minutes.count).max()
            let holder = (first..<end).first { shifts[$0].minutes.count == longest }
            for position in first..<end {
                shifts[position] = Agent.PastShift(
                    day: shifts[position].day, minutes: shifts[position].minutes,
                    breakMinutes: position == holder ? pause : 0)
            }
            first = end
        }
        return shifts
    }

    private func readPastShift(_ row: CSVRow) -> Agent.PastShift? {
        let (startCell, endCell) = (row["start"], row["end"])
        let start = datedTime(startCell)
        let end = datedTime(endCell)
        let breakMinutes = minutes(row["break_minutes"], unit: .minutes, 0...1440) ?? 0
        guard let start, let end, hasAxis else { return nil }
        let reader = DatedTimeReader(axis: axis, log: log)
        let (first, last) = (
            reader.minute(start, at: startCell.place, text: startCell.text),
            reader.minute(end, at: endCell.place, text: endCell.text)
        )
        guard let first, let last else { return nil }
        guard first < last, last - first <= 1440 + 60 else {
            log.fault(
                endCell.place, value: endCell.text,
                first < last
                    ? Wording("le poste dépasse 24 heures", "the shift is longer than 24 hours")
                    : Wording("le poste finit avant de commencer", "the shift ends before it starts"),
                expected: Wording(
                    "une fin dans les 24 heures après le début", "an end within 24 hours after the start"),
                hint: Wording("vérifiez la date de fin", "check the date of the end"))
            return nil
        }
        guard last <= 0 else {
            log.fault(
                endCell.place, value: endCell.text,
                Wording(
                    "ce poste passé empiète sur l'horizon, qui commence le \(axis.iso(0))",
                    "this past shift reaches into the horizon, which starts at \(axis.iso(0))"),
                expected: Wording(
                    "une fin au plus tard au début de l'horizon", "an end not after the start of the horizon"),
                hint: Wording(
                    "les postes de l'horizon sont fixés dans pins.csv", "shifts of the horizon are fixed in pins.csv"))
            return nil
        }
        guard breakMinutes < last - first else {
            log.fault(
                row["break_minutes"].place, value: row["break_minutes"].text,
                Wording("la pause n'est pas plus courte que le poste", "the break is not shorter than the shift"),
                expected: Wording("moins que la durée du poste", "less than the length of the shift"),
                hint: Wording("écrivez la pause en minutes", "write the break in minutes"))
            return nil
        }
        let local = axis.local(first)
        var day = axis.dayIndex(of: local.date) - (local.clock < axis.dayStart ? 1 : 0)
        let dayCell = row["service_day"]
        if !dayCell.isEmpty {
            guard let date = date(dayCell) else { return nil }
            day = axis.dayIndex(of: date)
            guard day < 0, abs(date.daysSinceEpoch - local.date.daysSinceEpoch) <= 1 else {
                log.fault(
                    dayCell.place, value: dayCell.text,
                    Wording(
                        "le jour de service ne correspond pas au début du poste",
                        "the service day does not fit the start of the shift"),
                    expected: Wording("le \(local.date.iso) ou la veille", "\(local.date.iso) or the day before"),
                    hint: Wording(
                        "videz la cellule pour le déduire du début", "empty the cell to derive it from the start"))
                return nil
            }
        }
        // Nothing looks back further, and the clock is not known there.
        guard day >= -ZoneOffsets.marginDays + 10 else { return nil }
        return Agent.PastShift(day: day, minutes: first..<last, breakMinutes: breakMinutes)
    }
}
