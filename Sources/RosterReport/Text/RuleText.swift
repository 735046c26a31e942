import RosterModel

/// Words for the rules of work, their limits and their firmness.
struct RuleText: Sendable {
    /// Language.
    let language: Language
    private var number: NumberFormat { NumberFormat(language: language) }

    /// Name of a rule.
    func name(_ rule: Rule) -> String {
        switch rule {
        case .absence: language.text("travail pendant une absence", "work during an absence")
        case .allowedSector: language.text("secteur non autorisé à l'agent", "sector not allowed to the agent")
        case .allowedShift: language.text("vacation hors de celles de l'agent", "shift not among those of the agent")
        case .oneShiftADay: language.text("plus d'une vacation par jour", "more than one shift a day")
        case .dailyRest: language.text("repos quotidien", "daily rest")
        case .maximumDay: language.text("durée maximale du jour", "longest working day")
        case .amplitude: language.text("amplitude du jour", "span of the day")
        case .maximumCivilWeek: language.text("durée maximale de la semaine civile", "longest civil week")
        case .averageOverHorizon: language.text("moyenne hebdomadaire sur la période", "weekly average of the period")
        case .contractMaximum: language.text("heures du contrat, maximum", "contract hours, maximum")
        case .contractMinimum: language.text("heures du contrat, minimum", "contract hours, minimum")
        case .weeklyRest: language.text("repos hebdomadaire", "weekly rest")
        case .workedDaysPerWeek: language.text("jours travaillés par semaine", "worked days per week")
        case .consecutiveDays: language.text("jours travaillés à la suite", "worked days in a row")
        case .consecutiveNights: language.text("nuits à la suite", "nights in a row")
        case .sundaysOff: language.text("dimanches de repos", "Sundays off")
        case .nightForbidden: language.text("travail de nuit interdit", "night work forbidden")
        case .averageOverWeeks: language.text("moyenne sur plusieurs semaines", "average over several weeks")
        case .nightWorkerDay:
            language.text("durée maximale du jour, travailleur de nuit", "longest day of a night worker")
        case .nightWorkerAverage:
            language.text("moyenne hebdomadaire, travailleur de nuit", "weekly average of a night worker")
        case .missionHours: language.text("heures de mission sans autorisation", "hours of missions without permission")
        case .rollingDay: language.text("durée maximale sur 24 heures glissantes", "longest work in any 24 hours")
        case .shortestShift: language.text("vacation la plus courte", "shortest shift")
        case .breakDuringWork: language.text("pause", "break")
        case .restAfterWork: language.text("repos long après le travail", "long rest after work")
        case .weekendRest: language.text("demi-journées de repos autour du dimanche", "half-days off around Sunday")
        case .contractPeriod: language.text("hors de la période du contrat", "outside the period of the contract")
        case .busyTime:
            language.text(
                "en même temps que formation, audience, autre emploi ou astreinte",
                "at the time of training, hearing, other job or standby")
        case .noticeOfChange: language.text("délai de prévenance", "notice of changes")
        case .pin: language.text("décision fixée non suivie", "fixed decision not followed")
        case .constitutedTeam:
            language.text(
                "équipe constituée : ne travaille pas comme elle", "constituted team: does not work as it does")
        case .splitDay: language.text("journée coupée", "split day")
        case .innerRest: language.text("repos à l'intérieur de l'amplitude", "rest inside the span of the day")
        case .weeklyHalfDays: language.text("demi-journées de repos dans la semaine", "half-days off in the week")
        case .publicHolidaysOff: language.text("jours fériés de repos", "public holidays off")
        }
    }

