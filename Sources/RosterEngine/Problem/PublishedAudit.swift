import RosterModel

/// Finds agents for whom the published roster, as far as it can no longer be changed, leaves nothing lawful.
enum PublishedAudit {
    /// Those agents who would have a lawful line if the published roster did not bind them.
    ///
    /// - Parameter agents: Agents without lawful line.
    static func bound(_ agents: [AgentID], in scenario: Scenario) -> [AgentID] {
        guard scenario.published != nil else { return [] }
        var free = scenario
        free.published = nil
        return agents.filter { agent in
            let availability = Availability(agent: agent, scenario: free)
            return LineDiagram(LineContext(agent: agent, scenario: free, availability: availability)).isLawful
        }
    }
}
