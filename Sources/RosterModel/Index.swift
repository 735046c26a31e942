/// 0-based position of an `Element` in its list of the scenario.
///
/// A phantom type keeps an agent's number from being used as a sector's.
public struct Index<Element>: Hashable, Comparable, Sendable {
    /// Position in the list, 0-based.
    public let value: Int

    /// Wraps a position.
    public init(_ value: Int) { self.value = value }

    /// Orders as the values do.
    public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// Position in ``Scenario/agents``.
public typealias AgentID = Index<Agent>
/// Position in ``Scenario/sectors``.
public typealias SectorID = Index<Sector>
/// Position in ``Scenario/employers``.
public typealias EmployerID = Index<Employer>
/// Position in ``Scenario/professions``.
public typealias ProfessionID = Index<Profession>
/// Position in ``Scenario/regimes``.
public typealias RegimeID = Index<Regime>
/// Position in ``Scenario/shifts``.
public typealias ShiftID = Index<Shift>
/// Position in ``Scenario/teamKinds``.
public typealias TeamKindID = Index<TeamKind>
/// Position in ``Scenario/requirements``.
public typealias RequirementID = Index<CoverRequirement>
/// Position in ``Scenario/agentTypes``.
public typealias AgentTypeID = Index<AgentType>
