import RosterModel

/// All hard rules of one agent, read from a list of shifts.
///
/// A breach is the roster's when a shift of it takes part; what history and busy intervals break by themselves is not.
struct LineAudit {
    let calendar: RuleCalendar
    let agentID: AgentID
    let agent: Agent
    /// The regime, or the regime as wished while soft rules are looked at.
    private(set) var regime: Regime
    /// What the person works for the other contract: given work, seen from this one.
    let beside: [Piece]
    /// Whether values that come near a limit are found as well.
    var findsNear = false

    /// - Parameter beside: Shifts of the other contract of the person.
    init(_ calendar: RuleCalendar, _ agent: AgentID, beside: [WorkedShift] = []) {
        self.calendar = calendar
        self.beside = beside.flatMap { Piece.parts(of: $0, origin: .otherContract) }
        agentID = agent
        self.agent = calendar.scenario[agent]
        regime = calendar.scenario[self.agent.regime]
    }

    var pins: [Pin] { calendar.scenario.pins.filter { $0.agent == agentID } }

    /// Breaches of a line, but for the contract's minimum; those that accepted pins make by themselves carry the reason.
    func violations(of shifts: [WorkedShift]) -> [Violation] {
        let found = findings(shifts)
        let accepted = pins.filter { $0.acceptedReason != nil }
        var violations: [Violation] = []
        if accepted.isEmpty || found.isEmpty {
            violations = found.map { $0.violation(of: agentID, acceptedReason: nil) }
        } else {
            let pinned = findings(pinnedPart(of: shifts))
            violations = found.map { finding in
                let isMadeByPins = pinned.contains {
                    $0.rule == finding.rule && $0.place == finding.place && finding.severity <= $0.severity
                }
                let pin = isMadeByPins ? accepted.last { finding.days.contains($0.day) } : nil
                return finding.violation(of: agentID, acceptedReason: pin?.acceptedReason)
            }
        }
        return violations + pinViolations(shifts)
    }

    /// The shifts that pins ask for.
    private func pinnedPart(of shifts: [WorkedShift]) -> [WorkedShift] {
        shifts.filter { shift in pins.contains { $0.day == shift.day && $0.decision != .off && isKept($0, by: [shift]) }
        }
    }

    /// Breaches of all rules but pins and the contract's minimum, which look at what is not worked.
    private func findings(_ shifts: [WorkedShift]) -> [Finding] {
        let pieces = LinePieces(given: given, planned: shifts.flatMap { Piece.parts(of: $0) })
        return shifts.flatMap(shiftFindings) + noticeFindings(shifts) + dayFindings(pieces)
            + dailyRestFindings(pieces) + weeklyRestFindings(pieces) + weekendRestFindings(pieces)
            + weeklyHalfDaysFindings(pieces)
            + restAfterWorkFindings(pieces) + rollingDayFindings(pieces) + maximumCivilWeekFindings(pieces)
            + workedDaysPerWeekFindings(pieces) + consecutiveDaysFindings(pieces) + consecutiveNightsFindings(pieces)
            + sundaysOffFindings(pieces) + averageOverHorizonFindings(pieces) + averageOverWeeksFindings(pieces)
            + nightWorkerFindings(pieces) + contractMaximumFindings(pieces)
    }

    /// Rules that concern one service day.
    private func dayFindings(_ pieces: LinePieces) -> [Finding] {
        oneShiftADayFindings(pieces) + maximumDayFindings(pieces) + amplitudeFindings(pieces)
            + innerRestFindings(pieces)
    }

    /// Values of a lawful line that come near a limit, by the margins of ``NearLimit``.
    func nearLimits(of shifts: [WorkedShift]) -> [NearLimit] {
        var audit = self
        audit.findsNear = true
        return audit.findings(shifts).filter { !$0.isBreach }.map {
            NearLimit(
                rule: $0.rule, agent: agentID, day: $0.day, measured: $0.measured, limit: $0.limit, unit: $0.unit,
                article: $0.article, days: Array(Set($0.days)).sorted())
        }
    }

    /// Soft rules that a line does not keep. Where a hard rule is broken at the same place its breach says enough.
    func softBreaches(of shifts: [WorkedShift]) -> [Violation] {
        guard let wished = regime.wished else { return [] }
        let soft = Set(regime.softSources.map(\.rule))
        let hard = findings(shifts)
        var audit = self
        audit.regime = wished
        return audit.findings(shifts).filter { finding in
            soft.contains(finding.rule)
                && !hard.contains { $0.rule == finding.rule && $0.place == finding.place }
        }.map { $0.violation(of: agentID, acceptedReason: nil) }
    }

