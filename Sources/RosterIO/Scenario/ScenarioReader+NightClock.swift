import RosterModel

/// The night clock of a regime, and how far the texts let it move.
extension ScenarioReader {
    /// Reads a night clock, which need not lie on the grid.
    ///
    /// One that holds all hours of the lawful one forbids and counts more, and is free. Any other is for the texts to allow.
    func readNightClock(
        _ value: YAMLValue, lawful: RegimeDraft?, isSupplied: Bool, into draft: inout RegimeDraft
    ) {
        // What the texts allow is theirs to say, never a scenario's.
        let terms = isSupplied ? ["level", "article", "limit"] : []
        guard let map = value.map(["from", "to", "agreement"] + terms), let clock = hours(of: map) else { return }
        if isSupplied {
            draft.nightClock = clock
            draft.nightClockTerms = readNightClockTerms(map)
            return
        }
        guard clock != draft.nightClock else { return }
        if let lawful, !clock.covers(lawful.nightClock) {
            guard mayMove(clock, at: value, lawful: lawful) else { return }
            let isAgreed = recordAgreement(map["agreement"], in: &draft) {
                let article = Self.article(of: lawful)
                log.fault(
                    value.place, value: Self.text(of: clock),
                    Wording(
                        "la plage de nuit du régime \(lawful.id) ne change que par accord\(article)",
                        "the night clock of regime \(lawful.id) changes by agreement only\(article)"),
                    expected: Self.agreementExpected,
                    hint: Wording("ajoutez `agreement` à night_clock", "add `agreement` to night_clock"))
            }
            guard isAgreed else { return }
        }
        draft.nightClock = clock
    }

    private static func article(of lawful: RegimeDraft) -> String {
        lawful.nightClockTerms.map { " (\($0.source.article))" } ?? ""
    }

    /// Whether the texts let an agreement choose this clock; a fault says why not.
    private func mayMove(_ clock: ClockRange, at value: YAMLValue, lawful: RegimeDraft) -> Bool {
        let terms = lawful.nightClockTerms
        let article = Self.article(of: lawful)
        func refuse(_ message: Wording, expected: Wording, hint: Wording) -> Bool {
            log.fault(value.place, value: Self.text(of: clock), message, expected: expected, hint: hint)
            return false
        }
        if terms?.source.level == .law {
            let own = Self.text(of: lawful.nightClock)
            return refuse(
                Wording(
                    "la plage de nuit du régime \(lawful.id) est celle de la loi\(article)",
                    "the night clock of regime \(lawful.id) is that of the law\(article)"),
                expected: Wording("une plage qui contient \(own)", "hours that hold \(own)"),
                hint: Wording("retirez night_clock, ou élargissez-la", "remove night_clock, or widen it"))
        }
        if let limit = terms?.limit, !limit.allows(clock) {
            return refuse(
                Wording(
                    "la plage de nuit va plus loin qu'un accord ne le peut\(article)",
                    "the night clock goes further than an agreement may\(article)"),
                expected: limit.text, hint: Wording("vérifiez l'accord", "check the agreement"))
        }
        return true
    }

    /// `22:00–06:00`.
    static func text(of clock: ClockRange) -> String {
        "\(ClockText.format(clock.start % 1440))–\(ClockText.format(clock.end % 1440))"
    }

    /// `level`, `article` and `limit` of the night clock of a supplied regime.
    private func readNightClockTerms(_ map: YAMLMap) -> NightClockTerms? {
        guard let level = map.required("level")?.text().flatMap(RuleSource.Level.init(rawValue:)),
            let article = map.required("article")?.text()
        else { return nil }
        var limit: NightClockTerms.Limit?
        if let bounds = map["limit"]?.map(["least", "holds", "within"]),
            let least = bounds.required("least")?.minutes(.hours, 1...1440),
            let within = bounds.required("within").flatMap(readHours)
        {
            limit = .init(leastMinutes: least, holds: bounds["holds"].flatMap(readHours), within: within)
        }
        return NightClockTerms(source: RuleSource(level: level, article: article), limit: limit)
    }
}
