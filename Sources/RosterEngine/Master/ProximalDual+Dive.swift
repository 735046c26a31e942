/// From the fractional plan to whole staffings.
extension ProximalDual {
    /// A staffing for every night block: blocks are fixed, the most decided first, and all others settle anew in between.
    ///
    /// The staffings of a fractional plan are mixtures of whole ones, and nearly all of its cost is in them; lines that fill
    /// chosen staffings are then looked for agent by agent (``CoverModel/init(_:agentsOf:in:)``). With all staffings fixed
    /// the mixtures of lines say who could fill them. The dual itself is as before afterwards.
    ///
    /// - Parameters:
    ///   - passLimit: Passes over all rounds; up to twice as many where no block is decided by itself, and a few more for the
    ///     lines at the end. The fewer blocks are fixed between two passes, the nearer are the staffings to what lines can fill.
    ///   - random: Draws staffings by their weights; nil takes the heaviest.
    ///   - kept: Staffings, by night block, that are fixed before anything else, and nil for blocks to decide; nothing for none.
    ///     An eighth of the passes lets the others settle first.
    /// - Returns: Nil when stopped.
    /// - Source: Sadykov et al. 2019, doi:10.1287/ijoc.2018.0822 (diving heuristics); Danna, Rothberg, Le Pape 2005,
    ///   doi:10.1007/s10107-004-0518-7 (search near a known solution).
    package func dive(
        passLimit: Int, random: RandomSource?, keeping kept: [Int?] = [], shouldStop: () -> Bool
    ) -> Dive? {
        let saved = (mixtures, copies, settled, centre, excess, penalty, passes)
        defer { (mixtures, copies, settled, centre, excess, penalty, passes) = saved }
        var random = random
        penalty = max(penalty, firstPenalty)
        var staffings = Array(repeating: 0, count: firstMuster)
        var left = firstMuster
        var passLimit = passLimit
        func choose(_ column: DualColumn, of number: Int) {
            staffings[number] = column.staffing
            settle(number, at: column)
            left -= 1
        }
        if !kept.isEmpty {
            let prices = evaluator.rounded(centre)
            for (number, staffing) in kept.enumerated() {
                if let staffing { choose(column(staffing, of: number, prices), of: number) }
            }
            recount()
            guard adapt(passes: passLimit / 8, shouldStop: shouldStop) else { return nil }
            passLimit -= passLimit / 8
        }
        let rounds = max(1, min(Self.mostDiveRounds, left, passLimit))
        let share = max(1, left / rounds)
        let passesPerRound = max(1, passLimit / rounds)
        while left > 0 {
            let open = (0..<firstMuster).filter { copies[$0] > 0 }.map { number in
                (number: number, weight: mixtures[number].reduce(0) { max($0, $1.weight) })
            }.sorted { ($0.weight, $1.number) > ($1.weight, $0.number) }
            for (position, block) in open.enumerated() where position < share || block.weight > Self.decided {
                let weights = mixtures[block.number].map(\.weight)
                let choice = random?.index(withWeights: weights) ?? Self.heaviest(weights)
                choose(mixtures[block.number][choice].column, of: block.number)
            }
            recount()
            // New lines are most of the work, and the known ones nearly as good.
            guard
                adapt(
                    passes: left > 0 ? passesPerRound : 0, pricingInterval: Self.pricingInterval, shouldStop: shouldStop
                )
            else { return nil }
        }
        guard adapt(passes: min(Self.linePasses, passLimit / 4), shouldStop: shouldStop) else { return nil }
        return Dive(
            staffings: staffings,
            cost: zip(model.blocks, staffings).reduce(0) { $0 + Int($1.0.costs[$1.1]) }, leaning: leaning)
    }

    /// Lets what is not settled adapt to what is; false when stopped.
    ///
    /// - Parameter pricingInterval: Every so many passes classes get new lines.
    private func adapt(passes count: Int, pricingInterval: Int = 1, shouldStop: () -> Bool) -> Bool {
        for number in 0..<count {
            if shouldStop() { return false }
            pass(shouldStop: shouldStop, evaluates: false, pricesLines: number.isMultiple(of: pricingInterval))
        }
        return true
    }

    /// Most times that some blocks are fixed, if no block is decided by itself.
    private static let mostDiveRounds = 60
    /// Most passes in which the lines settle when all staffings are fixed.
    private static let linePasses = 20
    /// Every so many passes of a round classes get new lines.
    private static let pricingInterval = 4
    /// Weight from which a staffing counts as chosen.
    private static let decided = 0.999

    /// First of the largest weights.
    private static func heaviest(_ weights: [Double]) -> Int {
        weights.indices.reduce(0) { weights[$1] > weights[$0] ? $1 : $0 }
    }
}
