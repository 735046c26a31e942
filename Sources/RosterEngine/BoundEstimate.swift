public import RosterModel

/// A lower bound from prices known before, in a fraction of the time of a plan.
public enum BoundEstimate {
    /// Proves a bound, starting from the prices of another proof.
    ///
    /// - Parameters:
    ///   - start: Proof of the same objective in positions of the scenario; nil starts from nothing.
    ///   - passes: Most passes of the proximal dual.
    /// - Returns: The best proof found.
    public static func proof(
        _ scenario: Scenario, objective: BoundObjective, start: BoundProof?, passes: Int, threads: Int = 1
    ) -> BoundProof? {
        let problem = PlanProblem(scenario, threads: threads)
        let model = CoverModel(problem, objective: objective, form: .staffings, threads: threads)
        let prices = start.flatMap {
            PlanStart(roster: Roster(shifts: []), proofs: [$0]).prices(in: problem, model: model)
        }
        let dual = ProximalDual(
            evaluator: DualEvaluator(problem: problem, model: model, threads: threads), start: prices)
        var best: DualPoint?
        dual.runWithCuts(passLimit: passes, shouldStop: { false }) { best = $0.best }
        return best.map { ProofBuilder(problem: problem, model: model).proof($0) }
    }
}
