import RosterIO
import RosterModel

/// All lines of one agent that the rules of a model file allow, read from the file alone.
struct ModelWalk {
    private struct Work {
        let day: Int
        let minutes: Range<Int>
        let working: Int
        /// Minutes in the night clock; those of a split shift are told with its first part.
        let night: Int
        let sundays: [Int]
        let shift: Int?
        var isPlanned: Bool { shift != nil }
    }

    private let model: ModelJSON.File
    private let agent: ModelJSON.Agent
    private let regime: ModelJSON.Regime
    private let given: [Work]

    init(_ model: ModelJSON.File, agent: ModelJSON.Agent) {
        self.model = model
        self.agent = agent
        regime = model.regimes[agent.regime]
        given = agent.given.map {
            Work(
                day: $0.day, minutes: $0.minutes[0]..<$0.minutes[1], working: $0.facts.working,
                night: $0.facts.nightMinutes, sundays: $0.facts.sundays, shift: nil)
        }
    }

    /// The parts of a duty's shift; none when the file says nothing of it for the regime.
    private func pieces(of duty: Int) -> [Work] {
        let position = model.duties[duty].shiftDay
        let shift = model.shiftDays[position]
        guard let facts = regime.facts[position] else { return [] }
        let parts = facts.parts ?? [shift.minutes + [facts.working]]
        return parts.enumerated().map { index, part in
            Work(
                day: shift.day, minutes: part[0]..<part[1], working: part[2],
                night: index == 0 ? facts.nightMinutes : 0, sundays: facts.sundays, shift: position)
        }
    }

    /// Lines by day, with the working minutes of their shifts.
    var lines: [(duties: [Int], minutes: Int)] {
        var result: [(duties: [Int], minutes: Int)] = []
        var chosen: [Int] = []
        func visit(_ day: Int) {
            guard day < model.days.count else {
                if let minutes = minutesIfLawful(chosen) { result.append((chosen, minutes)) }
                return
            }
            if !agent.mustWork.contains(day) { visit(day + 1) }
            for duty in agent.duties where model.shiftDays[model.duties[duty].shiftDay].day == day {
                chosen.append(duty)
                visit(day + 1)
                chosen.removeLast()
            }
        }
        visit(0)
        return result
    }

    private func minutesIfLawful(_ duties: [Int]) -> Int? {
        let planned = duties.flatMap(pieces)
        let all = (given + planned).sorted { $0.minutes.lowerBound < $1.minutes.lowerBound }
        let total = planned.reduce(0) { $0 + $1.working }
        if let most = agent.maximumMinutes, total > most { return nil }
        guard sumsHold(planned, all), restHolds(all), rollingDayHolds(all), longRestHolds(all),
            weeksHold(planned, all), weekendsHold(all), sundaysHold(all)
        else { return nil }
        if let limit = regime.consecutiveDays, !runsHold(limit, Set(all.map(\.day)), Set(given.map(\.day))) {
            return nil
        }
        if let limit = regime.consecutiveNights, !runsHold(limit, nights(all), nights(given)) { return nil }
        return total
    }

    // MARK: Hours

    private func sumsHold(_ planned: [Work], _ all: [Work]) -> Bool {
        let isNightWorker = agent.isNightWorker || showsPattern(all) || hasYearOfNights(planned)
        for limit in agent.limits {
            let sum = regime.sums[limit[0]]
            guard isNightWorker || !sum.nightWorkersOnly else { continue }
            let shifts = Set(planned.map(\.shift))
            let minutes = sum.terms.filter { shifts.contains($0[0]) }.reduce(0) { $0 + $1[1] }
            if minutes > limit[1] { return false }
        }
        guard isNightWorker, let most = regime.nightWorker?.dayMinutes else { return true }
        return planned.allSatisfy { shift in
            all.filter { $0.day == shift.day }.reduce(0) { $0 + $1.working } <= most
        }
    }

    private func showsPattern(_ all: [Work]) -> Bool {
        guard let nights = regime.nightWorker?.nights else { return false }
        let worked = self.nights(all)
        return regime.weeks.contains { week in worked.count { week.days[0] <= $0 && $0 < week.days[1] } >= nights }
    }

    private func hasYearOfNights(_ planned: [Work]) -> Bool {
        agent.yearsOfNights.contains { run in
            planned.reduce(0) { $0 + ((run[0]...run[1]).contains($1.day) ? $1.night : 0) } >= run[2]
        }
    }

    private func rollingDayHolds(_ all: [Work]) -> Bool {
        guard let most = regime.rollingDayMinutes else { return true }
        let spans = all.flatMap {
            [
                $0.minutes.lowerBound..<$0.minutes.lowerBound + 1440,
                $0.minutes.upperBound - 1440..<$0.minutes.upperBound,
            ]
        }
        return spans.allSatisfy { span in
            let inside = all.filter { $0.minutes.overlaps(span) }
            let work = inside.reduce(0) { $0 + min($1.minutes.clamped(to: span).count, $1.working) }
            return work <= most || !inside.contains(where: \.isPlanned)
        }
    }

    // MARK: Rest

