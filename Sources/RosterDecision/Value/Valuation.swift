import Dispatch
public import RosterEngine
public import RosterModel
import Synchronization

/// Values decisions in late hours: an upper estimate by prices for all of them, planning anew for the best.
///
/// The estimate is proved: the prices of the base, improved by a few passes, bound what any roster with the decision leaves
/// uncovered. Rosters of the base start the plans, so that a decision that only adds something never comes out worse.
public struct Valuation {
    /// What a step is about, for progress.
    public enum Step: Sendable {
        case base
        case estimates(done: Int, of: Int)
        case option(Int, of: Int)
        case target(ProfessionID, agents: Int)
    }

    /// A target for ``StaffingTarget``.
    public struct TargetRequest: Sendable {
        /// Sectors in which one team is wanted.
        public let sectors: [SectorID]
        /// Hours of each night.
        public let hours: ClockRange

        /// Describes a request.
        public init(sectors: [SectorID], hours: ClockRange) {
            self.sectors = sectors
            self.hours = hours
        }
    }

    private let scenario: Scenario
    private let parameters: ComparisonParameters
    private let confirmed: Int
    private let clock: @Sendable () -> Double
    private let stop: StopFlag
    private let onStep: @Sendable (Step, PlanProgress?) -> Void
    /// The base, with its roster and proofs after ``run(target:)``.
    public private(set) var base: ScenarioRecord
    /// Planned options, in the order of the result, with rosters and proofs.
    public private(set) var records: [ScenarioRecord] = []

    /// Shares of the time at which the base, the estimates and the options should be done; the rest is for the target.
    private static let baseShare = 0.2
    private static let optionsEnd = (plain: 0.97, withTarget: 0.7)
    /// Passes of the dual for an estimate.
    private static let estimatePasses = 10
    /// Passes that a candidate gets before it is planned anew.
    private static let refinedPasses = 50
    /// Share of the time at which no more estimates are refined.
    private static let refinementEnd = 0.5

    /// Prepares a valuation.
    ///
    /// - Parameters:
    ///   - confirmed: Number of options, best by estimate, that are planned anew.
    ///   - clock: Seconds since the run counts as started.
    public init(
        _ scenario: Scenario, confirmed: Int, parameters: ComparisonParameters,
        clock: @escaping @Sendable () -> Double, stop: StopFlag = StopFlag(),
        onStep: @escaping @Sendable (Step, PlanProgress?) -> Void = { _, _ in }
    ) {
        self.scenario = scenario
        self.confirmed = confirmed
        self.parameters = parameters
        self.clock = clock
        self.stop = stop
        self.onStep = onStep
        base = ScenarioRecord(name: scenario.name, scenario: scenario)
    }

    private func limits(until end: Double?) -> PlanParameters {
        PlanParameters(
            timeLimit: end, work: parameters.work, threads: parameters.threads, seed: parameters.seed)
    }

    /// Estimates, plans and ranks.
    ///
    /// - Throws: What the LP solver throws.
    public mutating func run(target request: TargetRequest? = nil) throws -> StaffingValue {
        let start = clock()
        func moment(_ share: Double) -> Double? { parameters.timeLimit.map { start + max(0, $0 - start) * share } }
        let onStep = onStep
        try base.plan(
            .lateMinutes, start: nil, parameters: limits(until: moment(Self.baseShare)), clock: clock, stop: stop
        ) { onStep(.base, $0) }
        base.verifyProofs(threads: parameters.threads)
        var candidates = estimated(ValueCandidate.all(scenario))
        candidates.sort(by: Self.isBetter)
        refineBest(&candidates, until: moment(Self.refinementEnd))
        let end = moment(request == nil ? Self.optionsEnd.plain : Self.optionsEnd.withTarget)
        var options: [(option: ValuedOption, record: ScenarioRecord?)] = []
        let count = min(confirmed, candidates.count)
        for (position, item) in candidates.enumerated() {
            var option = ValuedOption(
                decision: item.candidate.decision, paidMinutes: item.candidate.paidMinutes, estimate: item.estimate)
            guard position < count, !stop.isRaised else {
                options.append((option, nil))
                continue
            }
            let slice = end.map { min($0, clock() + max(1, $0 - clock()) / Double(count - position)) }
            let record = try planned(item, until: slice) { onStep(.option(position + 1, of: count), $0) }
            option.lateMinutes = record.lateMinutes
            options.append((option, record))
        }
        // Planned ones by what they gain, the others as estimated.
        let ranked = options.enumerated().sorted { first, second in
            func key(_ item: (option: ValuedOption, record: ScenarioRecord?)) -> (Int, Int) {
                (item.option.lateMinutes == nil ? 1 : 0, item.option.lateMinutes?.best ?? 0)
            }
            let (one, other) = (key(first.element), key(second.element))
            return one != other ? one < other : first.offset < second.offset
        }.map(\.element)
        records = ranked.compactMap(\.record)
        var target: StaffingTarget?
        if let request {
            var search = TargetStaffing(scenario, request, parameters: parameters, clock: clock, stop: stop)
            target = try search.run(until: moment(0.97)) { profession, agents in
                onStep(.target(profession, agents: agents), nil)
            }
        }
        return StaffingValue(base: base.lateMinutes, options: ranked.map(\.option), target: target)
    }

