import RosterModel

/// Regimes: those shipped, then `regimes.yaml`, then the section `regimes`.
extension ScenarioReader {
    /// Keys of a regime.
    static let regimeKeys = [
        "id", "name", "base", "night_clock", "night_shift", "night_worker_nights", "night_worker_hours", "week_start",
        "break_counts_as_work", "posts_together", "compensatory_rest", "rules",
    ]

    /// The regimes that come with the program.
    mutating func readShippedRegimes() {
        let text = String(decoding: PackageResources.regimes_yaml, as: UTF8.self)
        readRegimeList(YAMLValue.document(text, file: "regimes-veilleur.yaml", log: log)?.map(["regimes"])?["regimes"])
    }

    mutating func readRegimes(_ section: YAMLValue?) {
        readShippedRegimes()
        for file in ["regimes.yaml", "regimes.yml", "regimes.json"] {
            guard let bytes = files.contents[file], let text = CSVTable.text(bytes, file: file, log: log) else {
                continue
            }
            let value = YAMLValue.document(text, file: file, log: log)
            // The list alone is accepted as well.
            readRegimeList(value?.isList == true ? value : value?.map(["regimes"])?.required("regimes"))
        }
        readRegimeList(section)
    }

    private mutating func readRegimeList(_ value: YAMLValue?) {
        var seen: Set<String> = []
        for element in value?.list ?? [] {
            guard let entry = element.map(Self.regimeKeys), let idValue = entry.required("id"), let id = idValue.text()
            else {
                continue
            }
            guard Self.isID(id), seen.insert(id).inserted else {
                idValue.fault(
                    Self.isID(id)
                        ? Noun.regime.duplicate(id)
                        : Wording("« \(id) » ne peut pas servir d'identifiant", "\"\(id)\" cannot be an id"),
                    expected: Wording("un identifiant par régime", "one id for each regime"),
                    hint: Wording("renommez ou supprimez l'une des deux entrées", "rename or remove one of the entries")
                )
                continue
            }
            readRegime(entry, id: id)
        }
    }

    private mutating func readRegime(_ entry: YAMLMap, id: String) {
        var base = regimes.draft(id)
        if let baseValue = entry["base"], let name = baseValue.text() {
            base = resolve(name, at: baseValue.place, in: regimes.register, as: .regime).map { regimes.drafts[$0] }
        }
        var draft =
            base
            ?? RegimeDraft(
                id: id, name: id, nightClock: ClockRange(start: 1320, end: 1740), nightShiftMinutes: 180,
                breakCountsAsWork: false)
        draft.id = id
        if let name = entry["name"]?.text() { draft.name = name }
        if let value = entry["night_clock"] { readNightClock(value, base: base, into: &draft) }
        if let minutes = entry["night_shift"]?.minutes(.hours, 1...1440) { draft.nightShiftMinutes = minutes }
        if let nights = entry["night_worker_nights"]?.whole(1...7) { draft.nightWorkerNights = nights }
        if let minutes = entry["night_worker_hours"]?.minutes(.hours, 60...600_000) {
            draft.nightWorkerYearMinutes = minutes
        }
        if let value = entry["posts_together"], let minutes = value.minutes(.hours, 60...10_080) {
            if let known = base?.postsTogetherMinutes, minutes > known {
                value.fault(
                    Wording(
                        "le cumul d'emplois publics ne s'élargit pas (décret 91-298)",
                        "the limit of public posts together is not widened (décret 91-298)"),
                    expected: Wording("au plus celui du régime de base", "at most that of the base regime"),
                    hint: Wording("retirez cette clé", "remove this key"))
            } else {
                draft.postsTogetherMinutes = minutes
            }
        }
        if let value = entry["week_start"] { readWeekStart(value, base: base, into: &draft) }
        if let value = entry["break_counts_as_work"], let counts = value.flag() {
            if let base, base.breakCountsAsWork, !counts {
                value.fault(
                    Wording(
                        "le régime \(base.id) compte les pauses comme du travail",
                        "regime \(base.id) counts breaks as work"),
                    expected: Wording("oui", "yes"),
                    hint: Wording("retirez cette clé", "remove this key"))
            } else {
                draft.breakCountsAsWork = counts
            }
        }
        if let value = entry["compensatory_rest"] {
            draft.compensatoryRests = value.list.compactMap(readCompensatoryRest)
        }
        if let rules = entry["rules"]?.map(Rule.keys.map(\.key)) {
            for (key, rule) in Rule.keys {
                guard let value = rules[key] else { continue }
                readRule(value, rule: rule, into: &draft)
            }
        }
        regimes.put(draft)
    }

