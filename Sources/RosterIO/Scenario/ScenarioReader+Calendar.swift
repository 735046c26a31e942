import RosterModel

/// Named days.
extension ScenarioReader {
    private static func schema(_ file: String) -> CSVSchema {
        CSVSchema(
            file: file,
            columns: [
                .init("date_from", ["du", "de", "from", "debut", "date_debut", "date"], required: true),
                .init("date_to_inclusive", ["au", "a", "to", "fin", "date_fin", "date_to"]),
                .init("kind", ["type", "nature", "nom"], required: true), .init("zone"),
                .init("label", ["libelle", "intitule"]),
            ])
    }

    /// The shipped calendar, or `calendar.csv` in its place.
    mutating func readCalendarFiles() {
        let own = files.contents["calendar.csv"]
        let file = own == nil ? "calendar-fr.csv" : "calendar.csv"
        guard let rows = CSVTable.read(own ?? PackageResources.calendar_fr_csv, schema: Self.schema(file), log: log)
        else {
            return
        }
        for row in rows {
            let (firstCell, lastCell) = (row["date_from"], row["date_to_inclusive"])
            guard let first = date(firstCell) else { continue }
            guard let last = lastCell.isEmpty ? first : date(lastCell) else { continue }
            guard first <= last else {
                log.fault(
                    lastCell.place, value: lastCell.text,
                    Wording("la période finit avant de commencer", "the period ends before it starts"),
                    expected: Wording("une fin égale ou postérieure au début", "an end on or after the start"),
                    hint: Wording("échangez les deux dates", "swap the two dates"))
                continue
            }
            let kind = row["kind"]
            guard !Folding.key(kind.text).isEmpty else {
                missing(kind)
                continue
            }
            calendar.add(.init(first: first, last: last), kind: kind.text, zone: row["zone"].text)
        }
    }

    /// Warns where the time zone is that of a territory with public holidays of its own, and the calendar names none.
    func checkTerritory(_ zone: YAMLValue?) {
        let territories = [
            "America/Martinique": "MARTINIQUE", "America/Guadeloupe": "GUADELOUPE", "America/Cayenne": "GUYANE",
            "Indian/Reunion": "REUNION", "Indian/Mayotte": "MAYOTTE",
        ]
        guard calendar.territory == nil, let territory = territories[axis.zoneName] else { return }
        zone?.warn(
            Wording(
                "les jours fériés propres à ce territoire ne sont pas comptés",
                "the public holidays of this territory are not counted"),
            expected: Wording("calendar: territory", "calendar: territory"),
            hint: Wording(
                "ajoutez « calendar: {territory: \(territory)} »", "add \"calendar: {territory: \(territory)}\""))
    }

    /// The section `calendar`: school zone, territory and named days of the town.
    mutating func readCalendarSection(_ value: YAMLValue?) {
        guard let value, let map = value.map(["zone", "territory"], isOpen: true) else { return }
        if let zone = map["zone"], let text = zone.text() {
            if let letter = text.uppercased().first, text.count == 1, "ABC".contains(letter) {
                calendar.zone = letter
            } else {
                zone.fault(
                    Wording("la zone scolaire « \(text) » n'existe pas", "school zone \"\(text)\" does not exist"),
                    expected: Wording("A, B ou C", "A, B or C"),
                    hint: Wording("Paris et Toulouse sont en zone C", "Paris and Toulouse are in zone C"))
            }
        }
        if let territory = map["territory"], let text = territory.text() {
            let known = CalendarBook.territories
            if let name = known.first(where: { Folding.key($0) == Folding.key(text) }) {
                calendar.territory = name
            } else {
                territory.fault(
                    Wording("le territoire « \(text) » est inconnu", "territory \"\(text)\" is unknown"),
                    expected: Wording(
                        "un de \(known.joined(separator: ", "))", "one of \(known.joined(separator: ", "))"),
                    hint: Wording(
                        "retirez cette clé en métropole hors Alsace-Moselle",
                        "remove the key elsewhere in mainland France"))
            }
        }
        for key in map.order where key != "zone" && key != "territory" {
            let name = CalendarBook.canonical(key)
            guard let days = map[key] else {
                calendar.add([], name: name)
                continue
            }
            if days.scalar != nil, let near = Suggestion.nearest(to: key, in: ["zone", "territory"]) {
                days.fault(
                    Wording("la clé « \(key) » est inconnue", "key \"\(key)\" is unknown"),
                    expected: Wording(
                        "zone, territory, ou un nom suivi d'une liste de dates",
                        "zone, territory, or a name with a list of dates"),
                    hint: Suggestion.didYouMean(near))
                continue
            }
            calendar.add(days.list.compactMap(readSpan), name: name)
        }
    }