    // MARK: Estimates

    private struct Estimated {
        let number: Int
        let candidate: ValueCandidate
        var proof: BoundProof?
        var estimate: Int
        var isRefined = false
    }

    /// The higher estimate first; of equals the cheaper one, then the earlier one.
    private static func isBetter(_ one: Estimated, _ other: Estimated) -> Bool {
        (-one.estimate, one.candidate.paidMinutes, one.number)
            < (-other.estimate, other.candidate.paidMinutes, other.number)
    }

    /// Gives those who would be planned anew a better estimate, until the best of all keep their places.
    private func refineBest(_ candidates: inout [Estimated], until end: Double?) {
        let transferable = base.lateProof
        while !stop.isRaised, end.map({ clock() < $0 }) ?? true {
            guard let next = candidates.prefix(confirmed).firstIndex(where: { !$0.isRefined }) else { return }
            var item = candidates[next]
            let transfer = ScenarioTransfer(from: scenario, to: item.candidate.scenario)
            let proof = BoundEstimate.proof(
                item.candidate.scenario, objective: .lateMinutes, start: item.proof ?? transferable.map(transfer.proof),
                passes: Self.refinedPasses, threads: parameters.threads)
            if let proof, proof.bound > item.proof?.bound ?? -1 {
                item.proof = proof
                item.estimate = base.lateMinutes.best - proof.bound
            }
            item.isRefined = true
            candidates[next] = item
            candidates.sort(by: Self.isBetter)
        }
    }

    /// Proved upper limits of what each candidate gains, in parallel.
    private func estimated(_ candidates: [ValueCandidate]) -> [Estimated] {
        let (scenario, base, onStep, stop) = (scenario, base, onStep, stop)
        let best = base.lateMinutes.best
        let proof = base.lateProof
        let results = Mutex([Int: Estimated]())
        let next = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: parameters.threads) { _ in
            while true {
                let number = next.withLock { value in
                    defer { value += 1 }
                    return value
                }
                guard number < candidates.count else { return }
                let candidate = candidates[number]
                let transfer = ScenarioTransfer(from: scenario, to: candidate.scenario)
                let found =
                    stop.isRaised
                    ? nil
                    : BoundEstimate.proof(
                        candidate.scenario, objective: .lateMinutes, start: proof.map(transfer.proof),
                        passes: Self.estimatePasses)
                let done = results.withLock { results in
                    results[number] = Estimated(
                        number: number, candidate: candidate, proof: found, estimate: best - (found?.bound ?? 0))
                    return results.count
                }
                onStep(.estimates(done: done, of: candidates.count), nil)
            }
        }
        return results.withLock { results in candidates.indices.compactMap { results[$0] } }
    }

    private func planned(
        _ item: Estimated, until end: Double?, onProgress: @escaping @Sendable (PlanProgress) -> Void
    ) throws -> ScenarioRecord {
        var record = ScenarioRecord(name: scenario.name, scenario: item.candidate.scenario)
        let transfer = ScenarioTransfer(from: scenario, to: item.candidate.scenario)
        for roster in base.rosters { record.offer(transfer.roster(roster)) }
        if let proof = item.proof { record.offer(proof) }
        let roster = base.bestLate?.roster ?? Roster(shifts: [])
        try record.plan(
            .lateMinutes, start: PlanStart(roster: transfer.roster(roster), proofs: record.proofs),
            parameters: limits(until: end), clock: clock, stop: stop, onProgress: onProgress)
        record.verifyProofs(threads: parameters.threads)
        return record
    }
}
