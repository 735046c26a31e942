import RosterModel

/// The rules of one contract of a person who has two: the shifts of the other contract are given work.
///
/// The resources that build the lines of one contract are walked here along both lines at once. Given work that breaks a rule by
/// itself counts against the lines, which is stricter than the rule, except for an empty line of the contract.
struct ContractView: Sendable {
    private static let unlawful = -1
    private static let nothing = -2
    /// As many options of one day as the resources can number; pairs beyond are not planned.
    private static let mostOptions = 4000

    private let resources: [any LineResource]
    private let start: LineState
    /// Position among the options of the context by day and pair of choices; a choice is 0 for no shift.
    private let options: [[Int]]
    /// Choice by `day * shifts + shift`, 0 for a shift that is not lawful on the day.
    private let ownChoice: [Int]
    private let otherChoice: [Int]
    private let otherCount: [Int]
    private let shiftCount: Int
    /// Working minutes of the options, and the most of the horizon; the diagrams keep this rule beside their resources.
    private let work: [[Int]]
    private let mostWork: Int

    init(of own: AgentID, beside other: AgentID, in problem: PlanProblem) {
        let scenario = problem.scenario
        let availability = problem.availability[own.value]
        let base = LineContext(agent: own, scenario: scenario, availability: availability)
        let rules = DayRules(own, scenario)
        func pieces(_ shift: ShiftID?, _ day: Int, isPlanned: Bool) -> [WorkPiece] {
            shift.map {
                WorkPiece.parts(
                    scenario[$0].workedParts(day: day, axis: base.axis), breakMinutes: scenario[$0].breakMinutes,
                    isPlanned: isPlanned, base.regime)
            } ?? []
        }
        var choices: [[ShiftOption]] = []
        var options: [[Int]] = []
        for day in 0..<base.axis.dayCount {
            let mine = availability.shifts[day]
            let theirs = problem.availability[other.value].shifts[day]
            let isAccepted = availability.pins[day]?.acceptedReason != nil
            let busy = base.agent.busy.filter { $0.day == day }.map(WorkPiece.init)
            var ofDay: [ShiftOption] = []
            var table: [Int] = []
            for shift in [nil] + mine.map(Optional.some) {
                for second in [nil] + theirs.map(Optional.some) {
                    let beside = pieces(second, day, isPlanned: false)
                    let planned = pieces(shift, day, isPlanned: true)
                    let isForbidden = shift.map { shift in
                        !beside.isEmpty && !isAccepted && !rules.allows(shift, day: day, beside: beside)
                    }
                    if isForbidden == true || ofDay.count > Self.mostOptions {
                        table.append(Self.unlawful)
                    } else if (planned + beside + busy).isEmpty {
                        table.append(Self.nothing)
                    } else {
                        table.append(ofDay.count)
                        ofDay.append(
                            ShiftOption(
                                shift: shift, pieces: WorkPiece.sorted(planned + beside + busy),
                                work: planned.reduce(0) { $0 + $1.work }, isForced: false))
                    }
                }
            }
            choices.append(ofDay)
            options.append(table)
        }
        resources = LineContext(base, options: choices).resources(.all)
        var state = LineState(repeating: 0)
        for resource in resources { resource.begin(&state) }
        start = state
        self.options = options
        work = choices.map { $0.map(\.dayWork) }
        mostWork = base.regime.averageOverHorizon.map { $0.weeklyMinutes * options.count / 7 } ?? .max
        shiftCount = scenario.shifts.count
        ownChoice = Self.choices(availability, shiftCount)
        otherChoice = Self.choices(problem.availability[other.value], shiftCount)
        otherCount = problem.availability[other.value].shifts.map { $0.count + 1 }
    }

    private static func choices(_ availability: Availability, _ shiftCount: Int) -> [Int] {
        var choices = Array(repeating: 0, count: availability.shifts.count * shiftCount)
        for (day, shifts) in availability.shifts.enumerated() {
            for (number, shift) in shifts.enumerated() { choices[day * shiftCount + shift.value] = number + 1 }
        }
        return choices
    }

    /// Whether the contract's line is lawful beside that of the other.
    ///
    /// - Parameter shift: Shifts of a day, of this contract and of the other.
    func isLawful(_ shift: (_ day: Int) -> (own: ShiftID?, other: ShiftID?)) -> Bool {
        var state = start
        var isEmpty = true
        var holds = true
        var total = 0
        for day in options.indices {
            let (own, other) = shift(day)
            if own != nil { isEmpty = false }
            let first = own.map { ownChoice[day * shiftCount + $0.value] } ?? 0
            let second = other.map { otherChoice[day * shiftCount + $0.value] } ?? 0
            let option = options[day][first * otherCount[day] + second]
            if option == Self.unlawful { return false }
            if option != Self.nothing { total += work[day][option] }
            for resource in resources
            where !resource.extend(&state, day: day, option: option == Self.nothing ? nil : option) {
                holds = false
            }
        }
        return (holds && total <= mostWork) || isEmpty
    }
}
