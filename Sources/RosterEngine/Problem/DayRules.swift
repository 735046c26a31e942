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
        if let roster = scenario.published {
            boundDays = 0..<max(0, min(axis.dayCount, roster.decisionDay + (regime.noticeOfChange?.days ?? 0)))
            published = Dictionary(
                roster.roster.shifts.filter { $0.agent == agent }.map { ($0.day, $0) },
                uniquingKeysWith: { first, _ in first })
        } else {
            boundDays = 0..<0
            published = [:]
        }
    }

    /// Whether no rule forbids the shift on the day, wherever it is spent.
    ///
    /// - Parameter other: Work for the other contract of the person on that day.
    func allows(_ id: ShiftID, day: Int, beside other: [WorkPiece] = []) -> Bool {
        let shift = scenario[id]
        guard shift.days[day], shift.stages.allSatisfy({ person.sectors.contains($0.sector) }) else { return false }
        let minutes = axis.minutes(day: day, range: shift.hours)
        guard !minutes.isEmpty, !person.absences.contains(where: { $0.minutes.overlaps(minutes) }),
            !person.standby.contains(where: { $0.overlaps(minutes) }),
            !person.busy.contains(where: { $0.minutes.overlaps(minutes) }),
            !other.contains(where: { $0.minutes.overlaps(minutes) })
        else { return false }
        let piece = WorkPiece(minutes, breakMinutes: shift.breakMinutes, isPlanned: true, regime)
        let busy = person.busy.isEmpty ? [] : person.busy.filter { $0.day == day }.map(WorkPiece.init)
        let given = busy + other
        if let limit = regime.amplitude, amplitude(of: piece, among: given) > limit.minutes { return false }
        if let limit = regime.maximumDay, given.reduce(piece.work, { $0 + $1.work }) > limit.minutes { return false }
        if let limit = regime.shortestShift, minutes.count < limit.minutes { return false }
        if let limit = regime.breakDuringWork, piece.work >= limit.afterMinutes, shift.breakMinutes < limit.minutes {
            return false
        }
        let isNightOff = !person.nightAllowed || regime.nightForbidden != nil
        return !isNightOff || axis.nightMinutes(of: minutes, clock: regime.nightClock) == 0
    }

    /// First start to last end of the pieces that belong together with the shift.
    private func amplitude(of shift: WorkPiece, among given: [WorkPiece]) -> Int {
        guard !given.isEmpty else { return shift.minutes.count }
        let rest = regime.dailyRest?.minutes ?? .max
        var (start, end) = (shift.minutes.lowerBound, shift.minutes.upperBound)
        let sorted = WorkPiece.sorted(given)
        for piece in sorted.reversed()
        where piece.minutes.upperBound <= start && start - piece.minutes.upperBound < rest {
            start = piece.minutes.lowerBound
        }
        for piece in sorted where piece.minutes.lowerBound >= end && piece.minutes.lowerBound - end < rest {
            end = piece.minutes.upperBound
        }
        return end - start
    }

    /// Where the shift may be spent; nil when nowhere.
    func sectors(of id: ShiftID, day: Int) -> Sectors? {
        let shift = scenario[id]
        var isRestricted = false
        var allowed = Set(person.sectors)
        if let missions, !missions.exempts(shift, day: day) {
            let minutes = axis.minutes(day: day, range: shift.hours)
            if shift.stages.isEmpty {
                isRestricted = true
                allowed = allowed.filter { missions.allows(minutes, in: $0, day: day) }
            } else if !shift.stays(day: day, axis: axis).allSatisfy({
                missions.allows($0.minutes, in: $0.sector, day: day)
            }) {
                return nil
            }
        }
        if boundDays.contains(day) {
            guard let told = published[day], told.name == shift.id else { return nil }
            let stays = told.stages.filter { !$0.minutes.isEmpty }
            if shift.stages.isEmpty {
                guard stays.count == 1, stays[0].minutes == axis.minutes(day: day, range: shift.hours) else {
                    return nil
                }
                isRestricted = true
                allowed.formIntersection([stays[0].sector])
            } else if stays != shift.stays(day: day, axis: axis) {
                return nil
            }
        }
        if !isRestricted { return Sectors(restriction: nil) }
        return allowed.isEmpty ? nil : Sectors(restriction: allowed)
    }
}

extension Shift {
    /// Stays of a round on a service day, those that a clock change swallows left out.
    func stays(day: Int, axis: TimeAxis) -> [WorkedShift.Stage] {
        let whole = axis.minutes(day: day, range: hours)
        var start = whole.lowerBound
        var stays: [WorkedShift.Stage] = []
        for stage in stages {
            let until = axis.minute(date: axis.date(ofDay: day), clock: stage.until)
            let end = min(max(start, until), whole.upperBound)
            if end > start { stays.append(WorkedShift.Stage(sector: stage.sector, minutes: start..<end)) }
            start = end
        }
        return stays
    }
}
