package import RosterModel

/// How the nights of one agent follow each other.
package struct NightRhythm: Hashable, Sendable {
    /// Service days in a row with a night shift (at least 3 h in the town's night clock), the longest run.
    package private(set) var longestNightRun = 0
    /// Shifts that start at least 3 h earlier by the clock than the shift of the service day before.
    package private(set) var earlyTurns = 0

    /// Minutes by which a shift must start earlier than that of the day before to be an early turn.
    package static let turnMinutes = 180

    /// A rhythm of nothing, or of the values given.
    package init(longestNightRun: Int = 0, earlyTurns: Int = 0) {
        self.longestNightRun = longestNightRun
        self.earlyTurns = earlyTurns
    }

    /// Rhythms of all agents, in the order of the scenario.
    package static func all(scenario: Scenario, roster: Roster) -> [NightRhythm] {
        let axis = scenario.axis
        let nights = (-1..<axis.dayCount + 1).map { day in
            let date = axis.date(ofDay: day)
            let start = axis.minute(date: date, clock: scenario.nightClock.start)
            return start..<max(start, axis.minute(date: date, clock: scenario.nightClock.end))
        }
        return roster.lines(agents: scenario.agents.count).map { line in
            var rhythm = NightRhythm()
            var run = 0
            var lastNight = Int.min
            var last: (day: Int, start: Int)?
            for shift in line {
                let start = axis.serviceClock(shift.minutes.lowerBound, day: shift.day)
                if let last, last.day == shift.day - 1, start <= last.start - turnMinutes { rhythm.earlyTurns += 1 }
                last = (shift.day, start)
                // Night windows of the day before, of the day and of the day after are the only ones within reach.
                let near = nights[max(0, shift.day)...min(nights.count - 1, max(0, shift.day) + 2)]
                let minutes = near.reduce(0) { sum, night in
                    shift.parts.reduce(sum) { $0 + $1.clamped(to: night).count }
                }
                guard minutes >= 180, lastNight != shift.day else { continue }
                run = lastNight == shift.day - 1 ? run + 1 : 1
                lastNight = shift.day
                rhythm.longestNightRun = max(rhythm.longestNightRun, run)
            }
            return rhythm
        }
    }
}
