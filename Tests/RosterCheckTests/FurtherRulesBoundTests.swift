import RosterCheck
import RosterModel
import TestSupport
import Testing

/// Certificates of towns with the rules that bounds leave out: whatever the prices, no lawful roster is below the bound.
@Suite struct FurtherRulesBoundTests {
    #if DEBUG
        private let stride = 10
    #else
        private let stride = 1
    #endif

    @Test(arguments: 0..<6)
    func `no lawful roster is below the bound of any prices`(part: Int) {
        for seed in Swift.stride(from: part * 25 + 1, through: part * 25 + 25, by: stride).map(UInt64.init) {
            let scenario = RandomTinyScenario(withFurtherRules: seed).scenario
            let optimum = BruteForce.optimum(scenario)
            let checker = CertificateChecker(scenario)
            var random = SplitMix(seed: seed + 1000)
            for objective in BoundObjective.allCases {
                let truth = objective == .points ? optimum.points : optimum.lateMinutes
                for _ in 0..<3 {
                    for proof in [
                        RandomPrices.staffings(scenario, objective, counted: Set(Rule.allCases), using: &random),
                        RandomPrices.slots(scenario, objective, using: &random),
                    ] {
                        let review = checker.review(proof)
                        #expect(review.derived ?? .max <= truth, "seed \(seed), \(objective)")
                    }
                }
            }
        }
    }
}