    private func restHolds(_ all: [Work]) -> Bool {
        guard let rest = regime.dailyRestMinutes else { return true }
        let days = Dictionary(grouping: all, by: \.day).sorted { $0.key < $1.key }.map(\.value)
        return zip(days, days.dropFirst()).allSatisfy { before, after in
            guard let last = before.max(by: { $0.minutes.upperBound < $1.minutes.upperBound }), let first = after.first
            else { return true }
            let isTheirs = last.isPlanned || first.isPlanned
            return !isTheirs || first.minutes.lowerBound - last.minutes.upperBound >= rest
        }
    }

    private func longRestHolds(_ all: [Work]) -> Bool {
        guard let rule = regime.restAfterWork else { return true }
        var work = 0
        var isTheirs = false
        var end = Int.min / 2
        for piece in all {
            if piece.minutes.lowerBound - end >= rule.restMinutes { (work, isTheirs) = (0, false) }
            work += piece.working
            isTheirs = isTheirs || piece.isPlanned
            end = max(end, piece.minutes.upperBound)
            if isTheirs && work > rule.workMinutes { return false }
        }
        return true
    }

    private func weeksHold(_ planned: [Work], _ all: [Work]) -> Bool {
        regime.weeks.allSatisfy { week in
            func days(_ works: [Work]) -> Set<Int> {
                Set(works.map(\.day).filter { week.days[0] <= $0 && $0 < week.days[1] })
            }
            if let most = regime.workedDaysPerWeek, days(all).count > max(most, days(given).count) { return false }
            if let rule = regime.weeklyRest, !hasRest(rule, week, all), hasRest(rule, week, given) {
                return false
            }
            guard let rule = regime.weeklyHalfDays else { return true }
            return halfDaysOff(rule, week, all) >= rule.halfDays || halfDaysOff(rule, week, given) < rule.halfDays
        }
    }

    /// Half-days that lie in one of the spans between works, of those that are long enough.
    private func halfDaysOff(_ rule: ModelJSON.Regime.HalfDays, _ week: ModelJSON.Week, _ works: [Work]) -> Int {
        var rests: [Range<Int>] = []
        var end = -1_000_000
        for work in works {
            if work.minutes.lowerBound - end >= rule.restMinutes { rests.append(end..<work.minutes.lowerBound) }
            end = max(end, work.minutes.upperBound)
        }
        rests.append(end..<1_000_000)
        return (week.halfDays ?? []).count { half in
            rests.contains { $0.lowerBound <= half[0] && half[1] <= $0.upperBound }
        }
    }

    private func hasRest(_ rule: ModelJSON.Regime.WeeklyRest, _ week: ModelJSON.Week, _ works: [Work]) -> Bool {
        var end = -1_000_000
        for start in works.map(\.minutes.lowerBound) + [1_000_000] {
            let inside = min(start, week.minutes[1]) - max(end, week.minutes[0])
            if start - end >= rule.minutes && inside >= max(1, rule.minutesWithinWeek) { return true }
            for work in works where work.minutes.lowerBound == start { end = max(end, work.minutes.upperBound) }
        }
        return false
    }

    private func weekendsHold(_ all: [Work]) -> Bool {
        (regime.weekendRest ?? []).allSatisfy { spans in
            func isFree(_ works: [Work]) -> Bool {
                spans.contains { span in !works.contains { $0.minutes.overlaps(span[0]..<span[1]) } }
            }
            return isFree(all) || !isFree(given)
        }
    }

    // MARK: Days

    /// Service days whose pieces are a night together.
    private func nights(_ works: [Work]) -> Set<Int> {
        let days = Dictionary(grouping: works, by: \.day)
        return Set(days.filter { $0.value.reduce(0) { $0 + $1.night } >= regime.nightShiftMinutes }.keys)
    }

    private func runsHold(_ limit: Int, _ days: Set<Int>, _ known: Set<Int>) -> Bool {
        days.allSatisfy { first in
            let run = first...first + limit
            return !run.allSatisfy(days.contains) || run.allSatisfy(known.contains)
        }
    }

    private func sundaysHold(_ all: [Work]) -> Bool {
        guard let rule = regime.sundaysOff, let first = CivilDate(iso: model.days[0]) else { return true }
        var worked: [Int: [Work]] = [:]
        for work in all { for sunday in work.sundays { worked[sunday, default: []].append(work) } }
        if rule.isJoined {
            for sunday in (all.map(\.day).min() ?? 0)..<model.days.count + 2
            where first.advanced(by: sunday).weekday == .sunday && worked[sunday] == nil {
                let sides = [sunday - 1, sunday + 1].map { day in all.filter { $0.day == day } }
                if sides.allSatisfy({ !$0.isEmpty }) { worked[sunday] = sides.flatMap(\.self) }
            }
        }
        return worked.keys.allSatisfy { last in
            let window = (0..<rule.ofSundays).compactMap { worked[last - 7 * $0] }
            let isTheirs = window.contains { $0.contains(where: \.isPlanned) }
            return window.count <= rule.ofSundays - rule.off || !isTheirs
        }
    }
}
