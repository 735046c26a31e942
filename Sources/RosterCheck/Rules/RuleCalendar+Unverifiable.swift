import RosterModel

extension RuleCalendar {
    /// Rules that cannot be verified in full, by rule, then reason, with the agents concerned.
    var unverifiable: [UnverifiableRule] {
        var concerned: [Rule: [UnverifiableRule.Reason: [AgentID]]] = [:]
        for index in scenario.agents.indices {
            let audit = LineAudit(self, AgentID(index))
            for (rule, _) in audit.regime.sources {
                guard let reason = why(rule, audit) else { continue }
                concerned[rule, default: [:]][reason, default: []].append(audit.agentID)
            }
        }
        return Rule.allCases.flatMap { rule in
            UnverifiableRule.Reason.allCases.compactMap { reason in
                concerned[rule]?[reason].map { UnverifiableRule(rule: rule, agents: $0, reason: reason) }
            }
        }
    }

    /// Why a rule in force cannot be verified for an agent; nil when it can.
    private func why(_ rule: Rule, _ audit: LineAudit) -> UnverifiableRule.Reason? {
        let regime = audit.regime
        let isUnknown = audit.agent.history == nil && audit.agent.contractDays.lowerBound < 0
        switch rule {
        case .dailyRest, .consecutiveDays, .consecutiveNights, .sundaysOff, .restAfterWork, .rollingDay, .weekendRest:
            return isUnknown ? .noHistory : nil
        case .maximumCivilWeek, .weeklyRest, .workedDaysPerWeek, .weeklyHalfDays:
            let isCut = weeks(startingOn: regime.weekStart).first.map { $0.minutes.lowerBound < 0 } ?? false
            return isUnknown && isCut ? .noHistory : nil
        case .nightWorkerDay:
            if isUnknown { return audit.agent.isNightWorker ? nil : .noHistory }
            return audit.knowsYearOfNights ? nil : .shortHistory
        case .averageOverWeeks: return average(regime.averageOverWeeks?.weeks, audit)
        case .nightWorkerAverage:
            let reason = average(regime.nightWorkerAverage?.weeks, audit)
            return reason ?? (isUnknown || audit.knowsYearOfNights ? nil : .shortHistory)
        case .noticeOfChange: return scenario.published == nil ? .nothingPublished : nil
        default: return nil
        }
    }

    private func average(_ weeks: Int?, _ audit: LineAudit) -> UnverifiableRule.Reason? {
        guard let weeks, !audit.knowsWeeks(weeks) else { return nil }
        return audit.agent.history == nil ? .noHistory : .shortHistory
    }
}
