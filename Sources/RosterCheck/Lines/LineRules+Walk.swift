import RosterModel

extension LineRules {
    /// The label after a day off, or nil when that breaks a rule.
    func rest(_ label: LineLabel, on day: Int) -> LineLabel? {
        var next = label
        next.run = 0
        next.nights = 0
        if let sundays, days[day].opensSunday { next.sundays = shifted(next.sundays, sundays.of) }
        return closed(next, day, inNextWeek: 0, restsNextWeek: false)
    }

    /// The label after a duty, or nil when that breaks a rule.
    func work(_ label: LineLabel, _ step: LineStep, on day: Int) -> LineLabel? {
        guard step.start >= label.ready else { return nil }
        var next = label
        next.cost += step.cost
        next.minutes += step.work
        if let maximum, next.minutes > maximum { return nil }
        if let run {
            next.run += 1
            if next.run > run { return nil }
        }
        if let nights {
            next.nights = step.isNight ? next.nights + 1 : 0
            if next.nights > nights { return nil }
        }
        if let weekDays {
            next.weekDays += 1
            if next.weekDays > weekDays { return nil }
        }
        if let weekMinutes, step.inWeek > 0 {
            next.week += step.inWeek
            if next.week > weekMinutes { return nil }
        }
        if let sundays {
            if days[day].opensSunday { next.sundays = shifted(next.sundays, sundays.of) }
            if step.worksSunday {
                next.sundays |= 1
                if next.sundays.nonzeroBitCount > sundays.most { return nil }
            }
        }
        var restsNextWeek = false
        if let weeklyRest {
            let week = days[day].week
            if step.start - label.end >= weeklyRest.minutes {
                let inside = min(step.start, week.upperBound) - max(label.end, week.lowerBound)
                if inside >= weeklyRest.within { next.hasRested = true }
                restsNextWeek = step.start - max(label.end, week.upperBound) >= weeklyRest.within
            }
            next.end = step.end
        }
        next.ready = dailyRest.map { step.end + $0 } ?? LineLabel.longAgo
        return closed(next, day, inNextWeek: step.inNextWeek, restsNextWeek: restsNextWeek)
    }

    private func shifted(_ sundays: UInt64, _ length: Int) -> UInt64 {
        (sundays << 1) & ((1 << UInt64(length)) - 1)
    }

    /// Ends the civil week after its Sunday, or with the horizon.
    private func closed(_ label: LineLabel, _ day: Int, inNextWeek: Int, restsNextWeek: Bool) -> LineLabel? {
        guard days[day].isSunday || days[day].isLast else { return label }
        var next = label
        next.weekDays = 0
        if let weekMinutes {
            if inNextWeek > 0 && inNextWeek > weekMinutes { return nil }
            next.week = inNextWeek
        }
        if let weeklyRest {
            if !next.hasRested {
                // The rest under way is the last that meets the week: it must be let grow long enough.
                let week = days[day].week
                guard week.upperBound - max(next.end, week.lowerBound) >= weeklyRest.within else { return nil }
                next.ready = max(next.ready, next.end + weeklyRest.minutes)
            }
            next.hasRested = restsNextWeek || !days[day].judgesNextRest
        }
        return next
    }

    /// The same label without what no later day can tell apart.
    ///
    /// - Parameters:
    ///   - day: Service day that comes next.
    ///   - earliest: Earliest start of any later duty.
    func simplified(_ label: LineLabel, before day: Int, earliest: Int) -> LineLabel {
        var label = label
        if label.ready <= earliest { label.ready = LineLabel.longAgo }
        guard let weeklyRest else {
            label.end = LineLabel.longAgo
            return label
        }
        let week = days[day].week
        // From this end of work on, a rest may not be long enough at some later start.
        let close =
            label.hasRested
            ? max(earliest, week.upperBound + weeklyRest.within) : min(earliest, week.upperBound)
        if label.end <= close - weeklyRest.minutes { label.end = LineLabel.longAgo }
        return label
    }
}
