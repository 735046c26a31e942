import CGLPK
import CGLPKGuard
package import LinearProgramming

/// The time by which a solve must return.
package struct Deadline {
    private let end: ContinuousClock.Instant?

    /// Counts from now; `nil` for never.
    package init(seconds: Double?) {
        // A day count beyond what a clock can hold is as good as none.
        end = seconds.flatMap { $0 < 1e9 ? ContinuousClock.now + .seconds(max(0, $0)) : nil }
    }

    /// Milliseconds left, as GLPK counts them: at most `Int32.max`, and 0 when the time is over.
    package var milliseconds: Int32 {
        guard let end else { return .max }
        let left = ContinuousClock.now.duration(to: end)
        guard left > .zero else { return 0 }
        let (seconds, attoseconds) = left.components
        // Rounded up: a rest of half a millisecond is not over yet.
        return Int32(clamping: seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}

/// How a sliced run of the simplex method ended.
package struct SimplexOutcome {
    package var termination: Termination
    package var primalStatus: Feasibility
    package var dualStatus: Feasibility
    /// Objective of the basis reached; zero when no run was made.
    package var objective: Double
    package var pivots: Int
}

extension GLPKProblem {
    /// Runs the simplex method in slices, so that stop requests are seen.
    ///
    /// The basis carries over from slice to slice. A slice is a number of pivots, never a time, so that the same program
    /// goes through the same bases on every machine. It must not be short either: GLPK perturbs degenerate problems only
    /// after 200 stalled pivots within one run, and begins each run with fresh pricing weights.
    package mutating func runSlicedSimplex(
        method: SimplexMethod,
        limits: SolveLimits,
        deadline: Deadline,
        settings: GLPKSolver.Settings
    ) throws(GLPKError) -> SimplexOutcome {
        var slice = max(1, settings.pivotsPerSlice ?? Self.automaticSlice(rows: rowCount))
        let longestSlice = max(1_000, 8 * slice)
        var lastObjective = Double.nan
        var method = method == .primal ? GLP_PRIMAL : GLP_DUALP
        var pivots: Int64 = 0
        var repairs = 0
        var hasRun = false

        func ended(_ termination: Termination, _ problem: borrowing GLPKProblem) throws(GLPKError) -> SimplexOutcome {
            let statuses = hasRun ? try problem.statuses() : (GLP_UNDEF, GLP_UNDEF, 0)
            return SimplexOutcome(
                termination: termination,
                primalStatus: GLPKSolver.feasibility(statuses.0),
                dualStatus: GLPKSolver.feasibility(statuses.1),
                objective: statuses.2,
                pivots: Int(pivots)
            )
        }

        while true {
            if limits.stop() { return try ended(.stopped, self) }
            let milliseconds = deadline.milliseconds
            if milliseconds == 0 { return try ended(.timeLimit, self) }
            let left = limits.iterations.map { max(0, $0 - Int(pivots)) } ?? .max
            // A limit of 0 pivots still runs once: an optimal basis is then recognised, and values are computed.
            if left == 0 && hasRun { return try ended(.iterationLimit, self) }

            let code = try runSimplex(
                glpk_guard_simplex_settings(
                    method: method,
                    pricing: settings.pricing == .textbook ? GLP_PT_STD : GLP_PT_PSE,
                    ratio_test: GLP_RT_HAR,
                    pivot_limit: Int32(clamping: min(slice, left)),
                    time_limit_milliseconds: milliseconds,
                    primal_tolerance: settings.primalTolerance,
                    dual_tolerance: settings.dualTolerance
                ),
                pivots: &pivots
            )
            let log = environment.lastLog
            hasRun = true
            let statuses = try statuses()
            switch try GLPKSolver.verdict(code: code, primal: statuses.primal, dual: statuses.dual, log: log) {
            case .conclusive(let termination):
                return try ended(termination, self)
            case .pivotLimit:
                // What GLPK knows of stalling and of phase 1 is lost between slices, so that short ones may go
                // round in circles: give it more room where nothing moves.
                if statuses.objective == lastObjective { slice = min(2 * slice, longestSlice) }
                lastObjective = statuses.objective
            case .timeLimit:
                return try ended(.timeLimit, self)
            case .unboundedOrInfeasible where method != GLP_PRIMAL:
                method = GLP_PRIMAL
            case .badBasis where repairs < 2:
                repairs += 1
                try setStandardBasis()
            case .gaveUp where repairs < 2:
                repairs += 1
                method = method == GLP_PRIMAL ? GLP_DUALP : GLP_PRIMAL
            case .unboundedOrInfeasible, .badBasis, .gaveUp:
                return try ended(.numericalTrouble(log.isEmpty ? "glp_simplex gave code \(code)" : log), self)
            }
        }
    }

    /// Pivots per slice for a size: one second to a few; depends on nothing but the size.
    ///
    /// Measured on covering programs with four columns a row: 2,700 to 4,200 pivots a second with 300 rows, 500 to 700
    /// with 1,000, 400 with 2,000, 260 to 350 with 4,000.
    package static func automaticSlice(rows: Int) -> Int {
        min(20_000, max(1_000, 1_000_000 / max(1, rows)))
    }
}
