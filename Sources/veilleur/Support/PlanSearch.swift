import Foundation
import GLPKSolver
import RosterCheck
import RosterEngine
import RosterModel
import RosterReport

/// Looks for a lawful plan and a proved floor, to hold a roster made elsewhere against.
enum PlanSearch {
    /// Plans for a number of seconds from now; the floors are those that the checker derives from the proofs.
    static func margin(of scenario: Scenario, seconds: Double, threads: Int) throws -> MarginText.Claim {
        let began = ProcessClock.seconds
        let parameters = PlanParameters(timeLimit: seconds, threads: threads)
        let result = try Planner(scenario, parameters: parameters, solver: GLPKSolver())
            .plan(clock: { ProcessClock.seconds - began })
        let review = RosterChecker.check(result.roster, against: scenario)
        let checker = CertificateChecker(scenario)
        let proofs = result.proofs.map { checker.review($0, threads: threads) }
        return MarginText.Claim(
            points: derived(.points, proofs), lateMinutes: derived(.lateMinutes, proofs),
            found: review.isLawful ? review.coverage : nil, seconds: ProcessClock.seconds - began)
    }

    /// Floor of an objective that follows from the prices; nil when none does.
    static func derived(_ objective: BoundObjective, _ proofs: [ProofReview]) -> Int? {
        BoundClaim.derived(objective, from: proofs)
    }
}