    /// Limit of a rule in a regime, empty when the regime does not have it.
    func limit(_ rule: Rule, in regime: Regime) -> String {
        switch rule {
        case .dailyRest: regime.dailyRest.map { atLeast(number.hours($0.minutes)) } ?? ""
        case .maximumDay: regime.maximumDay.map { atMost(number.hours($0.minutes)) } ?? ""
        case .amplitude: regime.amplitude.map { atMost(number.hours($0.minutes)) } ?? ""
        case .maximumCivilWeek: regime.maximumCivilWeek.map { atMost(number.hours($0.minutes)) } ?? ""
        case .averageOverHorizon: regime.averageOverHorizon.map { atMost(number.hours($0.weeklyMinutes)) } ?? ""
        case .weeklyRest:
            regime.weeklyRest.map { rest in
                let within = number.hours(rest.minutesWithinWeek)
                return atLeast(number.hours(rest.minutes))
                    + language.text(", dont \(within) dans la semaine", ", \(within) of it within the week")
            } ?? ""
        case .workedDaysPerWeek: regime.workedDaysPerWeek.map { atMost(days($0.days)) } ?? ""
        case .consecutiveDays: regime.consecutiveDays.map { atMost(days($0.days)) } ?? ""
        case .consecutiveNights:
            regime.consecutiveNights.map {
                atMost(
                    number.count(
                        $0.nights, language.text("nuit", "night"), language.text("nuits", "nights")))
            } ?? ""
        case .sundaysOff:
            regime.sundaysOff.map {
                atLeast(language.text("\($0.off) sur \($0.ofSundays)", "\($0.off) of \($0.ofSundays)"))
            } ?? ""
        case .nightForbidden: regime.nightForbidden == nil ? "" : nightClock(of: regime)
        case .averageOverWeeks: regime.averageOverWeeks.map { average($0.weeklyMinutes, weeks: $0.weeks) } ?? ""
        case .nightWorkerDay: regime.nightWorkerDay.map { atMost(number.hours($0.minutes)) } ?? ""
        case .nightWorkerAverage: regime.nightWorkerAverage.map { average($0.weeklyMinutes, weeks: $0.weeks) } ?? ""
        case .missionHours: regime.missionHours.map { number.clocks($0.hours.start, $0.hours.end) } ?? ""
        case .rollingDay: regime.rollingDay.map { atMost(number.hours($0.minutes)) } ?? ""
        case .shortestShift:
            regime.shortestShift.map { rule in
                let gap = number.hours(rule.gapMinutes)
                return atLeast(number.hours(rule.minutes))
                    + (rule.gapMinutes == 0
                        ? ""
                        : language.text(" entre deux coupures de plus de \(gap)", " between gaps of more than \(gap)"))
            } ?? ""
        case .breakDuringWork:
            regime.breakDuringWork.map {
                atLeast("\($0.minutes) min") + language.text(" dès ", " from ") + number.hours($0.afterMinutes)
            } ?? ""
        case .restAfterWork:
            regime.restAfterWork.map {
                atLeast(number.hours($0.restMinutes)) + language.text(" après ", " after ")
                    + number.hours($0.workMinutes)
            } ?? ""
        case .weekendRest:
            regime.weekendRest.map {
                atLeast(language.text("\($0.halfDays) demi-journées", "\($0.halfDays) half-days"))
            } ?? ""
        case .noticeOfChange:
            regime.noticeOfChange.map { atLeast($0.countsWorkingDays ? workingDays($0.days) : days($0.days)) } ?? ""
        case .splitDay:
            regime.splitDay.map { rule in
                if rule.parts == 1 { return language.text("non admise", "not allowed") }
                let gap = rule.gapMinutes.map { number.hours($0) }
                return atMost(parts(rule.parts))
                    + (gap.map { language.text(", coupures d'au plus \($0)", ", gaps of at most \($0)") } ?? "")
            } ?? ""
        case .innerRest:
            regime.innerRest.map { rule in
                let amplitude = number.hours(rule.amplitudeMinutes)
                return atLeast(number.hours(rule.minutes))
                    + language.text(
                        " pour \(amplitude) d'amplitude, en deux fois au plus, l'une d'au moins \(rule.largestShare) %",
                        " in a span of \(amplitude), in one or two pieces, one of at least \(rule.largestShare) %")
            } ?? ""
        case .weeklyHalfDays:
            regime.weeklyHalfDays.map { rule in
                let rest = number.hours(rule.restMinutes)
                return atLeast(
                    language.text(
                        "\(rule.halfDays) demi-journées, en repos d'au moins \(rest)",
                        "\(rule.halfDays) half-days, in rests of at least \(rest)"))
            } ?? ""
        case .publicHolidaysOff:
            regime.publicHolidaysOff == nil ? "" : language.text("tous, de 0 h à 24 h", "all, from 00:00 to 24:00")
        case .absence, .allowedSector, .allowedShift, .oneShiftADay, .contractMaximum, .contractMinimum,
            .contractPeriod,
            .busyTime, .pin, .constitutedTeam:
            ""
        }
    }

