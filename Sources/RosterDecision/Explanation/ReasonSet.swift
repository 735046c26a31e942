import RosterModel

/// A set of reasons as bits, for searching subsets.
struct ReasonSet: OptionSet, Hashable {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The set of one reason.
    init(_ reason: GapReason) {
        // Every case is in the list of all cases.
        rawValue = 1 << UInt16(GapReason.allCases.firstIndex(of: reason) ?? 0)
    }

    /// Number of reasons.
    var count: Int { rawValue.nonzeroBitCount }

    /// Reasons in the order of ``GapReason``.
    var reasons: [GapReason] { GapReason.allCases.filter { contains(ReasonSet($0)) } }

    /// Reasons that are relaxed first; the others only when these do not suffice.
    static let relaxable = ReasonSet(
        GapReason.allCases.filter { $0 != .noShift && $0 != .nobodyQualified }.map { ReasonSet($0) })

    /// The same with shifts that do not exist.
    static let withoutShift = relaxable.union(ReasonSet(.noShift))

    /// Subsets of ``relaxable`` and of ``withoutShift`` by size, each size in the order of the reasons.
    static let subsetsOfRelaxable = subsets(of: relaxable)
    static let subsetsWithoutShift = subsets(of: withoutShift)

    private static func subsets(of set: ReasonSet) -> [[ReasonSet]] {
        var bySize = Array(repeating: [ReasonSet](), count: set.count + 1)
        for raw in 0...set.rawValue {
            let subset = ReasonSet(rawValue: raw)
            if subset.isSubset(of: set) { bySize[subset.count].append(subset) }
        }
        return bySize
    }
}

extension GapReason {
    /// The reason that stands for a breach of a rule.
    init(_ rule: Rule) {
        switch rule {
        case .allowedSector: self = .notAllowedHere
        case .absence, .contractPeriod: self = .absent
        case .busyTime: self = .givenWork
        case .nightForbidden: self = .nightForbidden
        case .missionHours: self = .missionHours
        case .dailyRest, .weeklyRest, .consecutiveDays, .consecutiveNights, .sundaysOff, .rollingDay, .restAfterWork,
            .weekendRest, .innerRest, .weeklyHalfDays, .publicHolidaysOff:
            self = .rest
        case .maximumDay, .amplitude, .maximumCivilWeek, .averageOverHorizon, .averageOverWeeks, .nightWorkerDay,
            .nightWorkerAverage:
            self = .workingTimeMaximum
        case .workedDaysPerWeek: self = .workedDaysMaximum
        case .contractMaximum, .contractMinimum: self = .contractHours
        case .pin, .noticeOfChange, .constitutedTeam: self = .fixedDecision
        case .oneShiftADay: self = .otherHour
        case .allowedShift, .shortestShift, .breakDuringWork, .splitDay: self = .noShift
        }
    }
}
