import Foundation
import RosterModel

/// The main file, its horizon and its clocks.
extension ScenarioReader {
    private static let mainNames = ["scenario.yaml", "scenario.yml", "scenario.json"]
    private static let mainKeys = [
        "name", "horizon", "time_zone", "grid", "day_start", "night_clock", "late_window", "core_window",
        "hour_weights", "handover_minutes", "tolerance", "calendar", "sectors", "employers", "professions", "regimes",
        "night_permissions", "decided_on", "shifts", "team_kinds", "minimum_team", "missions", "requirements", "avoid",
        "commitments", "hour_costs",
    ]

    /// The map of the main file; nil after a fault.
    mutating func readMainFile() -> YAMLMap? {
        let found = Self.mainNames.filter { files.contents[$0] != nil }
        guard let file = found.first, let bytes = files.contents[file] else {
            if !Self.mainNames.contains(where: { files.unreadable[$0] != nil }) {
                missingFile("scenario.yaml", expected: Wording("un fichier scenario.yaml", "a file scenario.yaml"))
            }
            return nil
        }
        if found.count > 1 {
            log.fault(
                Place(file: found[1]),
                Wording(
                    "le dossier contient à la fois \(found.joined(separator: " et "))",
                    "the folder holds both \(found.joined(separator: " and "))"),
                expected: Wording("un seul fichier de scénario", "one scenario file"),
                hint: Wording("supprimez celui qui n'est plus à jour", "remove the outdated one"))
        }
        guard let text = CSVTable.text(bytes, file: file, log: log) else { return nil }
        let map = YAMLValue.document(text, file: file, log: log)?.map(Self.mainKeys)
        if let given = map?["name"]?.text(), !given.isEmpty { name = given }
        return map
    }

    /// Records that a file is missing, with the nearest file that is there.
    func missingFile(_ file: String, expected: Wording) {
        let near = Suggestion.nearest(to: file, in: files.otherNames.filter { !ScenarioFiles.knownNames.contains($0) })
        log.fault(
            Place(file: file),
            Wording("le fichier \(file) manque", "file \(file) is missing"), expected: expected,
            hint: near.map { Wording("renommez \($0) en \(file)", "rename \($0) to \(file)") }
                ?? Wording("`veilleur init` écrit un exemple commenté", "`veilleur init` writes a commented example"))
    }

    // MARK: Horizon

    mutating func readHorizon(_ map: YAMLMap?) {
        guard let map else {
            for list in [\Self.sectors, \.employers, \.professions, \.templates, \.kinds, \.requirements] {
                self[keyPath: list].isComplete = false
            }
            regimes.leaveOpen()
            return
        }
        let days = readDays(map)
        let zone = readZone(map["time_zone"])
        let grid = readGrid(map["grid"])
        let dayStart = readDayStart(map["day_start"], grid: grid)
        let first = days?.first ?? axis.firstDay
        let last = days?.last ?? axis.firstDay.advanced(by: axis.dayCount - 1)
        let offsets = ZoneOffsets.offsets(of: zone ?? .gmt, from: first, to: last)
        axis = TimeAxis(
            firstDay: first, dayCount: last.daysSinceEpoch - first.daysSinceEpoch + 1, gridMinutes: grid ?? 15,
            dayStart: dayStart ?? 360, zoneName: zone?.identifier ?? "GMT", offsets: offsets)
        hasAxis = days != nil && zone != nil && grid != nil && dayStart != nil
        checkClockChanges(map["grid"]?.place ?? map.place)
        nightClock = map["night_clock"].flatMap { readRange($0) }
        lateWindow = map["late_window"].flatMap { readRange($0) }
        coreWindow = map["core_window"].flatMap { readRange($0) }
        readHourWeights(map["hour_weights"])
        if let value = map["handover_minutes"], let minutes = value.minutes(.minutes, 0...720) {
            handoverMinutes = minutes
        }
        if let value = map["tolerance"], let minutes = value.minutes(.none, 0...6000) { toleranceMinutes = minutes }
    }