    /// A date, or a run `{first, last}`.
    private func readSpan(_ value: YAMLValue) -> CalendarBook.Span? {
        guard value.isMap else { return value.date().map { .init(first: $0, last: $0) } }
        guard let map = value.map(["first", "last"]) else { return nil }
        let (firstValue, lastValue) = (map.required("first"), map.required("last"))
        guard let first = firstValue?.date(), let last = lastValue?.date(), let lastValue else { return nil }
        guard first <= last else {
            lastValue.fault(
                Wording("la période finit avant de commencer", "the period ends before it starts"),
                expected: Wording("une fin égale ou postérieure au début", "an end on or after the start"),
                hint: Wording("échangez les deux dates", "swap the two dates"))
            return nil
        }
        return .init(first: first, last: last)
    }

    /// Entries of a list `days`; nil means every day.
    mutating func readDayRules(_ value: YAMLValue?) -> Set<DayRule>? {
        guard let value else { return nil }
        var rules: Set<DayRule> = []
        for element in value.list {
            guard let text = element.text() else { continue }
            if let weekdays = DayRule.weekdays(text) {
                rules.formUnion(weekdays.map(DayRule.weekday))
            } else if let date = DateText.parse(text) {
                rules.insert(.date(date))
            } else {
                let name = CalendarBook.canonical(text)
                guard calendar.names.contains(name) else {
                    element.fault(
                        Wording(
                            "« \(text) » n'est ni un jour ni un nom du calendrier",
                            "\"\(text)\" is neither a day nor a name of the calendar"),
                        expected: Wording(
                            "mon…sun, lun…dim, une date, ou un nom du calendrier",
                            "mon…sun, a date, or a name of the calendar"),
                        hint: Suggestion.hint(
                            for: text,
                            in: calendar.names + [
                                "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mar", "mer", "jeu", "ven",
                                "sam", "dim",
                            ]))
                    continue
                }
                if name == CalendarBook.schoolHolidays, calendar.zone == nil {
                    element.fault(
                        Wording("les vacances scolaires dépendent de la zone", "school holidays depend on the zone"),
                        expected: Wording("la clé calendar.zone", "the key calendar.zone"),
                        hint: Wording(
                            "ajoutez `calendar: {zone: A}` (A, B ou C)", "add `calendar: {zone: A}` (A, B or C)"))
                }
                if usedNames[name] == nil { usedNames[name] = element.place }
                rules.insert(.named(name))
            }
        }
        if rules.isEmpty, value.list.isEmpty {
            value.warn(
                Wording("la liste de jours est vide", "the list of days is empty"),
                expected: Wording("au moins un jour", "at least one day"),
                hint: Wording("retirez la clé pour dire « tous les jours »", "remove the key to say \"every day\""))
        }
        return rules
    }

    /// Whether a list of days holds on a date; nil holds always.
    func holds(_ rules: Set<DayRule>?, on date: CivilDate, names: Set<String>) -> Bool {
        rules?.contains { $0.holds(on: date, names: names) } ?? true
    }

    /// Warns when a calendar name is used beyond what the calendar knows.
    mutating func checkCalendarReach() {
        guard hasAxis else { return }
        let last = axis.date(ofDay: axis.dayCount - 1)
        // A rule on public holidays uses the calendar as a list of days does.
        if regimes.used.contains(where: { ($0.wished ?? $0).publicHolidaysOff != nil }),
            usedNames[CalendarBook.publicHolidays] == nil
        {
            usedNames[CalendarBook.publicHolidays] = Place(file: "agents.csv")
        }
        for (name, place) in usedNames.sorted(by: { $0.key < $1.key }) {
            guard [CalendarBook.publicHolidays, CalendarBook.eves, CalendarBook.schoolHolidays].contains(name) else {
                continue
            }
            if name == CalendarBook.schoolHolidays, calendar.zone == nil { continue }
            let reach = calendar.lastDate(of: name)
            // Holidays of a year are all known or none is.
            let isKnown = reach.map {
                name == CalendarBook.schoolHolidays ? last <= $0 : last.parts.year <= $0.parts.year
            }
            guard isKnown != true else { continue }
            let until = reach?.iso ?? "—"
            log.warn(
                place, value: name,
                Wording(
                    "le calendrier ne connaît « \(name) » que jusqu'au \(until)",
                    "the calendar knows \"\(name)\" until \(until) only"),
                expected: Wording("un calendrier qui couvre l'horizon", "a calendar that covers the horizon"),
                hint: Wording("ajoutez un fichier calendar.csv", "add a file calendar.csv"))
        }
    }
}
