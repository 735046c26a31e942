import RosterCheck
public import RosterEngine
public import RosterModel

/// Plans a base scenario and its variants with shared work until their intervals part or the time is over.
///
/// Rosters travel: each one found is judged in every scenario and kept where it is lawful and better. A variant that only
/// adds possibilities is therefore never worse than the base on level 1 or late hours. Prices travel as well and start the
/// bounds. Time goes first to the base, then evenly to the variants, then to the pairs whose intervals still overlap.
public struct Comparator {
    /// What a run is about, for progress.
    public struct Step: Sendable {
        /// Name of the scenario being planned.
        public let name: String
        /// Number of the run, from 1.
        public let number: Int
    }

    /// Base first, then variants.
    public private(set) var records: [ScenarioRecord]
    private let parameters: ComparisonParameters
    private let clock: @Sendable () -> Double
    private let stop: StopFlag
    private let onProgress: @Sendable (Step, PlanProgress) -> Void
    private var runs = 0
    private var isInterrupted = false

    /// Share of the time for the base, and the share at which the first round over all variants ends.
    private static let baseShare = 0.2
    private static let firstRoundEnd = 0.65
    /// Shortest run worth its preparation, in seconds.
    private static let shortestRun = 3.0

    /// Prepares a comparison.
    ///
    /// - Parameter clock: Seconds since the run counts as started.
    public init(
        base: ScenarioRecord, variants: [ScenarioRecord], parameters: ComparisonParameters,
        clock: @escaping @Sendable () -> Double, stop: StopFlag = StopFlag(),
        onProgress: @escaping @Sendable (Step, PlanProgress) -> Void = { _, _ in }
    ) {
        records = [base] + variants
        self.parameters = parameters
        self.clock = clock
        self.stop = stop
        self.onProgress = onProgress
    }

    /// Runs until everything is told apart or a limit is reached.
    ///
    /// - Throws: What the LP solver throws.
    public mutating func run() throws -> ScenarioComparison {
        let start = clock()
        // Time to check the proofs and to write the results is kept free.
        let end = parameters.timeLimit.map { start + max(0, $0 - start) * 0.95 }
        func moment(_ share: Double) -> Double? { end.map { start + ($0 - start) * share } }
        try plan(0, .points, until: moment(Self.baseShare))
        let variants = records.indices.dropFirst()
        let slice = (Self.firstRoundEnd - Self.baseShare) / Double(max(1, variants.count))
        for number in variants {
            try plan(number, .points, until: moment(Self.baseShare + slice * Double(number)))
        }
        if let end { try separate(until: end) } else { try separate(rounds: 1) }
        // No verdict rests on a bound that the checker does not derive as well.
        for number in records.indices { records[number].verifyProofs(threads: parameters.threads) }
        return comparison(seconds: clock() - start)
    }

    // MARK: Extra time

    /// Scenarios that a longer run may tell apart, each with the objective on which to work.
    private var open: [(record: Int, objective: BoundObjective)] {
        func isOpen(_ figure: KeyPath<ScenarioRecord, ProvedInterval>, _ variant: Int) -> Bool {
            let (mine, base) = (records[variant][keyPath: figure], records[0][keyPath: figure])
            return ComparisonVerdict(variant: mine, base: base) == .indistinguishable
                && !(mine.isClosed && base.isClosed)
        }
        let variants = records.indices.dropFirst()
        let points = variants.filter { isOpen(\.points, $0) }
        let late = variants.filter { isOpen(\.lateMinutes, $0) }
        var work: [(Int, BoundObjective)] = []
        if !points.isEmpty { work.append((0, .points)) }
        work += points.map { ($0, .points) }
        if !late.isEmpty { work.append((0, .lateMinutes)) }
        work += late.map { ($0, .lateMinutes) }
        return work.filter { record, objective in
            objective == .points ? !records[record].points.isClosed : !records[record].lateMinutes.isClosed
        }
    }

    private mutating func separate(until end: Double) throws {
        while !isInterrupted, end - clock() >= Self.shortestRun {
            let work = open
            if work.isEmpty { return }
            // One round over all open pairs; what parts early leaves its time to the others.
            for (position, item) in work.enumerated() where open.contains(where: { $0 == item }) {
                let slice = max(Self.shortestRun, (end - clock()) / Double(work.count - position))
                guard end - clock() >= Self.shortestRun else { return }
                try plan(item.record, item.objective, until: min(end, clock() + slice))
            }
        }
    }

    private mutating func separate(rounds: Int) throws {
        for _ in 0..<rounds {
            for item in open where open.contains(where: { $0 == item }) {
                try plan(item.record, item.objective, until: nil)
            }
        }
    }

    // MARK: One run

    private mutating func plan(_ number: Int, _ objective: BoundObjective, until end: Double?) throws {
        guard !isInterrupted else { return }
        runs += 1
        let step = Step(name: records[number].name, number: runs)
        let onProgress = onProgress
        // Before its own first run a variant starts from the base.
        var start: PlanStart?
        if number > 0, let roster = records[0].best?.roster {
            let transfer = ScenarioTransfer(from: records[0].scenario, to: records[number].scenario)
            start = PlanStart(roster: transfer.roster(roster), proofs: records[0].proofs.map(transfer.proof))
        }
        let limits = PlanParameters(
            timeLimit: end, work: parameters.work, threads: parameters.threads,
            seed: parameters.seed &+ UInt64(runs - 1))
        isInterrupted = try records[number].plan(
            objective, start: start, parameters: limits, clock: clock, stop: stop
        ) { onProgress(step, $0) }
        share(from: number)
    }

    /// Offers the rosters of one scenario to all others.
    private mutating func share(from number: Int) {
        for other in records.indices where other != number {
            let transfer = ScenarioTransfer(from: records[number].scenario, to: records[other].scenario)
            for roster in records[number].rosters { records[other].offer(transfer.roster(roster)) }
        }
    }

    private func comparison(seconds: Double) -> ScenarioComparison {
        ScenarioComparison(
            base: records[0].figures, variants: records.dropFirst().map(\.figures),
            firstDay: records[0].scenario.axis.firstDay, dayCount: records[0].scenario.axis.dayCount,
            isInterrupted: isInterrupted, seconds: seconds)
    }
}

extension ScenarioRecord {
    /// The figures of the record, as a comparison shows them.
    var figures: ComparedCase {
        let coverage = best?.coverage ?? CoverageReport(scenario: scenario)
        return ComparedCase(
            name: name, points: points, lateMinutes: lateMinutes, weightedDemand: scenario.weightedDemand,
            lateRequiredMinutes: coverage.lateRequiredMinutes, coreMissingMinutes: coverage.coreMissingMinutes,
            nobodyMinutes: coverage.nobodyMinutes, levels: coverage.levels, agents: scenario.agents.count,
            workedMinutes: coverage.workedMinutes.reduce(0, +),
            contractMinutes: scenario.agents.reduce(0) { $0 + ($1.maximumMinutes ?? 0) }, cost: cost, seconds: seconds)
    }
}