    /// Rest earned by hours of the night or by long days; nil after a fault.
    private func readCompensatoryRest(_ value: YAMLValue) -> CompensatoryRest? {
        guard let map = value.map(["night_hours", "day_above", "percent", "article"]) else { return nil }
        let percent = map.required("percent")?.whole(1...1000)
        let article = map.required("article")?.text()
        let basis: CompensatoryRest.Basis?
        switch (map["night_hours"], map["day_above"]) {
        case (let hours?, nil): basis = readHours(hours).map { .nightHours($0) }
        case (nil, let day?): basis = day.minutes(.hours, 0...1440).map { .longDays(aboveMinutes: $0) }
        default:
            value.fault(
                Wording(
                    "le repos compensateur ne dit pas par quoi il est acquis",
                    "the compensatory rest does not say what earns it"),
                expected: Wording("night_hours ou day_above", "night_hours or day_above"),
                hint: Wording(
                    "écrivez par exemple night_hours: {from: \"23:00\", to: \"06:00\"}",
                    "write for instance night_hours: {from: \"23:00\", to: \"06:00\"}"))
            return nil
        }
        guard let percent, let article, let basis else { return nil }
        return CompensatoryRest(basis: basis, percent: percent, article: article)
    }

    /// The night clock need not lie on the grid.
    private func readNightClock(_ value: YAMLValue, base: RegimeDraft?, into draft: inout RegimeDraft) {
        guard let map = value.map(["from", "to", "agreement"]) else { return }
        let (fromValue, toValue) = (map.required("from"), map.required("to"))
        guard let from = fromValue?.clock(), let to = toValue?.clock() else { return }
        let start = from % 1440
        let clock = ClockRange(start: start, end: to % 1440 > start ? to % 1440 : to % 1440 + 1440)
        if let base, base.nightClock != clock {
            guard let agreement = readAgreement(map["agreement"], rule: nil) else {
                if map["agreement"] == nil {
                    value.fault(
                        Wording(
                            "la plage de nuit du régime \(base.id) ne change que par accord",
                            "the night clock of regime \(base.id) changes by agreement only"),
                        expected: Self.agreementExpected,
                        hint: Wording("ajoutez `agreement` à night_clock", "add `agreement` to night_clock"))
                }
                return
            }
            draft.agreements.append(agreement)
        }
        draft.nightClock = clock
    }

    /// The first day of the civil week: `sun`, or `{day: sun, agreement}` where the base begins on another day.
    private func readWeekStart(_ value: YAMLValue, base: RegimeDraft?, into draft: inout RegimeDraft) {
        let map = value.isMap ? value.map(["day", "agreement"]) : nil
        if value.isMap, map == nil { return }
        guard let dayValue = map == nil ? value : map?.required("day"), let text = dayValue.text() else { return }
        guard let day = DayRule.weekdays(text), day.count == 1 else {
            dayValue.fault(
                Wording("« \(text) » n'est pas un jour de la semaine", "\"\(text)\" is not a day of the week"),
                expected: Wording("lun…dim", "mon…sun"),
                hint: Wording("la semaine civile commence le lundi", "the civil week begins on Monday"))
            return
        }
        if let base, base.weekStart != day[0] {
            guard let agreement = readAgreement(map?["agreement"], rule: nil) else {
                if map?["agreement"] == nil {
                    value.fault(
                        Wording(
                            "le début de semaine du régime \(base.id) ne change que par accord (C. trav. L3121-32)",
                            "the week of regime \(base.id) changes by agreement only (C. trav. L3121-32)"),
                        expected: Self.agreementExpected,
                        hint: Wording(
                            "écrivez week_start: {day: \(text), agreement: …}",
                            "write week_start: {day: \(text), agreement: …}"))
                }
                return
            }
            draft.agreements.append(agreement)
        }
        draft.weekStart = day[0]
    }
}
