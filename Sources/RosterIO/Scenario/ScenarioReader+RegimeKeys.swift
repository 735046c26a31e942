import RosterModel

/// Keys of a regime beside its rules. Each is held against what the texts behind the regime say (``RegimeBook/text(of:)``): a
/// key must not do what a rule may not.
extension ScenarioReader {
    /// Reads all keys but name, base and rules, laid over what the draft has from its base.
    func readKeys(_ entry: YAMLMap, base: RegimeDraft?, isSupplied: Bool, into draft: inout RegimeDraft) {
        let lawful = regimes.text(of: base)
        if let value = entry["night_clock"] {
            readNightClock(value, lawful: lawful, isSupplied: isSupplied, into: &draft)
        }
        readNightShift(entry["night_shift"], lawful: lawful, into: &draft)
        readNightWorkerNights(entry["night_worker_nights"], lawful: lawful, into: &draft)
        if let value = entry["night_worker_hours"] { readNightWorkerHours(value, lawful: lawful, into: &draft) }
        if let value = entry["week_start"] { readWeekStart(value, lawful: lawful, into: &draft) }
        if let value = entry["posts_together"], let minutes = value.minutes(.hours, 60...10_080) {
            if let known = lawful?.postsTogetherMinutes, minutes > known {
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
        // Breaks counted as work bring every limit nearer; where the texts count them, leaving them out would lengthen the day.
        if let value = entry["break_counts_as_work"], let counts = value.flag() {
            if let lawful, lawful.breakCountsAsWork, !counts {
                value.fault(
                    Wording(
                        "le régime \(lawful.id) compte les pauses comme du travail",
                        "regime \(lawful.id) counts breaks as work"),
                    expected: Wording("oui", "yes"),
                    hint: Wording("retirez cette clé", "remove this key"))
            } else {
                draft.breakCountsAsWork = counts
            }
        }
        if let value = entry["compensatory_rest"] { readCompensatoryRests(value, lawful: lawful, into: &draft) }
    }

    // MARK: Who becomes a night worker

    /// Hours from which a shift is one of night. More of them make fewer night shifts, so fewer night workers.
    private func readNightShift(_ value: YAMLValue?, lawful: RegimeDraft?, into draft: inout RegimeDraft) {
        guard let value, let minutes = value.minutes(.hours, 1...1440) else { return }
        if let lawful, lawful.hasNightWorkerStatus, minutes > lawful.nightShiftMinutes {
            let hours = Self.hours(lawful.nightShiftMinutes)
            refuseLaterStatus(
                value, lawful,
                expected: Wording(
                    "au plus \(hours) de nuit pour un poste de nuit", "at most \(hours) of night for a night shift"))
        } else {
            draft.nightShiftMinutes = minutes
        }
    }

    /// Night shifts of a week that make a night worker.
    private func readNightWorkerNights(_ value: YAMLValue?, lawful: RegimeDraft?, into draft: inout RegimeDraft) {
        guard let value, let nights = value.whole(1...7) else { return }
        if let lawful, lawful.hasNightWorkerStatus, nights > lawful.nightWorkerNights {
            refuseLaterStatus(
                value, lawful,
                expected: Wording(
                    "au plus \(lawful.nightWorkerNights) postes de nuit par semaine civile",
                    "at most \(lawful.nightWorkerNights) night shifts in a civil week"))
        } else {
            draft.nightWorkerNights = nights
        }
    }

    private func refuseLaterStatus(_ value: YAMLValue, _ lawful: RegimeDraft, expected: Wording) {
        value.fault(
            Wording(
                "« \(value.shown) » ferait des travailleurs de nuit plus tard que la loi (C. trav. L3122-5)",
                "\"\(value.shown)\" would make night workers later than the law does (C. trav. L3122-5)"),
            expected: expected,
            hint: Wording(
                "retirez cette clé : celle du régime \(lawful.id) vaut",
                "remove this key: that of regime \(lawful.id) holds"))
    }

    /// Hours of night in twelve months: `270`, or `{value: 300, agreement}` where the texts ask for fewer.
    private func readNightWorkerHours(_ value: YAMLValue, lawful: RegimeDraft?, into draft: inout RegimeDraft) {
        let map = value.isMap ? value.map(["value", "agreement"]) : nil
        if value.isMap, map == nil { return }
        guard let field = map == nil ? value : map?.required("value"), let minutes = field.minutes(.hours, 60...600_000)
        else { return }
        if let known = lawful?.nightWorkerYearMinutes, minutes > known, minutes != draft.nightWorkerYearMinutes {
            let isAgreed = recordAgreement(map?["agreement"], in: &draft) {
                field.fault(
                    Wording(
                        "« \(field.shown) » dépasse \(Self.hours(known)) de nuit (C. trav. L3122-23) sans accord enregistré",
                        "\"\(field.shown)\" is more than \(Self.hours(known)) of night (C. trav. L3122-23) without a recorded agreement"
                    ),
                    expected: Self.agreementExpected,
                    hint: Wording(
                        "écrivez night_worker_hours: {value: \(field.shown), agreement: …}",
                        "write night_worker_hours: {value: \(field.shown), agreement: …}"))
            }
            guard isAgreed else { return }
        }
        draft.nightWorkerYearMinutes = minutes
    }

    // MARK: Week

    /// The first day of the civil week: `sun`, or `{day: sun, agreement}` where the texts begin on another day.
    private func readWeekStart(_ value: YAMLValue, lawful: RegimeDraft?, into draft: inout RegimeDraft) {
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
        if let lawful, lawful.weekStart != day[0], draft.weekStart != day[0] {
            let isAgreed = recordAgreement(map?["agreement"], in: &draft) {
                value.fault(
                    Wording(
                        "le début de semaine du régime \(lawful.id) ne change que par accord (C. trav. L3121-32)",
                        "the week of regime \(lawful.id) changes by agreement only (C. trav. L3121-32)"),
                    expected: Self.agreementExpected,
                    hint: Wording(
                        "écrivez week_start: {day: \(text), agreement: …}",
                        "write week_start: {day: \(text), agreement: …}"))
            }
            guard isAgreed else { return }
        }
        draft.weekStart = day[0]
    }
}
