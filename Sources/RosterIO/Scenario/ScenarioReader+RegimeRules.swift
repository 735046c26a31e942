import RosterModel

/// Rules of a regime: value, level, article, and the agreement that allows a looser one.
extension ScenarioReader {
    /// Keys of a rule that is written as a map.
    static func ruleKeys(_ rule: Rule) -> [String] {
        let common = ["value", "level", "article", "limit", "agreement"]
        switch rule {
        case .weeklyRest: return common + ["within_week"]
        case .sundaysOff: return common + ["of", "starts_only", "joined"]
        case .averageOverWeeks, .nightWorkerAverage: return common + ["weeks"]
        case .breakDuringWork, .restAfterWork: return common + ["after"]
        case .shortestShift, .splitDay: return common + ["gap"]
        case .innerRest: return common + ["amplitude", "least", "share"]
        case .noticeOfChange: return common + ["working_days"]
        case .weeklyHalfDays: return common + ["rest"]
        default: return common
        }
    }

    /// Reads one rule of a regime, laid over what the draft has from its base.
    func readRule(_ value: YAMLValue, rule: Rule, into draft: inout RegimeDraft) {
        // `daily_rest: 12h` is short for `daily_rest: {value: 12h}`.
        let map = !value.isMap ? nil : value.map(Self.ruleKeys(rule))
        if value.isMap, map == nil { return }
        guard let valueField = map == nil ? value : map?.required("value") else { return }
        let article = map?["article"]?.text()
        let level = readLevel(map?["level"])
        let base = draft.rules[rule]
        let isOff =
            valueField.scalar.map {
                ["none", "off", "aucun", "aucune", "non", "no", "false"].contains(Folding.key($0))
            } ?? false
        var parsed: RuleValue?
        if !isOff {
            let known = level == .soft ? draft.softRules[rule] ?? base : base
            parsed = readValue(valueField, map: map, rule: rule, base: known?.value)
            guard parsed != nil else { return }
        }
        let agreement = readAgreement(map?["agreement"], rule: rule)
        if map?["agreement"] != nil, agreement == nil { return }
        let source = RuleSource(level: level ?? .local, article: article ?? agreement?.reference ?? "")
        if level == .soft, let levelField = map?["level"] {
            guard let parsed else {
                draft.softRules[rule] = nil
                return
            }
            let soft = RuleEntry(value: parsed, source: source)
            if putWish(soft, of: rule, at: levelField, agreement: agreement, into: &draft), let agreement {
                record(agreement, at: map?["agreement"], in: &draft)
            }
            return
        }
        // A wish stays where it asks for more than the rule now read.
        if let soft = draft.softRules[rule], parsed.map({ !$0.isLooser(than: soft.value) }) ?? true {
            draft.softRules[rule] = nil
        }
        guard let base else {
            // A rule that the regime did not have.
            if let parsed {
                draft.rules[rule] = RuleEntry(
                    value: parsed, source: source,
                    limit: map?["limit"].flatMap { readValue($0, map: map, rule: rule, base: parsed) })
            }
            return
        }
        let isLooser = parsed.map { $0.isLooser(than: base.value) } ?? true
        guard isLooser else {
            guard let parsed, parsed != base.value else { return }
            draft.rules[rule] = RuleEntry(
                value: parsed, source: source,
                limit: map?["limit"].flatMap { readValue($0, map: map, rule: rule, base: parsed) } ?? base.limit,
                beneath: base.beneath + (base.source.level == .local ? [] : [base]))
            return
        }
        var looser = parsed.map {
            RuleEntry(value: $0, source: base.source, limit: base.limit, beneath: base.beneath)
        }
        for entry in [base] + base.beneath where parsed.map({ $0.isLooser(than: entry.value) }) ?? true {
            guard mayLoosen(entry, to: parsed, at: valueField, regime: draft.id, agreement: agreement) else { return }
            looser?.beneath.removeAll { $0.value == entry.value }
            if let agreement, entry.source.level == .default {
                looser?.limit = entry.limit
                looser?.source = RuleSource(
                    level: .default, article: "\(agreement.reference) (\(agreement.date.iso))")
            }
        }
        if let agreement { record(agreement, at: map?["agreement"], in: &draft) }
        draft.rules[rule] = base.beneath.last { $0.value == parsed } ?? looser
    }

