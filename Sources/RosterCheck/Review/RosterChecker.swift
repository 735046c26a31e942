public import RosterModel

/// Independent verification of rosters of one scenario.
///
/// It follows the article on the exact meaning of rules and figures with plain code of its own and shares nothing with
/// the engine but the values of `RosterModel`.
public struct RosterChecker: Sendable {
    /// Scenario that rosters are read against.
    public let scenario: Scenario
    let calendar: RuleCalendar

    /// Prepares the check of rosters of a scenario.
    public init(_ scenario: Scenario) {
        self.scenario = scenario
        calendar = RuleCalendar(scenario)
    }

    /// Reads one roster against a scenario.
    public static func check(_ roster: Roster, against scenario: Scenario) -> RosterReview {
        RosterChecker(scenario).check(roster)
    }

    /// Reads one roster in full: rules, coverage, figures of the four levels.
    ///
    /// Agents and sectors of the roster must be positions of the scenario; everything else may be wrong and is reported.
    public func check(_ roster: Roster) -> RosterReview {
        RosterReview(
            violations: violations(in: roster), softBreaches: softBreaches(in: roster),
            nearLimits: nearLimits(in: roster), coverage: coverage(of: roster),
            unverifiable: calendar.unverifiable + openMinimums(in: roster), earnedRests: earnedRests(in: roster),
            withdrawn: withdrawn)
    }

    /// Published shifts that can no longer be changed and yet are not due, since a rule of their own day forbids them: those
    /// breaches, by agent, then day, then rule.
    public var withdrawn: [Violation] {
        scenario.agents.indices.flatMap { Self.sorted(LineAudit(calendar, AgentID($0)).withdrawnViolations) }
    }

    /// Compensatory rest that agents earn: by agent, then in the order of the regime.
    public func earnedRests(in roster: Roster) -> [EarnedRest] {
        let lines = lines(of: roster)
        return scenario.agents.indices.flatMap { index in
            let other = scenario.otherContract(of: AgentID(index)).map { lines[$0.value] }
            return LineAudit(calendar, AgentID(index), beside: other ?? []).earnedRests(lines[index])
        }
    }

    /// Agents below their contract's minimum of whom nobody can say whether more was lawful.
    private func openMinimums(in roster: Roster) -> [UnverifiableRule] {
        let lines = lines(of: roster)
        let agents = scenario.agents.indices.map { AgentID($0) }.filter {
            LineAudit(calendar, $0).leavesMinimumOpen(lines[$0.value])
        }
        return agents.isEmpty
            ? []
            : [UnverifiableRule(rule: .contractMinimum, agents: agents, reason: .minimumPerhapsOutOfReach)]
    }

    /// Breaches of hard rules by all agents: by agent, then day, then rule.
    public func violations(in roster: Roster) -> [Violation] {
        let lines = lines(of: roster)
        let teams = Dictionary(grouping: TeamAudit(calendar).violations(in: lines), by: \.agent)
        return scenario.agents.indices.flatMap { index in
            let other = scenario.otherContract(of: AgentID(index)).map { lines[$0.value] }
            let own = violations(of: AgentID(index), working: lines[index], beside: other ?? [])
            return teams[AgentID(index)].map { Self.sorted(own + $0) } ?? own
        }
    }

    /// Soft rules that are not kept: by agent, then day, then rule.
    public func softBreaches(in roster: Roster) -> [Violation] {
        let lines = lines(of: roster)
        return scenario.agents.indices.flatMap { index in
            let other = scenario.otherContract(of: AgentID(index)).map { lines[$0.value] }
            return Self.sorted(LineAudit(calendar, AgentID(index), beside: other ?? []).softBreaches(of: lines[index]))
        }
    }

    /// Lawful values that come near a limit: by agent, then day, then rule.
    public func nearLimits(in roster: Roster) -> [NearLimit] {
        let lines = lines(of: roster)
        return scenario.agents.indices.flatMap { index in
            let other = scenario.otherContract(of: AgentID(index)).map { lines[$0.value] }
            var known: Set<NearLimit> = []
            return LineAudit(calendar, AgentID(index), beside: other ?? []).nearLimits(of: lines[index]).filter {
                // Two shifts of a night may come near a limit with one and the same value.
                known.insert($0).inserted
            }.sorted {
                ($0.day ?? .max, Self.order[$0.rule] ?? 0, $0.measured)
                    < ($1.day ?? .max, Self.order[$1.rule] ?? 0, $1.measured)
            }
        }
    }

    /// Shifts by agent.
    private func lines(of roster: Roster) -> [[WorkedShift]] { roster.lines(agents: scenario.agents.count) }

    /// Breaches of hard rules by one agent who works these shifts, sorted by start, and no other. What only the whole
    /// roster shows (constituted teams) is not judged.
    ///
    /// - Parameter other: Shifts of the other contract of the person.
    public func violations(
        of agent: AgentID, working shifts: [WorkedShift], beside other: [WorkedShift] = []
    ) -> [Violation] {
        let audit = LineAudit(calendar, agent, beside: other)
        return Self.sorted(audit.violations(of: shifts) + audit.contractMinimumViolations(shifts))
    }

    /// Breaches of all hard rules but the contract's minimum by one agent who works these shifts and no other.
    package func violationsButMinimum(of agent: AgentID, working shifts: [WorkedShift]) -> [Violation] {
        Self.sorted(LineAudit(calendar, agent).violations(of: shifts))
    }

    private static func sorted(_ violations: [Violation]) -> [Violation] {
        guard violations.count > 1 else { return violations }
        return violations.sorted {
            ($0.day ?? .max, order[$0.rule] ?? 0, $0.measured) < ($1.day ?? .max, order[$1.rule] ?? 0, $1.measured)
        }
    }

    private static let order = Dictionary(uniqueKeysWithValues: Rule.allCases.enumerated().map { ($1, $0) })

    /// What no lawful roster of the scenario can cover, because nobody may be there.
    public var presenceFloor: PresenceFloor { PresenceFloorAudit(calendar).floor() }

    /// Coverage and figures of the four levels, whether the roster is lawful or not.
    public func coverage(of roster: Roster) -> CoverageReport { CoverageAudit(scenario).report(roster) }
}
