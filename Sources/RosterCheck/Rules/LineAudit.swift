import RosterModel

/// All hard rules of one agent, read from a list of shifts.
struct LineAudit {
    /// A shift, of the history or of the roster.
    struct Stint {
        let day: Int
        let minutes: Range<Int>
        let breakMinutes: Int
        let isPast: Bool
    }

    let calendar: RuleCalendar
    let agentID: AgentID
    let agent: Agent
    let regime: Regime
    /// Whether values that come near a limit are found as well.
    var findsNear = false

    init(_ calendar: RuleCalendar, _ agent: AgentID) {
        self.calendar = calendar
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
        let planned = shifts.map {
            Stint(day: $0.day, minutes: $0.minutes, breakMinutes: $0.breakMinutes, isPast: false)
        }
        let all = (pastStints + planned).sorted {
            ($0.minutes.lowerBound, $0.minutes.upperBound) < ($1.minutes.lowerBound, $1.minutes.upperBound)
        }
        return shifts.flatMap(shiftFindings) + dayFindings(planned) + dailyRestFindings(all)
            + weeklyRestFindings(all) + maximumCivilWeekFindings(all) + workedDaysPerWeekFindings(all)
            + consecutiveDaysFindings(all) + consecutiveNightsFindings(all) + sundaysOffFindings(all)
            + averageOverHorizonFindings(planned) + contractMaximumFindings(planned)
    }

    /// Rules that concern one service day.
    private func dayFindings(_ planned: [Stint]) -> [Finding] {
        oneShiftADayFindings(planned) + maximumDayFindings(planned) + amplitudeFindings(planned)
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

    /// Shifts of the history by start.
    var pastStints: [Stint] {
        (agent.history?.shifts ?? []).map {
            Stint(day: $0.day, minutes: $0.minutes, breakMinutes: $0.breakMinutes, isPast: true)
        }.sorted { $0.minutes.lowerBound < $1.minutes.lowerBound }
    }

    /// Whether no rule that looks at the day alone forbids the shift.
    func isLawfulAlone(_ shift: WorkedShift) -> Bool {
        let stint = Stint(
            day: shift.day, minutes: shift.minutes, breakMinutes: shift.breakMinutes, isPast: false)
        return shiftFindings(shift).isEmpty && dayFindings([stint]).isEmpty
    }

    /// Rules that the shifts of pins break by themselves, when some pin has an accepted reason.
    var rulesBrokenByAcceptedPins: Set<Rule> {
        guard pins.contains(where: { $0.acceptedReason != nil }) else { return [] }
        let scenario = calendar.scenario
        let shifts = pins.compactMap { pin -> WorkedShift? in
            guard case .work(let id, let sector) = pin.decision else { return nil }
            let shift = scenario[id]
            let minutes = calendar.minutes(of: shift, day: pin.day)
            let place = sector ?? agent.sectors.first ?? SectorID(0)
            return WorkedShift(
                agent: agentID, day: pin.day, name: shift.id, minutes: minutes, breakMinutes: shift.breakMinutes,
                stages: shift.stages.isEmpty
                    ? [.init(sector: place, minutes: minutes)] : calendar.stages(of: shift, day: pin.day))
        }
        return Set(findings(shifts).map(\.rule))
    }

    func workingMinutes(_ stint: Stint) -> Int {
        calendar.workingMinutes(stint.minutes, breakMinutes: stint.breakMinutes, regime)
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