    /// The level of a rule; nil when it is not said, or after a fault.
    private func readLevel(_ value: YAMLValue?) -> RuleSource.Level? {
        guard let value, let text = value.text() else { return nil }
        if let level = RuleSource.Level(rawValue: text) { return level }
        value.fault(
            Wording("le niveau « \(text) » est inconnu", "level \"\(text)\" is unknown"),
            expected: Wording("law, default, local ou soft", "law, default, local or soft"),
            hint: Suggestion.hint(for: text, in: RuleSource.Level.allCases.map(\.rawValue)))
        return nil
    }

    /// Records a wish. It stands beside a rule that is looser; otherwise it would take its place, which only the rule's own
    /// level may allow.
    ///
    /// - Returns: Whether it was recorded; a fault says why not.
    private func putWish(
        _ soft: RuleEntry, of rule: Rule, at field: YAMLValue, agreement: Agreement?, into draft: inout RegimeDraft
    ) -> Bool {
        var binding = draft.rules[rule]
        while let entry = binding, soft.value == entry.value || soft.value.isLooser(than: entry.value) {
            if entry.source.level == .law {
                field.fault(
                    Wording(
                        "une règle de la loi (\(entry.source.article)) deviendrait un simple souhait",
                        "a rule of law (\(entry.source.article)) would become a mere wish"),
                    expected: Wording(
                        "un souhait plus strict que la règle, qui reste due",
                        "a wish stricter than the rule, which stays binding"),
                    hint: Wording(
                        "retirez cette règle du régime \(draft.id), ou rendez-la plus stricte",
                        "remove this rule from regime \(draft.id), or make it stricter"))
                return false
            }
            guard mayLoosen(entry, to: nil, at: field, regime: draft.id, agreement: agreement) else {
                return false
            }
            binding = entry.beneath.last
        }
        draft.rules[rule] = binding
        draft.softRules[rule] = soft
        return true
    }

    /// Whether a rule may be loosened, or dropped when `value` is nil; a fault says why not.
    private func mayLoosen(
        _ base: RuleEntry, to value: RuleValue?, at field: YAMLValue, regime: String, agreement: Agreement?
    ) -> Bool {
        switch base.source.level {
        case .law:
            field.fault(
                Wording(
                    "« \(field.shown) » assouplit une règle de la loi (\(base.source.article))",
                    "\"\(field.shown)\" loosens a rule of law (\(base.source.article))"),
                expected: Wording("une valeur au moins aussi stricte", "a value at least as strict"),
                hint: Self.weeksHint(value, base.value)
                    ?? Wording("retirez cette règle du régime \(regime)", "remove this rule from regime \(regime)"))
            return false
        case .default:
            guard agreement != nil else {
                field.fault(
                    Wording(
                        "« \(field.shown) » assouplit une règle (\(base.source.article)) sans accord enregistré",
                        "\"\(field.shown)\" loosens a rule (\(base.source.article)) without a recorded agreement"),
                    expected: Self.agreementExpected,
                    hint: Self.weeksHint(value, base.value)
                        ?? Wording(
                            "ajoutez la référence et la date de l'accord ou de la décision",
                            "add reference and date of the agreement or decision"))
                return false
            }
            if let limit = base.limit, value.map({ $0.isLooser(than: limit) }) ?? true {
                field.fault(
                    Wording(
                        "« \(field.shown) » va plus loin qu'un accord ne le peut (\(base.source.article))",
                        "\"\(field.shown)\" goes further than an agreement may (\(base.source.article))"),
                    expected: Self.limitText(limit),
                    hint: Wording("vérifiez l'accord", "check the agreement"))
                return false
            }
            return true
        case .local, .soft:
            return true
        }
    }

    /// Why an average no higher than the old one is looser: its run of weeks; nil for all other values.
    private static func weeksHint(_ value: RuleValue?, _ old: RuleValue) -> Wording? {
        guard case .average(_, let weeks) = value, case .average(_, let oldWeeks) = old,
            !oldWeeks.isMultiple(of: weeks)
        else { return nil }
        let whole = (1...oldWeeks).filter { oldWeeks.isMultiple(of: $0) }.map(String.init).joined(separator: ", ")
        return Wording(
            "sur \(weeks) semaines, la moyenne sur \(oldWeeks) peut être dépassée ; écrivez weeks : \(whole)",
            "over \(weeks) weeks the average over \(oldWeeks) may be exceeded; write weeks: \(whole)")
    }

    /// `9 h`, `47 h 30`.
    static func hours(_ minutes: Int) -> String {
        minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(pad(minutes % 60, 2))"
    }

