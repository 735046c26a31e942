import RosterModel

/// The menu of shifts.
extension ScenarioReader {
    /// Keys of a shift.
    static let shiftKeys = [
        "id", "name", "code", "professions", "employers", "start", "end", "length", "break", "days", "seasons", "round",
        "static_guard", "parts",
    ]

    /// Most shifts that one template may expand to.
    private static let largestExpansion = 500

    mutating func readShifts(_ map: YAMLMap?) {
        guard let map else { return }
        guard let value = map.required("shifts") else {
            templates.isComplete = false
            return
        }
        let entries = value.list.map { $0.map(Self.shiftKeys) }
        var codes = readCodes(entries)
        for entry in entries {
            guard let entry else {
                templates.isComplete = false
                continue
            }
            guard let id = readID(entry, in: \.templates, as: .shift) else { continue }
            readShift(entry, id: id, codes: &codes)
        }
        checkNotEmpty(value, templates)
    }

    // MARK: Codes

    /// Codes that are given; twice the same is a doubtful point.
    private func readCodes(_ entries: [YAMLMap?]) -> Set<String> {
        var codes: Set<String> = []
        for entry in entries {
            guard let value = entry?["code"], let code = value.text() else { continue }
            if !(1...3).contains(code.count) {
                value.fault(
                    Wording("le code « \(code) » n'est pas admis", "code \"\(code)\" is not accepted"),
                    expected: Wording("un à trois caractères", "one to three characters"),
                    hint: Wording("par exemple S pour soir", "such as S for evening"))
            } else if code.uppercased() == "A" {
                value.warn(
                    Wording("le code A marque déjà les absences", "code A marks absences already"),
                    expected: Wording("un autre code", "another code"),
                    hint: Wording(
                        "choisissez-en un autre : la grille ne les distinguerait pas",
                        "choose another one: the grid would not tell them apart"))
            } else if !codes.insert(code).inserted {
                value.warn(
                    Wording("le code « \(code) » sert déjà", "code \"\(code)\" is used already"),
                    expected: Wording("un code par poste", "one code for each shift"),
                    hint: Wording(
                        "choisissez-en un autre : la grille ne les distinguerait pas",
                        "choose another one: the grid would not tell them apart"))
            }
        }
        return codes
    }

    /// A free code made from an id.
    private static func code(for id: String, taken: inout Set<String>) -> String {
        let letters = Array(id.uppercased().filter { $0.isLetter || $0.isNumber })
        var candidates = (1...3).compactMap { $0 <= letters.count ? String(letters.prefix($0)) : nil }
        if let first = letters.first {
            candidates += letters.dropFirst(2).map { "\(first)\($0)" }
            candidates += (2...99).map { "\(first)\($0)" }
        }
        let code = candidates.first { $0 != "A" && !taken.contains($0) } ?? String(letters.prefix(3))
        taken.insert(code)
        return code
    }

    // MARK: One template

    /// Hours of one choice of a template, as clocks of the service day.
    private struct Choice {
        let hours: ClockRange
        /// Parts of a split shift, else empty.
        let parts: [ClockRange]
        let stages: [Shift.Stage]

        /// Length of the longest part.
        var longest: Int { (parts.isEmpty ? [hours] : parts).map { $0.end - $0.start }.max() ?? 0 }
    }

