import RosterCheck
public import RosterEngine
public import RosterModel

/// What is known of one scenario so far: its best rosters and its proofs. Grows run by run.
public struct ScenarioRecord: Sendable {
    /// Name shown.
    public let name: String
    /// The scenario.
    public let scenario: Scenario
    /// Cost of the variant beyond the base over the horizon, in euros, when its file says so.
    public let cost: Int?
    /// Lawful roster of least level 1 (by all levels among equals), with its figures.
    public private(set) var best: (roster: Roster, coverage: CoverageReport)?
    /// Lawful roster of fewest late minutes missing, with them.
    public private(set) var bestLate: (roster: Roster, minutes: Int)?
    /// Proof of level 1 with the highest bound.
    public private(set) var pointsProof: BoundProof?
    /// Proof of late minutes with the highest bound.
    public private(set) var lateProof: BoundProof?
    /// Seconds of planning.
    public private(set) var seconds = 0.0

    private let checker: RosterChecker

    /// Nothing is known of the scenario yet.
    public init(name: String, scenario: Scenario, cost: Int? = nil) {
        self.name = name
        self.scenario = scenario
        self.cost = cost
        checker = RosterChecker(scenario)
    }

    /// Level 1: proved bound and best roster; the empty roster stands in before the first.
    public var points: ProvedInterval {
        ProvedInterval(
            bound: pointsProof?.bound ?? 0, best: best?.coverage.levels.points ?? scenario.weightedDemand)
    }

    /// Late team-minutes missing: proved bound and least of all rosters known.
    public var lateMinutes: ProvedInterval {
        ProvedInterval(bound: lateProof?.bound ?? 0, best: bestLate?.minutes ?? requiredLateMinutes)
    }

    /// Late team-minutes missing in an empty roster.
    private var requiredLateMinutes: Int {
        let late = scenario.slots(in: scenario.lateWindow)
        return scenario.requirements.reduce(0) { sum, requirement in
            zip(requirement.teams, late).reduce(sum) { $1.1 ? $0 + Int($1.0) * scenario.axis.gridMinutes : $0 }
        }
    }

    /// Known proofs.
    public var proofs: [BoundProof] { [pointsProof, lateProof].compactMap(\.self) }

    /// Rosters that others may start from, the best of level 1 first.
    public var rosters: [Roster] { [best?.roster, bestLate?.roster].compactMap(\.self) }

    /// Keeps a roster where it is better than those known, if it is lawful.
    public mutating func offer(_ roster: Roster) {
        guard checker.violations(in: roster).allSatisfy({ $0.acceptedReason != nil }) else { return }
        let coverage = checker.coverage(of: roster)
        if best.map({ coverage.levels < $0.coverage.levels }) ?? true { best = (roster, coverage) }
        if bestLate.map({ coverage.lateMissingMinutes < $0.minutes }) ?? true {
            bestLate = (roster, coverage.lateMissingMinutes)
        }
    }

    /// Keeps a proof where its bound is higher than those known.
    public mutating func offer(_ proof: BoundProof) {
        switch proof.objective {
        case .points: if proof.bound > pointsProof?.bound ?? -1 { pointsProof = proof }
        case .lateMinutes: if proof.bound > lateProof?.bound ?? -1 { lateProof = proof }
        }
    }

    /// Derives the bounds again with the independent checker, and forgets a proof that does not hold.
    ///
    /// - Parameter threads: Threads to use; the result does not depend on it.
    public mutating func verifyProofs(threads: Int = 1) {
        let checker = CertificateChecker(scenario)
        if let proof = pointsProof, !checker.review(proof, threads: threads).isProved { pointsProof = nil }
        if let proof = lateProof, !checker.review(proof, threads: threads).isProved { lateProof = nil }
    }

    /// Plans the scenario, from what is known of it or else from the given start, and keeps what is found.
    ///
    /// - Parameters:
    ///   - objective: ``BoundObjective/lateMinutes`` searches for the fewest late minutes, whatever level 1 becomes.
    ///   - parameters: Limits of the run.
    /// - Returns: Whether the run was stopped by the user.
    @discardableResult
    public mutating func plan(
        _ objective: BoundObjective, start: PlanStart?, parameters: PlanParameters,
        clock: @escaping @Sendable () -> Double, stop: StopFlag,
        onProgress: @escaping @Sendable (PlanProgress) -> Void = { _ in }
    ) throws -> Bool {
        let began = clock()
        let isLate = objective == .lateMinutes
        var begin = start
        if let roster = isLate ? bestLate?.roster : best?.roster { begin = PlanStart(roster: roster, proofs: proofs) }
        // Counting late minutes only, level 1 is the late minutes, and so are its prices.
        if isLate, let late = begin?.proofs.first(where: { $0.objective == .lateMinutes }) {
            begin?.proofs = [late, late.speaking(of: .points)]
        } else if isLate {
            begin?.proofs = []
        }
        let result = try Planner(
            isLate ? scenario.countingLateMinutes : scenario, parameters: parameters, start: begin
        ).plan(clock: clock, stop: stop, onProgress: onProgress)
        // Only prices of whole objectives carry over to other scenarios.
        let proofs = result.proofs.filter { $0.part == nil }
        for proof in proofs where !isLate || proof.objective == .lateMinutes { offer(proof) }
        if isLate, let proof = proofs.first(where: { $0.objective == .points }) {
            offer(proof.speaking(of: .lateMinutes))
        }
        offer(result.roster)
        seconds += clock() - began
        return result.status == .interrupted
    }
}

extension BoundProof {
    /// The same prices for an objective of equal costs.
    func speaking(of objective: BoundObjective) -> BoundProof {
        var proof = self
        proof.objective = objective
        return proof
    }
}