    private static func limitText(_ limit: RuleValue) -> Wording {
        switch limit {
        case .rest(let minutes), .weeklyRest(let minutes, _):
            return Wording("au moins \(hours(minutes))", "at least \(hours(minutes))")
        case .most(let minutes): return Wording("au plus \(hours(minutes))", "at most \(hours(minutes))")
        case .count(let count): return Wording("au plus \(count)", "at most \(count)")
        case .average(let minutes, let weeks):
            return Wording(
                "au plus \(hours(minutes)) sur \(weeks) semaines", "at most \(hours(minutes)) over \(weeks) weeks")
        case .hours(let range):
            let text = "\(ClockText.format(range.start))–\(ClockText.format(range.end))"
            return Wording("au plus \(text)", "at most \(text)")
        case .breakAfter(let minutes, _): return Wording("au moins \(minutes) min", "at least \(minutes) min")
        case .restAfter(let minutes, _): return Wording("au moins \(hours(minutes))", "at least \(hours(minutes))")
        case .least(let least): return Wording("au moins \(least)", "at least \(least)")
        case .sundays(let off, let run, _, _):
            return Wording("au moins \(off) dimanches libres sur \(run)", "at least \(off) Sundays off in \(run)")
        case .forbidden: return Wording("oui", "yes")
        case .halfDays(let count, let rest):
            return Wording(
                "au moins \(count) demi-journées, en repos d'au moins \(hours(rest))",
                "at least \(count) half-days, in rests of at least \(hours(rest))")
        case .notice(let days, let working):
            return Wording(
                "au moins \(days) jour(s)" + (working ? " ouvré(s)" : ""),
                "at least \(days) " + (working ? "working day(s)" : "day(s)"))
        case .period(let minutes, _): return Wording("au moins \(hours(minutes))", "at least \(hours(minutes))")
        case .split(let parts, let gap):
            let limit = gap.map { hours($0) }
            return Wording(
                "au plus \(parts) période(s)" + (limit.map { ", coupures d'au plus \($0)" } ?? ""),
                "at most \(parts) part(s)" + (limit.map { ", gaps of at most \($0)" } ?? ""))
        case .innerRest(let minutes, let amplitude, _, let share):
            return Wording(
                "au moins \(hours(minutes)) pour \(hours(amplitude)) d'amplitude, dont \(share) % d'un seul tenant",
                "at least \(hours(minutes)) in a span of \(hours(amplitude)), \(share) % of it in one piece")
        }
    }

