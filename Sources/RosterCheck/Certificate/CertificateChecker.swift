public import RosterModel

/// Independent verification of certificates.
///
/// Of a certificate only prices and the names of counted rules are used; lawful duties, people available, costs of slots,
/// cheapest staffings and cheapest lines are found anew from the scenario, in exact integers. Any prices give a valid
/// bound, so a certificate can be wrong only by claiming more than its prices prove.
public struct CertificateChecker: Sendable {
    let checker: RosterChecker
    let duties: [LawfulDuties]
    let rows: DutyRows

    /// Prepares the verification of certificates of a scenario.
    public init(_ scenario: Scenario) {
        let checker = RosterChecker(scenario)
        let duties = scenario.agents.indices.map { LawfulDuties(checker.calendar, AgentID($0)) }
        self.checker = checker
        self.duties = duties
        rows = DutyRows(checker.calendar, duties)
    }

    /// Verifies a certificate against the scenario and the roster that it came with.
    ///
    /// - Parameter threads: Threads to use; the result does not depend on it.
    public static func verify(
        _ certificate: Certificate, roster: Roster, scenario: Scenario, threads: Int = 1
    ) -> CertificateReview {
        CertificateChecker(scenario).verify(certificate, roster: roster, threads: threads)
    }

    /// Verifies a certificate of the scenario against the roster that it came with.
    public func verify(_ certificate: Certificate, roster: Roster, threads: Int = 1) -> CertificateReview {
        let scenario = checker.scenario
        return CertificateReview(
            roster: checker.check(roster), isForScenario: certificate.scenarioHash == scenario.hash,
            isForRoster: certificate.rosterHash == roster.hash(in: scenario), claimedLevels: certificate.levels,
            claimedLateMinutes: certificate.lateMissingMinutes,
            proofs: certificate.proofs.map { review($0, threads: threads) })
    }

    /// Derives the bound of one proof.
    public func review(_ proof: BoundProof, threads: Int = 1) -> ProofReview {
        let scenario = checker.scenario
        let cost = costOfMissing(proof.objective)
        let book = PriceBook(proof, rows, cost: cost)
        guard book.problems.isEmpty else {
            return ProofReview(
                objective: proof.objective, part: proof.part, claimed: proof.bound, derived: nil,
                problems: book.problems)
        }
        let step = step(of: proof.objective)
        let part = proof.part.map { BlockPart($0, step: step, scale: proof.scale) }
        let blocks = Parallel.map(rows.blocks.count, threads: threads, workspace: { SlotCosts(scenario) }) {
            position, costs in
            minimum(position, book, scale: proof.scale, part: part, costs: &costs, cost: cost)
        }
        let musters = Parallel.map(scenario.axis.dayCount, threads: threads, workspace: { () }) { day, _ in
            MusterSearch(day, rows, duties, book.groups).minimum()
        }
        if let day = musters.firstIndex(where: { $0 == nil }) {
            return ProofReview(
                objective: proof.objective, part: proof.part, claimed: proof.bound, derived: nil,
                problems: [.tooManyCombinations(day: day)])
        }
        let musterSum = musters.reduce(0) { $0 + ($1 ?? 0) }
        let lines = LineClasses(checker.calendar, duties, proof.countedRules)
        let cheapest = Parallel.map(lines.representatives.count, threads: threads, workspace: { () }) { index, _ in
            lines.cheapest(index, book)
        }
        let blockSum = blocks.reduce(0) { $0 + $1.value }
        var lineSum = 0
        var inexactLines = 0
        var stranded: [AgentID] = []
        for (agent, index) in lines.classOfAgent.enumerated() {
            // Who has no lawful line stays at home, which costs nothing.
            guard let line = cheapest[index] else {
                stranded.append(AgentID(agent))
                continue
            }
            lineSum += line.value
            if !line.isExact { inexactLines += 1 }
        }
        let limitSum = limitSum(book, lines, threads: threads)
        return ProofReview(
            objective: proof.objective, part: proof.part, claimed: proof.bound,
            derived: roundedUp(blockSum + musterSum + lineSum + limitSum, scale: proof.scale, step),
            blockSum: blockSum, musterSum: musterSum, lineSum: lineSum, limitSum: limitSum,
            inexactBlocks: blocks.count { !$0.isExact }, inexactLines: inexactLines, agentsWithoutLine: stranded)
    }

    /// What all nights together may pay for whole teams, taken off.
    private func limitSum(_ book: PriceBook, _ lines: LineClasses, threads: Int) -> Int {
        let sectors = book.countingSectors()
        return book.limits.limits.reduce(0) { sum, limit in
            let heaviest = Parallel.map(lines.representatives.count, threads: threads, workspace: { () }) { index, _ in
                lines.heaviest(index) { day, type, duty in
                    guard let group = book.group(day: day, type: type, duty: duty) else { return 0 }
                    return (limit.weights[group] ?? 0) * sectors[group]
                }
            }
            let most = lines.classOfAgent.reduce(0) { $0 + heaviest[$1] }
            return sum - limit.price * (most / limit.divisor)
        }
    }

    /// Of what all values of an objective are multiples; 0 when no team is needed anywhere.
    package func step(of objective: BoundObjective) -> Int {
        ValueStep(checker.calendar, cost: costOfMissing(objective)).value
    }

    /// Cost of a missing team of a requirement in a slot, in units of the objective.
    func costOfMissing(_ objective: BoundObjective) -> @Sendable (Int, Int) -> Int {
        let scenario = checker.scenario
        switch objective {
        case .points:
            return { Int(scenario.requirements[$0].pointsPerTeam[$1]) }
        case .lateMinutes:
            let late = scenario.slots(in: scenario.lateWindow)
            let grid = scenario.axis.gridMinutes
            return { late[$1] ? grid : 0 }
        }
    }

    private func minimum(
        _ position: Int, _ book: PriceBook, scale: Int, part: BlockPart?, costs: inout SlotCosts,
        cost: (Int, Int) -> Int
    ) -> NightBlock.Minimum {
        if let sum = book.slotSum(position) {
            // Of a combination the slot form knows only that it costs no less than the cheapest one.
            let least = book.groups.label(position)?.prices.min() ?? 0
            return NightBlock.Minimum(value: sum + least, isExact: true)
        }
        let block = rows.blocks[position]
        return NightBlock(
            block, scenario: checker.scenario, rows: book.pricedRows(position), label: book.groups.label(position),
            limits: book.limits.limits, scale: scale, part: part, costs: &costs, cost: cost
        ).minimum()
    }

    /// Least value not below `sum / scale` that the objective can have.
    private func roundedUp(_ sum: Int, scale: Int, _ step: Int) -> Int {
        guard sum > 0, step > 0 else { return 0 }
        let units = (sum - 1) / scale + 1
        return ((units - 1) / step + 1) * step
    }
}