    private func readDays(_ map: YAMLMap) -> (first: CivilDate, last: CivilDate)? {
        guard let horizon = map.required("horizon"), let ends = horizon.map(["first", "last"]) else { return nil }
        let firstValue = ends.required("first")
        let lastValue = ends.required("last")
        guard let first = firstValue?.date(), let last = lastValue?.date(), let lastValue else { return nil }
        guard first <= last else {
            lastValue.fault(
                Wording(
                    "l'horizon finit le \(last.iso), avant de commencer le \(first.iso)",
                    "the horizon ends on \(last.iso), before it starts on \(first.iso)"),
                expected: Wording("une date de fin égale ou postérieure au début", "an end on or after the start"),
                hint: Wording("échangez les deux dates", "swap the two dates"))
            return nil
        }
        let count = last.daysSinceEpoch - first.daysSinceEpoch + 1
        guard count <= 400 else {
            lastValue.fault(
                Wording("l'horizon compte \(count) jours", "the horizon has \(count) days"),
                expected: Wording("400 jours au plus", "400 days at most"),
                hint: Wording("planifiez mois par mois", "plan month by month"))
            return nil
        }
        return (first, last)
    }

    private func readZone(_ value: YAMLValue?) -> TimeZone? {
        guard let value else { return TimeZone(identifier: "Europe/Paris") }
        guard let text = value.text() else { return nil }
        // Names only: an abbreviation such as CET has no clock changes in it.
        if TimeZone.knownTimeZoneIdentifiers.contains(text) || text == "UTC" { return TimeZone(identifier: text) }
        value.fault(
            Wording("le fuseau horaire « \(text) » est inconnu", "time zone \"\(text)\" is unknown"),
            expected: Wording(
                "un nom tel que Europe/Paris ou Indian/Reunion", "a name such as Europe/Paris or Indian/Reunion"),
            hint: Suggestion.nearest(to: text, in: TimeZone.knownTimeZoneIdentifiers)
                .map(Suggestion.didYouMean)
                ?? Wording("écrivez Europe/Paris pour la métropole", "write Europe/Paris for mainland France"))
        return nil
    }

    private func readGrid(_ value: YAMLValue?) -> Int? {
        guard let value else { return 30 }
        guard let text = value.text() else { return nil }
        if let grid = NumberText.minutes(text, unit: .minutes), [15, 30, 60].contains(grid) { return grid }
        value.fault(
            Wording("la grille « \(text) » n'est pas admise", "grid \"\(text)\" is not accepted"),
            expected: Wording("15, 30 ou 60 minutes", "15, 30 or 60 minutes"),
            hint: Wording("30 convient à la plupart des villes", "30 suits most towns"))
        return nil
    }

    private func readDayStart(_ value: YAMLValue?, grid: Int?) -> Int? {
        guard let value else { return 360 }
        guard let clock = value.clock() else { return nil }
        guard clock < 1440, clock % (grid ?? 15) == 0 else {
            value.fault(
                Wording(
                    "une journée ne peut pas commencer à \(ClockText.format(clock))",
                    "a day cannot start at \(ClockText.format(clock))"),
                expected: Wording(
                    "une heure de 00:00 à 23:45, sur la grille de \(grid ?? 15) minutes",
                    "a time from 00:00 to 23:45, on the grid of \(grid ?? 15) minutes"),
                hint: Wording("choisissez une heure où personne ne travaille", "choose a time at which nobody works"))
            return nil
        }
        return clock
    }

    /// A change that is no whole number of slots would cut one.
    private func checkClockChanges(_ place: Place) {
        for (before, after) in zip(axis.offsets, axis.offsets.dropFirst()) {
            let change = after.offsetMinutes - before.offsetMinutes
            let date = CivilDate(daysSinceEpoch: (after.utcMinute + after.offsetMinutes).flooredDivision(by: 1440))
            guard change % axis.gridMinutes != 0, (-1...axis.dayCount).contains(axis.dayIndex(of: date)) else {
                continue
            }
            log.fault(
                place, value: String(axis.gridMinutes),
                Wording(
                    "le \(date.iso), l'heure change de \(change) minutes, ce que la grille ne permet pas",
                    "on \(date.iso) the clock changes by \(change) minutes, which the grid does not allow"),
                expected: Wording("une grille qui divise ce changement", "a grid that divides this change"),
                hint: Wording("prenez grid: 30 ou 15", "take grid: 30 or 15"))
        }
    }

    // MARK: Clock ranges

    /// Clock of a service day: times before its start belong to the following morning.
    func serviceClock(_ clock: Int) -> Int { clock < axis.dayStart ? clock + 1440 : clock }

