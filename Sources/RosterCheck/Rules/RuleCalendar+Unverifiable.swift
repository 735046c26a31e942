import RosterModel

extension RuleCalendar {
    /// Rules that cannot be verified in full, by rule, then reason, with the agents concerned.
    var unverifiable: [UnverifiableRule] {
        let agents = scenario.agents.indices.map { LineAudit(self, AgentID($0)) }
        return Rule.allCases.flatMap { rule in
            UnverifiableRule.Reason.allCases.compactMap { reason in
                let concerned = agents.filter { why(rule, $0) == reason }.map(\.agentID)
                return concerned.isEmpty ? nil : UnverifiableRule(rule: rule, agents: concerned, reason: reason)
            }
        }
    }

    /// Why a rule in force cannot be verified for an agent; nil when it can.
    private func why(_ rule: Rule, _ audit: LineAudit) -> UnverifiableRule.Reason? {
        let regime = audit.regime
        guard regime.sources.contains(where: { $0.rule == rule }) else { return nil }
        let isUnknown = audit.agent.history == nil && audit.agent.contractDays.lowerBound < 0
        switch rule {
        case .dailyRest, .consecutiveDays, .consecutiveNights, .sundaysOff, .restAfterWork, .rollingDay, .weekendRest:
            return isUnknown ? .noHistory : nil
        case .maximumCivilWeek, .weeklyRest, .workedDaysPerWeek:
            let isCut = weeks(startingOn: regime.weekStart).first.map { $0.minutes.lowerBound < 0 } ?? false
            return isUnknown && isCut ? .noHistory : nil
        case .nightWorkerDay:
            return isUnknown && !audit.agent.isNightWorker ? .noHistory : nil
        case .averageOverWeeks: return average(regime.averageOverWeeks?.weeks, audit)
        case .nightWorkerAverage: return average(regime.nightWorkerAverage?.weeks, audit)
        case .noticeOfChange: return scenario.published == nil ? .nothingPublished : nil
        default: return nil
        }
    }

    private func average(_ weeks: Int?, _ audit: LineAudit) -> UnverifiableRule.Reason? {
        guard let weeks, !audit.knowsWeeks(weeks) else { return nil }
        return audit.agent.history == nil ? .noHistory : .shortHistory
    }
}