    private mutating func readShift(_ entry: YAMLMap, id: String, codes: inout Set<String>) {
        templateShifts.append([])
        let code = entry["code"]?.text() ?? Self.code(for: id, taken: &codes)
        let open = readProfessions(entry.required("professions"))
        let owners = entry["employers"].map { resolve($0, in: employers, as: .employer) } ?? []
        let days = readDayRules(entry["days"])
        let seasons = entry["seasons"].map { $0.list.compactMap(readSeason) }
        let breakMinutes = entry["break"].flatMap { $0.minutes(.minutes, 0...1440) } ?? 0
        let isStaticGuard = entry["static_guard"]?.flag() ?? false
        guard let (choices, isRange) = readChoices(entry) else { return }
        var worked = (0..<axis.dayCount).map { day in
            holds(days, on: axis.date(ofDay: day), names: namesOfDay[day + 1])
        }
        if let seasons {
            for day in worked.indices where !seasons.contains(where: { $0.holds(on: axis.date(ofDay: day)) }) {
                worked[day] = false
            }
        }
        for choice in choices {
            let length = choice.longest
            if breakMinutes >= length, let value = entry["break"] {
                value.fault(
                    Wording(
                        "la pause de \(breakMinutes) min n'est pas plus courte que le poste ou sa plus longue partie (\(length) min)",
                        "the break of \(breakMinutes) min is not shorter than the shift or its longest part (\(length) min)"
                    ),
                    expected: Wording("moins que cette durée", "less than that length"),
                    hint: Wording(
                        "écrivez la pause en minutes, par exemple 20", "write the break in minutes, such as 20"))
                return
            }
            let hours = "\(ClockText.format(choice.hours.start))-\(ClockText.format(choice.hours.end))"
            templateShifts[templateShifts.count - 1].append(ShiftID(shifts.count))
            shifts.append(
                Shift(
                    id: isRange ? "\(id)@\(hours)" : id, name: id, code: code, professions: open.map(ProfessionID.init),
                    employers: owners.map(EmployerID.init), hours: choice.hours, parts: choice.parts,
                    breakMinutes: breakMinutes, days: worked,
                    stages: choice.stages, isStaticGuard: isStaticGuard))
        }
    }

    /// All choices of hours, and whether there is a range; nil after a fault.
    private func readChoices(_ entry: YAMLMap) -> (choices: [Choice], isRange: Bool)? {
        if let value = entry["parts"] { return readParts(value, entry: entry).map { ([$0], false) } }
        guard let startValue = entry.required("start") else { return nil }
        let starts = readValues(startValue) { $0.clock() }
        var ends: [Int]?
        var lengths: [Int]?
        switch (entry["end"], entry["length"]) {
        case (let end?, nil): ends = readValues(end) { $0.clock() }
        case (nil, let length?): lengths = readValues(length) { $0.minutes(.hours, 0...1440) }
        case (let end?, _?):
            end.fault(
                Wording("le poste a une fin et une durée", "the shift has both an end and a length"),
                expected: Wording("end ou length, pas les deux", "end or length, not both"),
                hint: Wording("gardez l'une des deux clés", "keep one of the two keys"))
        case (nil, nil):
            _ = entry.required("end")
        }
        guard let starts, ends != nil || lengths != nil else { return nil }
        let isRange = starts.count > 1 || (ends ?? lengths ?? []).count > 1
        guard starts.count * (ends ?? lengths ?? []).count <= Self.largestExpansion else {
            startValue.fault(
                Wording("les plages donnent trop de postes", "the ranges give too many shifts"),
                expected: Wording("\(Self.largestExpansion) au plus", "\(Self.largestExpansion) at most"),
                hint: Wording("augmentez `every`", "increase `every`"))
            return nil
        }
        var choices: [Choice] = []
        for start in starts {
            let first = serviceClock(start)
            for value in ends ?? lengths ?? [] {
                var last = value
                if lengths != nil {
                    last = first + value
                } else if value == start || value == first {
                    last = first
                } else {
                    while last <= first { last += 1440 }
                }
                guard let hours = checkHours(first, last, entry: entry),
                    let stages = readRound(entry["round"], hours: hours)
                else { return nil }
                choices.append(Choice(hours: hours, parts: [], stages: stages))
            }
        }
        return (choices, isRange)
    }

