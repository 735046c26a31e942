import CGLPK
package import LinearProgramming

/// What one run of the simplex method means, from its return code and both statuses.
package enum SimplexVerdict: Equatable {
    /// The question is answered.
    case conclusive(Termination)
    /// The dual is infeasible and the primal unknown: unbounded or infeasible, the primal method tells.
    case unboundedOrInfeasible
    /// The limit of pivots of this run was reached.
    case pivotLimit
    /// The limit of time of this run was reached.
    case timeLimit
    /// The basis cannot be factorised.
    case badBasis
    /// The method gave up.
    case gaveUp
}

extension GLPKSolver {
    /// The one table from GLPK's answers to outcomes.
    ///
    /// The statuses are read one by one: GLPK's combined status leans to the primal side and hides what is known of
    /// the dual.
    ///
    /// - Throws: ``GLPKError`` for codes that correct use never gives.
    package static func verdict(
        code: Int32,
        primal: Int32,
        dual: Int32,
        log: @autoclosure () -> String
    ) throws(GLPKError) -> SimplexVerdict {
        switch code {
        case 0:
            switch (primal, dual) {
            case (GLP_FEAS, GLP_FEAS): return .conclusive(.optimal)
            case (GLP_NOFEAS, _): return .conclusive(.infeasible)
            case (GLP_FEAS, GLP_NOFEAS): return .conclusive(.unbounded)
            case (_, GLP_NOFEAS): return .unboundedOrInfeasible
            default: return .gaveUp
            }
        case GLP_EITLIM: return .pivotLimit
        case GLP_ETMLIM: return .timeLimit
        case GLP_EBADB, GLP_ESING, GLP_ECOND: return .badBasis
        case GLP_EFAIL: return .gaveUp
        default:
            throw GLPKError(code: Int(code), routine: "glp_simplex", message: log())
        }
    }

    /// What branch and bound means, from its return code and the status of the integer solution.
    ///
    /// - Parameter reason: Why the search was told to end, when it was.
    /// - Throws: ``GLPKError`` for codes that correct use never gives.
    package static func treeTermination(
        code: Int32,
        status: Int32,
        reason: Termination?,
        log: @autoclosure () -> String
    ) throws(GLPKError) -> Termination {
        switch code {
        case 0: return status == GLP_NOFEAS ? .infeasible : .optimal
        // The gap given to GLPK is 0: reaching it is a proof.
        case GLP_EMIPGAP: return .optimal
        case GLP_ETMLIM: return .timeLimit
        case GLP_ESTOP: return reason ?? .stopped
        case GLP_EFAIL: return .numericalTrouble(log())
        default:
            throw GLPKError(code: Int(code), routine: "glp_intopt", message: log())
        }
    }

    /// What a status of GLPK says of one side.
    package static func feasibility(_ status: Int32) -> Feasibility {
        switch status {
        case GLP_FEAS: .feasible
        case GLP_INFEAS: .infeasible
        case GLP_NOFEAS: .impossible
        default: .unknown
        }
    }
}
