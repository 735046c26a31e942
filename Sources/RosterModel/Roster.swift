/// All lines together: who works when and where.
public struct Roster: Sendable {
    /// Shifts by agent, then start.
    public let shifts: [WorkedShift]

    /// Sorts and wraps shifts; nothing else is checked here.
    public init(shifts: [WorkedShift]) {
        self.shifts = shifts.sorted {
            ($0.agent.value, $0.minutes.lowerBound, $0.day) < ($1.agent.value, $1.minutes.lowerBound, $1.day)
        }
    }

    /// Shifts by agent, each line by start.
    ///
    /// - Parameter agents: Number of agents of the scenario.
    public func lines(agents: Int) -> [[WorkedShift]] {
        var lines = Array(repeating: [WorkedShift](), count: agents)
        for shift in shifts { lines[shift.agent.value].append(shift) }
        return lines
    }

    /// Hash of the content, in hexadecimal: equal rosters of one scenario have equal hashes whatever file they are in.
    public func hash(in scenario: Scenario) -> String {
        var hash = ContentHash()
        for shift in shifts {
            hash.add(scenario[shift.agent].id)
            hash.add("|\(shift.day)|\(shift.minutes.lowerBound)|\(shift.minutes.upperBound)|\(shift.breakMinutes)|")
            hash.add(shift.name)
            for stage in shift.stages {
                hash.add("|\(scenario[stage.sector].id)@\(stage.minutes.lowerBound)-\(stage.minutes.upperBound)")
            }
            hash.add("\n")
        }
        return hash.hexadecimal
    }
}