    /// The parts of a split shift, gaps between them; nil after a fault.
    private func readParts(_ value: YAMLValue, entry: YAMLMap) -> Choice? {
        for key in ["start", "end", "length"] {
            guard let other = entry[key] else { continue }
            other.fault(
                Wording("le poste a des parties et des heures", "the shift has both parts and hours"),
                expected: Wording("parts, ou start et end", "parts, or start and end"),
                hint: Wording("retirez `\(key)`", "remove `\(key)`"))
            return nil
        }
        let elements = value.list
        guard elements.count > 1 else {
            value.fault(
                Wording("un poste coupé a au moins deux parties", "a split shift has at least two parts"),
                expected: Wording("une liste {start, end}", "a list {start, end}"),
                hint: Wording(
                    "écrivez start et end sans `parts` pour un poste d'un seul tenant",
                    "write start and end without `parts` for a shift in one piece"))
            return nil
        }
        var parts: [ClockRange] = []
        for element in elements {
            guard let map = element.map(["start", "end"]) else { return nil }
            let (startValue, endValue) = (map.required("start"), map.required("end"))
            guard let start = startValue?.clock(), let end = endValue?.clock(), let startValue, let endValue else {
                return nil
            }
            let first = serviceClock(start)
            if let before = parts.last, first <= before.end {
                startValue.fault(
                    Wording(
                        "la partie qui commence à \(ClockText.format(first)) ne laisse pas de coupure après \(ClockText.format(before.end))",
                        "the part that starts at \(ClockText.format(first)) leaves no gap after \(ClockText.format(before.end))"
                    ),
                    expected: Wording(
                        "des parties dans l'ordre, séparées par une coupure", "parts in order with a gap between them"),
                    hint: Wording(
                        "écrivez les heures après minuit au-delà de 24:00", "write hours after midnight above 24:00"))
                return nil
            }
            var last = end
            while last < first { last += 1440 }
            guard let hours = checkHours(first, last, at: endValue) else { return nil }
            parts.append(hours)
        }
        let whole = ClockRange(start: parts[0].start, end: parts[parts.count - 1].end)
        return readRound(entry["round"], hours: whole).map { Choice(hours: whole, parts: parts, stages: $0) }
    }

    /// Hours inside the service day; nil after a fault.
    private func checkHours(_ first: Int, _ last: Int, entry: YAMLMap) -> ClockRange? {
        (entry["end"] ?? entry["length"] ?? entry["start"]).flatMap { checkHours(first, last, at: $0) }
    }

    private func checkHours(_ first: Int, _ last: Int, at value: YAMLValue) -> ClockRange? {
        let text = "\(ClockText.format(first))–\(ClockText.format(last))"
        guard first < last else {
            value.fault(
                Wording("le poste a une durée nulle", "the shift has no length"),
                expected: Wording("une fin différente du début", "an end other than the start"),
                hint: Wording(
                    "pour une fin le lendemain, écrivez-la au-delà de 24:00",
                    "for an end on the next day write it above 24:00"))
            return nil
        }
        guard last - first <= 1440 else {
            value.fault(
                Wording("le poste \(text) dépasse 24 heures", "shift \(text) is longer than 24 hours"),
                expected: Wording("24 heures au plus", "24 hours at most"),
                hint: Wording("découpez-le", "split it"))
            return nil
        }
        guard first >= axis.dayStart, last <= axis.dayStart + 1440 else {
            let suggestion = ClockText.format((first - first % 60).flooredRemainder(by: 1440))
            value.fault(
                Wording(
                    "le poste \(text) sort de la journée de service, qui va de \(ClockText.format(axis.dayStart)) à \(ClockText.format(axis.dayStart + 1440))",
                    "shift \(text) leaves the service day, which runs from \(ClockText.format(axis.dayStart)) to \(ClockText.format(axis.dayStart + 1440))"
                ),
                expected: Wording("un poste à l'intérieur de la journée de service", "a shift inside the service day"),
                hint: Wording(
                    "déplacez day_start, par exemple day_start: \"\(suggestion)\"",
                    "move day_start, for instance day_start: \"\(suggestion)\""))
            return nil
        }
        return ClockRange(start: first, end: last)
    }

    /// A single value, or all values of a range `{from, to, every}`; nil after a fault.
    private func readValues(_ value: YAMLValue, single: (YAMLValue) -> Int?) -> [Int]? {
        guard value.isMap else { return single(value).map { [$0] } }
        guard let map = value.map(["from", "to", "every"]) else { return nil }
        let (fromValue, toValue, everyValue) = (map.required("from"), map.required("to"), map.required("every"))
        guard let from = fromValue.flatMap(single), let to = toValue.flatMap(single),
            let every = everyValue?.minutes(.minutes, 1...1440), let toValue
        else { return nil }
        guard from <= to else {
            toValue.fault(
                Wording("la plage finit avant de commencer", "the range ends before it starts"),
                expected: Wording("to égal ou supérieur à from", "to equal to or above from"),
                hint: Wording(
                    "écrivez les heures après minuit au-delà de 24:00", "write hours after midnight above 24:00"))
            return nil
        }
        return Array(stride(from: from, through: to, by: every))
    }