    /// The value of a rule; what the map leaves out comes from the base.
    private func readValue(_ value: YAMLValue, map: YAMLMap?, rule: Rule, base: RuleValue?) -> RuleValue? {
        switch rule {
        case .dailyRest: return value.minutes(.hours, 0...2880).map(RuleValue.rest)
        case .maximumDay, .amplitude: return value.minutes(.hours, 1...1440).map(RuleValue.most)
        case .maximumCivilWeek, .averageOverHorizon: return value.minutes(.hours, 0...10_080).map(RuleValue.most)
        case .weeklyRest:
            var within = 1440
            if case .weeklyRest(_, let part)? = base { within = part }
            if let part = map?["within_week"] {
                guard let minutes = part.minutes(.hours, 0...10_080) else { return nil }
                within = minutes
            }
            return value.minutes(.hours, 0...10_080).map { .weeklyRest($0, within: min(within, $0)) }
        case .workedDaysPerWeek: return value.whole(0...7).map(RuleValue.count)
        case .consecutiveDays, .consecutiveNights: return value.whole(1...100).map(RuleValue.count)
        case .sundaysOff:
            var (run, startsOnly, joined) = (1, false, false)
            if case .sundays(_, let ownRun, let ownStarts, let ownJoined)? = base {
                (run, startsOnly, joined) = (ownRun, ownStarts, ownJoined)
            }
            if let of = map?["of"] {
                guard let count = of.whole(1...SundaysOff.longestRun) else { return nil }
                run = count
            }
            if let flag = map?["starts_only"]?.flag() { startsOnly = flag }
            if let flag = map?["joined"]?.flag() { joined = flag }
            return value.whole(1...run).map { .sundays(off: $0, of: run, startsOnly: startsOnly, joined: joined) }
        case .nightForbidden, .publicHolidaysOff: return value.flag() == true ? .forbidden : nil
        case .averageOverWeeks, .nightWorkerAverage:
            var weeks = 12
            if case .average(_, let own)? = base { weeks = own }
            if let field = map?["weeks"] {
                guard let count = field.whole(1...52) else { return nil }
                weeks = count
            }
            return value.minutes(.hours, 0...10_080).map { .average($0, weeks: weeks) }
        case .nightWorkerDay, .rollingDay: return value.minutes(.hours, 1...1440).map(RuleValue.most)
        case .missionHours: return readHours(value).map(RuleValue.hours)
        case .shortestShift:
            var gap = 0
            if case .period(_, let own)? = base { gap = own }
            if let field = map?["gap"] {
                guard let minutes = field.minutes(.hours, 0...1440) else { return nil }
                gap = minutes
            }
            return value.minutes(.hours, 1...1440).map { .period($0, gap: gap) }
        case .breakDuringWork:
            var after = 360
            if case .breakAfter(_, let own)? = base { after = own }
            if let field = map?["after"] {
                guard let minutes = field.minutes(.hours, 1...1440) else { return nil }
                after = minutes
            }
            return value.minutes(.minutes, 1...1440).map { .breakAfter($0, work: after) }
        case .restAfterWork:
            var after: Int?
            if case .restAfter(_, let own)? = base { after = own }
            if let field = map?["after"] {
                guard let minutes = field.minutes(.hours, 1...10_080) else { return nil }
                after = minutes
            }
            guard let after else {
                _ = map?.required("after")
                if map == nil {
                    value.fault(
                        Wording(
                            "le travail après lequel le repos est dû manque", "the work before the rest is missing"),
                        expected: Wording("{value: 24h, after: 48h}", "{value: 24h, after: 48h}"),
                        hint: Wording("écrivez les deux durées", "write both lengths"))
                }
                return nil
            }
            return value.minutes(.hours, 1...10_080).map { .restAfter($0, work: after) }
        case .weekendRest: return value.whole(2...4).map(RuleValue.least)
        case .noticeOfChange:
            var working = false
            if case .notice(_, let own)? = base { working = own }
            if let flag = map?["working_days"]?.flag() { working = flag }
            return value.whole(0...60).map { .notice($0, working: working) }
        case .splitDay:
            var gap: Int?
            if case .split(_, let own)? = base { gap = own }
            if let field = map?["gap"] {
                guard let minutes = field.minutes(.hours, 1...1440) else { return nil }
                gap = minutes
            }
            return value.whole(1...10).map { .split($0, gap: gap) }
        case .innerRest: return readInnerRest(value, map: map, base: base)
        case .weeklyHalfDays:
            var rest = 2100
            if case .halfDays(_, let own)? = base { rest = own }
            if let field = map?["rest"] {
                // Longer than any gap within a service day.
                guard let minutes = field.minutes(.hours, 1500...2880) else { return nil }
                rest = minutes
            }
            return value.whole(1...14).map { .halfDays($0, rest: rest) }
        default: return nil
        }
    }

    /// Rest inside a day; what is left out comes from the base, else from article 18 of the caretakers' agreement.
    private func readInnerRest(_ value: YAMLValue, map: YAMLMap?, base: RuleValue?) -> RuleValue? {
        var (amplitude, least, share) = (780, 60, 75)
        if case .innerRest(_, let ownAmplitude, let ownLeast, let ownShare)? = base {
            (amplitude, least, share) = (ownAmplitude, ownLeast, ownShare)
        }
        if let field = map?["amplitude"] {
            guard let minutes = field.minutes(.hours, 1...1440) else { return nil }
            amplitude = minutes
        }
        if let field = map?["least"] {
            guard let minutes = field.minutes(.hours, 0...1440) else { return nil }
            least = minutes
        }
        if let field = map?["share"] {
            guard let hundredths = field.whole(0...100) else { return nil }
            share = hundredths
        }
        return value.minutes(.hours, 1...1440).map {
            .innerRest($0, amplitude: amplitude, least: least, share: share)
        }
    }

    /// Hours of the day, `{from, to}`; `to` may be after midnight.
    func readHours(_ value: YAMLValue) -> ClockRange? {
        value.map(["from", "to"]).flatMap(hours(of:))
    }

    /// Hours of the day in the keys `from` and `to` of a map.
    func hours(of map: YAMLMap) -> ClockRange? {
        let (fromValue, toValue) = (map.required("from"), map.required("to"))
        guard let from = fromValue?.clock(), let to = toValue?.clock() else { return nil }
        let (start, end) = (from % 1440, to % 1440)
        return ClockRange(start: start, end: end > start ? end : end + 1440)
    }
}
