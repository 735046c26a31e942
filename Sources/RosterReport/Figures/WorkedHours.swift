package import RosterModel

/// Hours of work of a group of agents by kind, and what they cost.
package struct WorkedHours: Hashable, Sendable {
    /// Agents of the group.
    package var agents = 0
    /// Working minutes, breaks deducted as the regime says.
    package var worked = 0
    /// Contract minutes of the agents who have a limit.
    package var contract = 0
    /// Minutes from start to end, break included and gaps of split shifts left out: the kinds below are parts of them.
    package var present = 0
    /// Minutes in the late window.
    package var late = 0
    /// Minutes in the core of the night.
    package var core = 0
    /// Minutes in the town's night clock.
    package var night = 0
    /// Minutes on Sundays, from 00:00 to 24:00.
    package var sunday = 0
    /// Minutes on public holidays, from 00:00 to 24:00.
    package var holiday = 0
    /// Cost in cents × 60; nil where some agent has no cost.
    package var costSixtieths: Int? = 0

    /// Cost in whole euros, rounded; nil where some agent has none.
    package var euros: Int? { costSixtieths.map { ($0 + 3000) / 6000 } }

    /// Hours of nobody.
    package init() {}

    /// Adds the hours of others.
    package static func += (left: inout Self, right: Self) {
        left.agents += right.agents
        left.worked += right.worked
        left.contract += right.contract
        left.present += right.present
        left.late += right.late
        left.core += right.core
        left.night += right.night
        left.sunday += right.sunday
        left.holiday += right.holiday
        if let sum = left.costSixtieths, let more = right.costSixtieths {
            left.costSixtieths = sum + more
        } else {
            left.costSixtieths = nil
        }
    }

    /// Hours of each agent, in the order of the scenario.
    package static func byAgent(scenario: Scenario, roster: Roster, coverage: CoverageReport) -> [WorkedHours] {
        let axis = scenario.axis
        // Windows of the day before the horizon may reach into it, shifts of its last day out of it.
        let days = -1...axis.dayCount
        func windows(_ range: ClockRange) -> [Range<Int>] { days.map { axis.minutes(day: $0, range: range) } }
        let (late, core) = (windows(scenario.lateWindow), windows(scenario.coreWindow))
        let night = windows(scenario.nightClock)
        let civil = days.map { axis.minutes(ofCivilDay: axis.date(ofDay: $0)) }
        let isSunday = days.map { axis.weekday(ofDay: $0) == .sunday }
        let isHoliday = days.map { (0..<axis.dayCount).contains($0) && scenario.isPublicHoliday(day: $0) }
        var hours = scenario.agents.enumerated().map { index, agent in
            var hours = WorkedHours()
            hours.agents = 1
            hours.worked = coverage.workedMinutes[index]
            hours.contract = agent.maximumMinutes ?? 0
            return hours
        }
        for shift in roster.shifts {
            let parts = shift.parts
            let near = max(0, shift.day)...min(days.count - 1, max(0, shift.day) + 2)
            func inside(_ ranges: [Range<Int>], _ isCounted: (Int) -> Bool = { _ in true }) -> Int {
                near.reduce(0) { sum, day in
                    isCounted(day) ? parts.reduce(sum) { $0 + $1.clamped(to: ranges[day]).count } : sum
                }
            }
            let agent = shift.agent.value
            hours[agent].present += parts.reduce(0) { $0 + $1.count }
            hours[agent].late += inside(late)
            hours[agent].core += inside(core)
            hours[agent].night += inside(night)
            hours[agent].sunday += inside(civil) { isSunday[$0] }
            hours[agent].holiday += inside(civil) { isHoliday[$0] }
        }
        for (index, agent) in scenario.agents.enumerated() {
            let sums = hours[index]
            hours[index].costSixtieths = scenario.hourCosts.first { $0.concerns(agent) }.map {
                sums.worked * $0.base + sums.night * $0.night + sums.sunday * $0.sunday + sums.holiday * $0.holiday
            }
        }
        return hours
    }
}

extension Scenario {
    /// Whether a service day is a public holiday, by the name that the calendar gives to these.
    package func isPublicHoliday(day: Int) -> Bool { dayNames[day].contains("public_holidays") }
}
