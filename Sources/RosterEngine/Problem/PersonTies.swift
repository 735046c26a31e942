import RosterModel

/// Persons with two contracts in one plan (`Meaning`, "Two contracts of one person").
///
/// Each contract has a line of its own, lawful by its own diagram; what both lines break together is judged here. The search
/// keeps to it, and bounds leave it out: they hold for more rosters.
package struct PersonTies {
    private struct Pair {
        let first: Int
        let second: Int
        let firstView: ContractView
        let secondView: ContractView
    }

    /// Other contract by agent, −1 for none.
    let otherOf: [Int]
    private let pairs: [Pair]
    private let pairOf: [Int]
    private let shiftOfDuty: [ShiftID]

    /// The persons of a problem.
    package init(_ problem: PlanProblem) {
        let scenario = problem.scenario
        var otherOf = Array(repeating: -1, count: scenario.agents.count)
        var pairOf = otherOf
        var pairs: [Pair] = []
        for first in scenario.agents.indices where otherOf[first] < 0 {
            guard let second = scenario.otherContract(of: AgentID(first))?.value else { continue }
            for agent in [first, second] { pairOf[agent] = pairs.count }
            otherOf[first] = second
            otherOf[second] = first
            pairs.append(
                Pair(
                    first: first, second: second,
                    firstView: ContractView(of: AgentID(first), beside: AgentID(second), in: problem),
                    secondView: ContractView(of: AgentID(second), beside: AgentID(first), in: problem)))
        }
        self.otherOf = otherOf
        self.pairs = pairs
        self.pairOf = pairOf
        shiftOfDuty = problem.duties.map(\.shift)
    }

    var isEmpty: Bool { pairs.isEmpty }

    /// Both agents of each person.
    var members: [[Int]] { pairs.map { [$0.first, $0.second] } }

    /// Whether both lines of the person of an agent are lawful together.
    ///
    /// - Parameter duty: Duty of an agent on a day, −1 for none.
    package func areLawful(_ agent: Int, _ duty: (_ agent: Int, _ day: Int) -> Int32) -> Bool {
        let pair = pairs[pairOf[agent]]
        func shift(_ agent: Int, _ day: Int) -> ShiftID? {
            let number = duty(agent, day)
            return number < 0 ? nil : shiftOfDuty[Int(number)]
        }
        return pair.firstView.isLawful { (shift(pair.first, $0), shift(pair.second, $0)) }
            && pair.secondView.isLawful { (shift(pair.second, $0), shift(pair.first, $0)) }
    }
}
