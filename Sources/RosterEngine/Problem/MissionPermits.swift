import RosterModel

/// Which stays ``MissionHours`` and the recorded permissions allow.
struct MissionPermits {
    private let hours: ClockRange
    private let scenario: Scenario

    init(_ rule: MissionHours, _ scenario: Scenario) {
        hours = rule.hours
        self.scenario = scenario
    }

    /// Whether the rule does not ask for a permission: static guard, and festivities of the town.
    func exempts(_ shift: Shift, day: Int) -> Bool {
        shift.isStaticGuard || scenario.dayNames[day].contains(MissionHours.festivities)
    }

    /// Whether every minute of a stay lies in the hours of missions or of a permission.
    func allows(_ stay: Range<Int>, in sector: SectorID, day: Int) -> Bool {
        let axis = scenario.axis
        var open = (day - 1...day + 2).map { axis.minutes(day: $0, range: hours) }
        for permission in scenario.nightPermissions where permission.days[day] {
            guard permission.sectors?.contains(sector) ?? true else { continue }
            open.append(axis.minutes(day: day, range: permission.hours))
        }
        open.sort { $0.lowerBound < $1.lowerBound }
        var covered = stay.lowerBound
        for span in open where span.lowerBound <= covered && span.upperBound > covered { covered = span.upperBound }
        return covered >= stay.upperBound
    }
}
