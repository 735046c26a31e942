import RosterModel

/// The rules of work that look at one service day of one agent (`Meaning`, "Lawful shifts of one day"), absences in whole
/// days and the contract left aside.
struct DayRules {
    /// Sectors of a shift that is spent in one sector, where the day allows fewer than the agent has.
    struct Sectors {
        let restriction: Set<SectorID>?
    }

    private let scenario: Scenario
    private let agent: AgentID
    private let person: Agent
    private let regime: Regime
    private let axis: TimeAxis
    private let missions: MissionPermits?
    /// Dates on which nobody of the regime works, in elapsed minutes.
    private let closedDates: [Range<Int>]
    /// Published shift by service day, as far as the published roster binds.
    private let published: [Int: WorkedShift]
    /// Service days on which the published roster stands.
    let boundDays: Range<Int>

    init(_ agent: AgentID, _ scenario: Scenario) {
        self.scenario = scenario
        self.agent = agent
        person = scenario[agent]
        regime = scenario[person.regime]
        axis = scenario.axis
        missions = regime.missionHours.map { MissionPermits($0, scenario) }
        closedDates =
            regime.publicHolidaysOff == nil
            ? []
            : scenario.publicHolidays.map { [axis] date in
                axis.minute(date: date, clock: 0)..<axis.minute(date: date.advanced(by: 1), clock: 0)
            }
        if let roster = scenario.published {
            boundDays = 0..<max(0, min(axis.dayCount, Self.firstFreeDay(roster, regime.noticeOfChange, axis)))
            published = Dictionary(
                roster.roster.shifts.filter { $0.agent == agent }.map { ($0.day, $0) },
                uniquingKeysWith: { first, _ in first })
        } else {
            boundDays = 0..<0
            published = [:]
        }
    }

    /// First service day that changes decided on a day may concern.
    private static func firstFreeDay(_ roster: PublishedRoster, _ rule: NoticeOfChange?, _ axis: TimeAxis) -> Int {
        guard let rule else { return roster.decisionDay }
        guard rule.countsWorkingDays else { return roster.decisionDay + rule.days }
        var (day, left) = (roster.decisionDay, rule.days)
        while left > 0 {
            day += 1
            let date = axis.date(ofDay: day)
            let isFree = date.weekday == .saturday || date.weekday == .sunday || roster.publicHolidays.contains(date)
            if !isFree { left -= 1 }
        }
        return day
    }

    /// Whether no rule forbids the shift on the day, wherever it is spent.
    ///
    /// - Parameter other: Work for the other contract of the person on that day.
    func allows(_ id: ShiftID, day: Int, beside other: [WorkPiece] = []) -> Bool {
        let shift = scenario[id]
        guard shift.days[day], shift.stages.allSatisfy({ person.sectors.contains($0.sector) }) else { return false }
        let spans = shift.workedParts(day: day, axis: axis)
        guard !spans.isEmpty, !spans.contains(where: isTaken),
            !spans.contains(where: { span in other.contains { $0.minutes.overlaps(span) } }),
            !spans.contains(where: { span in closedDates.contains { $0.overlaps(span) } })
        else { return false }
        let parts = WorkPiece.parts(spans, breakMinutes: shift.breakMinutes, regime)
        let busy = person.busy.isEmpty ? [] : person.busy.filter { $0.day == day }.map(WorkPiece.init)
        let given = busy + other
        let span = span(of: parts, among: busy.map(\.minutes) + [other].filter { !$0.isEmpty }.map(\.minutes))
        if let limit = regime.amplitude, span.count > limit.minutes { return false }
        if let limit = regime.maximumDay, (parts + given).reduce(0, { $0 + $1.work }) > limit.minutes { return false }
        let split = SplitShift(parts, breakMinutes: shift.breakMinutes)
        if let limit = regime.splitDay, !split.keeps(limit) { return false }
        if let limit = regime.shortestShift, !split.keeps(limit) { return false }
        if let limit = regime.breakDuringWork, !split.keeps(limit) { return false }
        if let limit = regime.innerRest {
            let pieces = (parts + given).filter { span.contains($0.minutes.lowerBound) }
            if !SplitShift(pieces, breakMinutes: shift.breakMinutes).keeps(limit) { return false }
        }
        let isNightOff = !person.nightAllowed || regime.nightForbidden != nil
        return !isNightOff || spans.allSatisfy { axis.nightMinutes(of: $0, clock: regime.nightClock) == 0 }
    }

    /// Whether an absence with hours, given work or standby lies in the way.
    private func isTaken(_ minutes: Range<Int>) -> Bool {
        person.absences.contains { $0.minutes.overlaps(minutes) } || person.standby.contains { $0.overlaps(minutes) }
            || person.busy.contains { $0.minutes.overlaps(minutes) }
    }

    /// First start to last end of what belongs together with the shift.
    ///
    /// - Parameter given: Busy intervals, and the other contract's shift as a whole: its gaps part it no more than those of this
    ///   shift do.
    private func span(of shift: [WorkPiece], among given: [Range<Int>]) -> Range<Int> {
        let rest = regime.dailyRest?.minutes ?? .max
        var span = shift.minutes
        var apart = given
        while let near = apart.firstIndex(where: {
            $0.lowerBound - span.upperBound < rest && span.lowerBound - $0.upperBound < rest
        }) {
            let added = apart.remove(at: near)
            span = min(span.lowerBound, added.lowerBound)..<max(span.upperBound, added.upperBound)
        }
        return span
    }

    /// Where the shift may be spent; nil when nowhere.
    func sectors(of id: ShiftID, day: Int) -> Sectors? {
        let shift = scenario[id]
        var isRestricted = false
        var allowed = Set(person.sectors)
        if let missions, !missions.exempts(shift, day: day) {
            func allows(in sector: SectorID) -> Bool {
                shift.stays(in: sector, day: day, axis: axis).allSatisfy {
                    missions.allows($0.minutes, in: $0.sector, day: day)
                }
            }
            if shift.stages.isEmpty {
                isRestricted = true
                allowed = allowed.filter(allows)
            } else if !allows(in: shift.stages[0].sector) {
                return nil
            }
        }
        if boundDays.contains(day) {
            guard let told = published[day], told.name == shift.id else { return nil }
            let stays = told.stages.filter { !$0.minutes.isEmpty }
            guard let sector = stays.first?.sector, stays == shift.stays(in: sector, day: day, axis: axis) else {
                return nil
            }
            if shift.stages.isEmpty {
                isRestricted = true
                allowed.formIntersection([sector])
            }
        }
        if !isRestricted { return Sectors(restriction: nil) }
        return allowed.isEmpty ? nil : Sectors(restriction: allowed)
    }
}
