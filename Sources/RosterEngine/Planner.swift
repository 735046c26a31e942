import Dispatch
public import LinearProgramming
public import RosterModel
import Synchronization

/// Makes a plan: the single entry of the engine.
///
/// The dual (bound) and the search (roster) run side by side with two threads. They meet at fixed points only (staffings that
/// the dual has chosen), so the same seed and work give the same result on any number of threads.
public struct Planner: Sendable {
    private let scenario: Scenario
    private let parameters: PlanParameters
    private let solver: (any IncrementalLPSolver)?
    private let start: PlanStart?

    /// Prepares a planner.
    ///
    /// - Parameters:
    ///   - solver: Used by ``PlanParameters/LPEngine/glpk`` and for fractional teams; without one that engine is the
    ///     proximal dual and teams are whole.
    ///   - start: A roster and prices known before; nil starts from nothing.
    public init(
        _ scenario: Scenario, parameters: PlanParameters, solver: (any IncrementalLPSolver)? = nil,
        start: PlanStart? = nil
    ) {
        self.scenario = scenario
        self.parameters = parameters
        self.solver = solver
        self.start = start
    }

    /// Plans until a limit, the proved optimum or a stop request.
    ///
    /// - Parameters:
    ///   - clock: Seconds since the run counts as started; may be a stub in tests.
    ///   - stop: Raised by the caller to end early with the best so far.
    ///   - onProgress: Called from the engine's threads at each improvement and every few passes.
    /// - Returns: A lawful roster with the proofs found, whatever ended the run.
    /// - Throws: What the LP solver throws.
    public func plan(
        clock: @escaping @Sendable () -> Double, stop: StopFlag = StopFlag(),
        onProgress: @escaping @Sendable (PlanProgress) -> Void = { _ in }
    ) throws -> PlanResult {
        let switchedOff = parameters.switchedOff
        let problem = PlanProblem(scenario, threads: parameters.threads, switchedOff: switchedOff)
        let form: CoverModel.Form =
            parameters.boundForm == .staffings ? .staffings : .slots(merged: parameters.mergesSlots)
        let model: CoverModel
        var whole: CoverModel?
        if parameters.teams == .fractional, let solver {
            model = try CoverModel(
                problem, objective: .points, form: form == .staffings ? .staffings : .slots(merged: false),
                threads: parameters.threads, fractional: solver)
            whole = CoverModel(problem, objective: .points, form: form, threads: parameters.threads)
        } else {
            model = CoverModel(
                problem, objective: .points, form: form, threads: parameters.threads, switchedOff: switchedOff)
        }
        let lateModel = CoverModel(
            problem, objective: .lateMinutes, form: form, threads: parameters.threads, switchedOff: switchedOff)
        let board = ProgressBoard(demand: model.demand, parameters: parameters, clock: clock, stop: stop, onProgress)
        board.report(.preparing)

        // Two independent tasks: the bounds, and the first chain of the search.
        let run = PlanRun(
            problem: problem, model: model, lateModel: lateModel, whole: whole, parameters: parameters, board: board,
            solver: solver, start: start)
        if parameters.threads > 1 {
            DispatchQueue.concurrentPerform(iterations: 2) { index in
                if index == 0 {
                    let dual = run.bounds(threads: parameters.threads - 1)
                    run.search(chain: 1, dual: dual)
                } else {
                    run.search(chain: 0)
                }
            }
        } else {
            // A reproducible run has the same chains on any number of threads.
            if parameters.work == nil, start == nil, !switchedOff.contains(.quickStart) { run.firstRoster() }
            let dual = run.bounds(threads: 1)
            run.search(chain: 0)
            run.search(chain: 1, dual: dual)
        }
        return try run.finish()
    }
}