    /// A value that must not exceed a limit; nil when it does not (and does not come near, if that is asked for).
    func judge(
        _ rule: Rule, _ measured: Int, atMost limit: Int, _ unit: Violation.Unit, _ source: RuleSource, day: Int?,
        place: Int, days: @autoclosure () -> [Int]
    ) -> Finding? {
        guard measured > limit || (findsNear && NearLimit.isNear(measured, limit, unit)) else { return nil }
        return Finding(
            rule: rule, day: day, measured: measured, limit: limit, isFloor: false, unit: unit,
            article: source.article, place: place, days: days())
    }

    /// A value that must reach a limit; nil when it does (and does not come near, if that is asked for).
    func judge(
        _ rule: Rule, _ measured: Int, atLeast limit: Int, _ unit: Violation.Unit, _ source: RuleSource, day: Int?,
        place: Int, days: @autoclosure () -> [Int]
    ) -> Finding? {
        guard measured < limit || (findsNear && NearLimit.isNear(measured, limit, unit)) else { return nil }
        return Finding(
            rule: rule, day: day, measured: measured, limit: limit, isFloor: true, unit: unit,
            article: source.article, place: place, days: days())
    }

    // MARK: Pieces of work

    /// Shifts of the history by start.
    var history: [Piece] {
        (agent.history?.shifts ?? []).map {
            Piece(day: $0.day, minutes: $0.minutes, breakMinutes: $0.breakMinutes, origin: .history)
        }.sorted { $0.minutes.lowerBound < $1.minutes.lowerBound }
    }

    /// Busy intervals by start.
    private var busy: [Piece] {
        agent.busy.map { Piece(day: $0.day, minutes: $0.minutes, breakMinutes: 0, origin: .busy) }
    }

    /// What the agent works whatever the roster says.
    var given: [Piece] { history + busy + beside }

    /// Working minutes of a piece; a busy interval counts in full.
    func workingMinutes(_ piece: Piece) -> Int {
        piece.origin == .busy
            ? piece.minutes.count
            : calendar.workingMinutes(piece.minutes, breakMinutes: piece.breakMinutes, regime)
    }

    /// Working minutes of a piece inside a span.
    func workingMinutes(_ piece: Piece, inside span: Range<Int>) -> Int {
        piece.origin == .busy
            ? piece.minutes.clamped(to: span).count
            : calendar.workingMinutes(piece.minutes, breakMinutes: piece.breakMinutes, inside: span, regime)
    }

    /// Service days that pieces make nights, those of one day together.
    func nights(_ pieces: [Piece]) -> Set<Int> {
        var minutes: [Int: Int] = [:]
        for piece in pieces {
            minutes[piece.day, default: 0] += calendar.minutes(
                of: piece.minutes, day: piece.day, inside: regime.nightClock)
        }
        return Set(minutes.filter { $0.value >= regime.nightShiftMinutes }.keys)
    }

    /// Breaches of rules that look at the day alone by a shift; the notice of changes is left to the caller.
    func findingsAlone(_ shift: WorkedShift) -> [Finding] {
        let busy = busy.filter { $0.day == shift.day }
        return shiftFindings(shift) + dayFindings(LinePieces(given: busy, planned: Piece.parts(of: shift)))
    }

    /// Rules that the shifts of pins break by themselves, when some pin has an accepted reason.
    var rulesBrokenByAcceptedPins: Set<Rule> {
        guard pins.contains(where: { $0.acceptedReason != nil }) else { return [] }
        let shifts = pins.compactMap { pin -> WorkedShift? in
            guard case .work(let id, let sector) = pin.decision else { return nil }
            return calendar.worked(id, by: agentID, on: pin.day, in: sector ?? agent.sectors.first ?? SectorID(0))
        }
        return Set(findings(shifts).map(\.rule))
    }

    // MARK: Pins

    private func isKept(_ pin: Pin, by shifts: [WorkedShift]) -> Bool {
        let ofDay = shifts.filter { $0.day == pin.day }
        switch pin.decision {
        case .off: return ofDay.isEmpty
        case .work(let shift, let sector):
            let wanted = calendar.scenario[shift]
            return ofDay.contains { worked in
                worked.name == wanted.id
                    && (sector == nil || !wanted.stages.isEmpty || worked.stages.allSatisfy { $0.sector == sector })
            }
        }
    }

    private func pinViolations(_ shifts: [WorkedShift]) -> [Violation] {
        pins.filter { !isKept($0, by: shifts) }.map {
            Violation(
                rule: .pin, agent: agentID, day: $0.day, measured: 0, limit: 0, unit: .none, article: "",
                days: [$0.day])
        }
    }
}