    /// A range `{from, to}` on the grid; nil after a fault.
    func readRange(_ value: YAMLValue) -> ClockRange? {
        guard let map = value.map(["from", "to"]) else { return nil }
        return readRange(map)
    }

    /// The keys `from` and `to` of a map, on the grid; nil after a fault.
    func readRange(_ map: YAMLMap) -> ClockRange? {
        let (from, to) = (map.required("from"), map.required("to"))
        guard let start = from?.clock(), let end = to?.clock(), let from, let to else { return nil }
        return range(
            start: start, end: end, startText: from.shown, endText: to.shown, startPlace: from.place, endPlace: to.place
        )
    }

    /// A range of clocks of a service day, on the grid; nil after a fault.
    func range(
        start: Int, end: Int, startText: String, endText: String, startPlace: Place, endPlace: Place
    ) -> ClockRange? {
        var isOnGrid = true
        for (clock, text, place) in [(start, startText, startPlace), (end, endText, endPlace)]
        where clock % axis.gridMinutes != 0 {
            isOnGrid = false
            let lower = clock - clock % axis.gridMinutes
            log.fault(
                place, value: text,
                Wording(
                    "\(ClockText.format(clock)) n'est pas sur la grille de \(axis.gridMinutes) minutes",
                    "\(ClockText.format(clock)) is not on the grid of \(axis.gridMinutes) minutes"),
                expected: Wording("une heure de la grille", "a time on the grid"),
                hint: Wording(
                    "écrivez \(ClockText.format(lower)) ou \(ClockText.format(lower + axis.gridMinutes)), ou affinez grid",
                    "write \(ClockText.format(lower)) or \(ClockText.format(lower + axis.gridMinutes)), or refine grid")
            )
        }
        guard isOnGrid else { return nil }
        guard start != end else {
            log.fault(
                endPlace, value: endText,
                Wording(
                    "la plage commence et finit à \(ClockText.format(start))",
                    "the range starts and ends at \(ClockText.format(start))"),
                expected: Wording("une fin différente du début", "an end other than the start"),
                hint: Wording(
                    "pour une journée entière, écrivez la fin au-delà de 24:00",
                    "for a whole day write an end above 24:00"))
            return nil
        }
        let first = serviceClock(start)
        var last = end
        while last <= first { last += 1440 }
        guard last - first <= 1440 else {
            log.fault(
                endPlace, value: endText,
                Wording("la plage dépasse 24 heures", "the range is longer than 24 hours"),
                expected: Wording("24 heures au plus", "24 hours at most"),
                hint: Wording("découpez-la en deux", "split it in two"))
            return nil
        }
        return ClockRange(start: first, end: last)
    }

    private mutating func readHourWeights(_ value: YAMLValue?) {
        guard let value else { return }
        var quarters: [Int?] = Array(repeating: nil, count: 96)
        for element in value.list {
            guard let map = element.map(["from", "to", "weight"]) else { continue }
            let weightValue = map.required("weight")
            guard let range = readRange(map), let weightValue, let text = weightValue.text() else { continue }
            guard let weight = Self.weight(text) else {
                weightValue.fault(
                    Wording("le poids « \(text) » n'est pas admis", "weight \"\(text)\" is not accepted"),
                    expected: Wording(
                        "un nombre de 0 à 100, deux décimales au plus", "a number from 0 to 100, two decimals at most"),
                    hint: Wording(
                        "un poids ne peut être ni négatif ni plus précis",
                        "a weight cannot be negative nor more precise"))
                continue
            }
            for quarter in range.start / 15..<range.end / 15 {
                guard quarters[quarter % 96] == nil else {
                    element.fault(
                        Wording(
                            "cette plage de poids en recouvre une autre", "this range of weights overlaps another one"),
                        expected: Wording("des plages séparées", "separate ranges"),
                        hint: Wording(
                            "gardez un seul poids pour \(ClockText.format(quarter % 96 * 15))",
                            "keep one weight for \(ClockText.format(quarter % 96 * 15))"))
                    break
                }
                quarters[quarter % 96] = weight
            }
        }
        hourWeights.quarters = quarters.map { $0 ?? 100 }
    }

    /// A weight in hundredths; nil when negative, above 100 or too precise.
    private static func weight(_ text: String) -> Int? {
        guard let (value, isExact) = NumberText.hundredths(text), isExact, (0...10_000).contains(value) else {
            return nil
        }
        return value
    }
}
