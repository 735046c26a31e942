import RosterCheck
public import RosterModel

/// All lawful lines of agents on tiny horizons, by trying every choice of every day; `RosterChecker` is the judge.
public struct LineEnumeration {
    /// What one agent may do on each day and all his lawful ways to combine it.
    public struct Lines {
        /// Choices by service day; the first is a day off.
        public let choices: [[WorkedShift?]]
        /// Lawful lines as positions in `choices`, one a day.
        public let lines: [[Int]]
        /// The contract's minimum as it holds, lowered to the longest line, in minutes.
        public let minimumMinutes: Int

        /// Shifts of a line.
        public func shifts(_ line: [Int]) -> [WorkedShift] { line.indices.compactMap { choices[$0][line[$0]] } }
    }

    private let checker: RosterChecker

    /// Speaks of one scenario.
    public init(_ scenario: Scenario) { checker = RosterChecker(scenario) }

    /// All lawful lines of an agent, breaches that a pin's reason accepts included.
    ///
    /// The contract's minimum is lowered to the longest of the lines found.
    public func lines(of agent: AgentID) -> Lines {
        let scenario = checker.scenario
        let duty = Duty(scenario)
        let alone: Set<Rule> = [
            .absence, .allowedSector, .allowedShift, .maximumDay, .amplitude, .nightForbidden, .oneShiftADay,
        ]
        let choices = (0..<scenario.axis.dayCount).map { day -> [WorkedShift?] in
            var choices: [WorkedShift?] = [nil]
            for (index, shift) in scenario.shifts.enumerated() {
                for sector in shift.stages.isEmpty ? scenario.sectors.indices.map({ SectorID($0) }) : [SectorID(0)] {
                    let worked = duty(agent.value, day, ShiftID(index), sector)
                    let violations = checker.violationsButMinimum(of: agent, working: [worked])
                    if violations.allSatisfy({ !alone.contains($0.rule) || $0.acceptedReason != nil }) {
                        choices.append(worked)
                    }
                }
            }
            return choices
        }
        var lines: [(line: [Int], minutes: Int)] = []
        let regime = scenario[scenario[agent].regime]
        var line: [Int] = []
        func visit(_ shifts: [WorkedShift]) {
            guard line.count < choices.count else {
                let violations = checker.violationsButMinimum(of: agent, working: shifts)
                if violations.allSatisfy({ $0.acceptedReason != nil }) {
                    let minutes = shifts.reduce(0) {
                        $0 + $1.parts.map(\.count).reduce(0, +) - (regime.breakCountsAsWork ? 0 : $1.breakMinutes)
                    }
                    lines.append((line, minutes))
                }
                return
            }
            for (index, choice) in choices[line.count].enumerated() {
                line.append(index)
                visit(shifts + [choice].compactMap(\.self))
                line.removeLast()
            }
        }
        visit([])
        // Beside a pin with an accepted reason there is no minimum.
        let hasAccepted = scenario.pins.contains { $0.agent == agent && $0.acceptedReason != nil }
        let minimum = hasAccepted ? 0 : min(scenario[agent].minimumMinutes, lines.map(\.minutes).max() ?? 0)
        return Lines(
            choices: choices, lines: lines.filter { $0.minutes >= minimum }.map(\.line), minimumMinutes: minimum)
    }
}