    /// Hours that count as night in a regime.
    func nightClock(of regime: Regime) -> String { number.clocks(regime.nightClock.start, regime.nightClock.end) }

    /// Over what time an average is taken, where the nights shown are only the part of it in the horizon; empty for other rules.
    func period(_ rule: Rule, in regime: Regime) -> String {
        let weeks: Int? =
            switch rule {
            case .averageOverWeeks: regime.averageOverWeeks?.weeks
            case .nightWorkerAverage: regime.nightWorkerAverage?.weeks
            default: nil
            }
        return weeks.map { language.text("\($0) semaines de suite", "\($0) weeks in a row") } ?? ""
    }

    /// Firmness of a rule.
    func level(_ level: RuleSource.Level) -> String {
        switch level {
        case .law: language.text("loi", "law")
        case .default: language.text("par défaut, sauf accord", "default, unless agreed")
        case .local: language.text("choix local", "local choice")
        case .soft: language.text("souple, sans obligation", "soft, not binding")
        }
    }

    /// A value of a violation with its unit.
    func value(_ value: Int, unit: Violation.Unit) -> String {
        switch unit {
        case .minutes: number.hours(value)
        case .days: days(value)
        case .nights: number.count(value, language.text("nuit", "night"), language.text("nuits", "nights"))
        case .sundays:
            number.count(
                value, language.text("dimanche travaillé", "Sunday worked"),
                language.text("dimanches travaillés", "Sundays worked"))
        case .shifts: number.count(value, language.text("vacation", "shift"), language.text("vacations", "shifts"))
        case .halfDays:
            number.count(
                value, language.text("demi-journée", "half-day"), language.text("demi-journées", "half-days"))
        case .parts: parts(value)
        case .workingDays: workingDays(value)
        case .none: ""
        }
    }

    /// Value found and limit of a violation; empty when the rule has no measure.
    func measure(_ violation: Violation) -> String {
        measure(violation.measured, limit: violation.limit, unit: violation.unit)
    }

    /// Value found and limit of a near limit.
    func measure(_ near: NearLimit) -> String { measure(near.measured, limit: near.limit, unit: near.unit) }

    private func measure(_ measured: Int, limit: Int, unit: Violation.Unit) -> String {
        unit == .none
            ? ""
            : value(measured, unit: unit) + language.text(" (limite ", " (limit ") + value(limit, unit: unit) + ")"
    }

    /// Why a rule cannot be verified.
    func reason(_ reason: UnverifiableRule.Reason) -> String {
        switch reason {
        case .noHistory:
            language.text("aucun historique avant la période", "no history before the period")
        case .shortHistory:
            language.text(
                "l'historique ne remonte pas assez loin", "the history does not reach back far enough")
        case .nothingPublished:
            language.text("aucun planning publié à comparer", "no published roster to compare with")
        case .minimumPerhapsOutOfReach:
            language.text(
                "minimum non atteint, que d'autres règles mettent peut-être hors d'atteinte",
                "minimum missed, perhaps out of reach under the other rules")
        }
    }

    private func average(_ minutes: Int, weeks: Int) -> String {
        atMost(number.hours(minutes)) + language.text(" sur \(weeks) semaines", " over \(weeks) weeks")
    }

    private func workingDays(_ value: Int) -> String {
        number.count(
            value, language.text("jour ouvré", "working day"), language.text("jours ouvrés", "working days"))
    }

    private func parts(_ value: Int) -> String {
        number.count(value, language.text("période", "part"), language.text("périodes", "parts"))
    }

    private func days(_ value: Int) -> String {
        number.count(value, language.text("jour", "day"), language.text("jours", "days"))
    }
    private func atLeast(_ text: String) -> String { language.text("au moins ", "at least ") + text }
    private func atMost(_ text: String) -> String { language.text("au plus ", "at most ") + text }
}