    // MARK: Seasons

    /// A run of dates, of one year or of every year.
    private enum Season {
        case dates(CivilDate, CivilDate)
        /// Month and day, as `month * 100 + day`; may pass New Year.
        case yearly(Int, Int)

        func holds(on date: CivilDate) -> Bool {
            switch self {
            case .dates(let first, let last): return first <= date && date <= last
            case .yearly(let first, let last):
                let key = date.parts.month * 100 + date.parts.day
                return first <= last ? first <= key && key <= last : first <= key || key <= last
            }
        }
    }

    private func readSeason(_ value: YAMLValue) -> Season? {
        guard let map = value.map(["first", "last"]) else { return nil }
        let (firstValue, lastValue) = (map.required("first"), map.required("last"))
        guard let firstValue, let lastValue else { return nil }
        if let first = firstValue.scalar.flatMap(Self.monthDay), let last = lastValue.scalar.flatMap(Self.monthDay) {
            return .yearly(first, last)
        }
        guard let first = firstValue.date(), let last = lastValue.date() else { return nil }
        guard first <= last else {
            lastValue.fault(
                Wording("la saison finit avant de commencer", "the season ends before it starts"),
                expected: Wording("une fin égale ou postérieure au début", "an end on or after the start"),
                hint: Wording(
                    "pour chaque année, écrivez 06-15 sans l'année", "for every year write 06-15 without the year"))
            return nil
        }
        return .dates(first, last)
    }

    /// `06-15` as 615.
    private static func monthDay(_ text: String) -> Int? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }),
            let month = number(ofDigits: parts[0]), let day = number(ofDigits: parts[1]),
            CivilDate(year: 2024, month: month, day: day) != nil
        else { return nil }
        return month * 100 + day
    }

    // MARK: Rounds

    /// Stages of a round, ending with the shift; empty without round, nil after a fault.
    private func readRound(_ value: YAMLValue?, hours: ClockRange) -> [Shift.Stage]? {
        guard let value else { return [] }
        var stages: [Shift.Stage] = []
        var clock = hours.start
        let elements = value.list
        for (index, element) in elements.enumerated() {
            guard let map = element.map(["sector", "until"]), let sectorValue = map.required("sector"),
                let name = sectorValue.text(),
                let sector = resolve(name, at: sectorValue.place, in: sectors, as: .sector)
            else { return nil }
            let isLast = index == elements.count - 1
            var until = hours.end
            if let untilValue = isLast ? map["until"] : map.required("until") {
                guard let given = untilValue.clock() else { return nil }
                until = given
                while until <= clock, until + 1440 <= hours.end { until += 1440 }
                guard until > clock, isLast ? until == hours.end : until < hours.end else {
                    untilValue.fault(
                        Wording(
                            "l'étape jusqu'à \(ClockText.format(given)) n'est pas dans l'ordre du poste \(ClockText.format(hours.start))–\(ClockText.format(hours.end))",
                            "the stage until \(ClockText.format(given)) does not follow the order of shift \(ClockText.format(hours.start))–\(ClockText.format(hours.end))"
                        ),
                        expected: Wording(
                            "des heures croissantes, la dernière égale à la fin du poste",
                            "increasing times, the last one equal to the end of the shift"),
                        hint: Wording("la dernière étape peut se passer de `until`", "the last stage needs no `until`"))
                    return nil
                }
            } else if !isLast {
                return nil
            }
            stages.append(Shift.Stage(sector: SectorID(sector), until: until))
            clock = until
        }
        if stages.isEmpty {
            value.fault(
                Wording("la ronde n'a pas d'étape", "the round has no stage"),
                expected: Wording("une liste {sector, until}", "a list {sector, until}"),
                hint: Wording(
                    "retirez `round` pour un poste dans un seul secteur", "remove `round` for a shift in one sector"))
            return nil
        }
        return stages
    }
}
