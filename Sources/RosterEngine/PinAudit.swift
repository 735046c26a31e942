public import RosterModel

/// Finds pins that cannot be kept lawfully.
public enum PinAudit {
    /// Pins of one agent that break rules or each other.
    public struct Fault: Hashable, Sendable {
        /// Agent.
        public let agent: AgentID
        /// Service days of the pins concerned.
        public let days: [Int]
        /// Whether the pin already breaks a rule of its own day; otherwise the pins together leave no lawful line.
        public let isOfOneDay: Bool
    }

    /// The faults, agents in order.
    public static func unlawful(in scenario: Scenario) -> [Fault] {
        let pinned = Set(scenario.pins.map(\.agent)).sorted()
        return pinned.flatMap { agent -> [Fault] in
            let availability = Availability(agent: agent, scenario: scenario)
            let alone = availability.pins.indices.filter { day in
                if case .work? = availability.pins[day]?.decision { return availability.shifts[day].isEmpty }
                return false
            }
            if !alone.isEmpty { return alone.map { Fault(agent: agent, days: [$0], isOfOneDay: true) } }
            let diagram = LineDiagram(LineContext(agent: agent, scenario: scenario, availability: availability))
            if diagram.isLawful { return [] }
            let days = availability.pins.indices.filter { availability.pins[$0] != nil }
            return [Fault(agent: agent, days: days, isOfOneDay: false)]
        }
    }
}
