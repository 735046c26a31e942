import RosterModel

extension LineAudit {
    /// Service days, from the first, on which the agent must work what is published; 0 without published roster.
    var noticeDays: Int {
        guard let published = calendar.scenario.published else { return 0 }
        let days = calendar.scenario.axis.dayCount
        let asked = regime.noticeOfChange?.days ?? 0
        return (0..<days).first { $0 >= published.decisionDay && notice(published, of: $0) >= asked } ?? days
    }

    /// Days of notice that a change of a service day has: the dates after the decision up to its own, or those of them on which
    /// people work.
    private func notice(_ published: PublishedRoster, of day: Int) -> Int {
        let after = published.decisionDay + 1..<max(published.decisionDay, day) + 1
        guard regime.noticeOfChange?.countsWorkingDays == true else { return after.count }
        return after.count { day in
            let date = calendar.scenario.axis.date(ofDay: day)
            return date.weekday.rawValue < Weekday.saturday.rawValue && !published.publicHolidays.contains(date)
        }
    }

    /// What the agent must work on a day of notice: the shift published, or nothing when there is none or when another rule
    /// of the day forbids it.
    func due(on day: Int) -> WorkedShift? {
        let shifts = published(on: day)
        guard shifts.count == 1, findingsAlone(shifts[0]).isEmpty else { return nil }
        return shifts[0]
    }

    private func published(on day: Int) -> [WorkedShift] {
        calendar.scenario.published?.roster.shifts.filter { $0.agent == agentID && $0.day == day } ?? []
    }

    /// Why published shifts of the days of notice are not due: breaches of each alone on its day, but for an absence or the end
    /// of a contract, which are announced after the publication.
    var withdrawnViolations: [Violation] {
        (0..<noticeDays).flatMap { day in
            let shifts = published(on: day)
            let pieces = LinePieces(given: [], planned: shifts.flatMap { Piece.parts(of: $0) })
            let findings = shifts.count == 1 ? findingsAlone(shifts[0]) : oneShiftADayFindings(pieces)
            return findings.filter { $0.rule != .absence && $0.rule != .contractPeriod }.map {
                $0.violation(of: agentID, acceptedReason: nil)
            }
        }
    }

    /// Changes of the published roster that come too late.
    func noticeFindings(_ shifts: [WorkedShift]) -> [Finding] {
        guard noticeDays > 0, let published = calendar.scenario.published else { return [] }
        return (0..<noticeDays).compactMap { day in
            let worked = shifts.filter { $0.day == day }
            let due = due(on: day)
            if worked.count == (due == nil ? 0 : 1), worked.allSatisfy({ Self.same($0, due) }) { return nil }
            // A day that is over can no longer be changed, with or without notice.
            guard let rule = regime.noticeOfChange, day >= published.decisionDay else {
                return Finding(
                    rule: .noticeOfChange, day: day, measured: 0, limit: 0, isFloor: true, unit: .none,
                    article: regime.noticeOfChange?.source.article ?? "", place: day, days: [day])
            }
            return Finding(
                rule: .noticeOfChange, day: day, measured: notice(published, of: day), limit: rule.days,
                isFloor: true, unit: rule.countsWorkingDays ? .workingDays : .days, article: rule.source.article,
                place: day, days: [day])
        }
    }

    private static func same(_ worked: WorkedShift, _ due: WorkedShift?) -> Bool {
        worked.name == due?.name && worked.stages == due?.stages
    }
}
