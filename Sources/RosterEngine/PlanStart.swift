public import RosterModel

/// What is known before a plan: a roster to improve, and prices from which bounds may start.
///
/// Both may come from another scenario, as long as they are expressed in positions of the one to be planned. What is not
/// lawful or does not exist there is left out: a start never makes a result wrong, only better or faster.
public struct PlanStart: Sendable {
    /// Roster whose lawful parts are the first roster of the search.
    public var roster: Roster
    /// Proofs whose prices start the bounds, at most one for each objective; those of parts are not used.
    public var proofs: [BoundProof]

    /// Describes a start.
    public init(roster: Roster, proofs: [BoundProof] = []) {
        self.roster = roster
        self.proofs = proofs
    }
}

extension PlanStart {
    /// Duties by agent and day: lines as they are when lawful, otherwise as many of their duties as fit, day by day.
    ///
    /// - Parameter basis: Lawful lines from which repaired ones are built.
    func lines(in problem: PlanProblem, basis: [[Int?]]) -> [[Int?]] {
        var numbers: [Duty: Int] = [:]
        for (number, duty) in problem.duties.enumerated() { numbers[duty] = number }
        var shifts: [String: ShiftID] = [:]
        for (number, shift) in problem.scenario.shifts.enumerated() where shifts[shift.id] == nil {
            shifts[shift.id] = ShiftID(number)
        }
        let days = problem.scenario.axis.dayCount
        var wanted = Array(repeating: [Int?](repeating: nil, count: days), count: basis.count)
        for worked in roster.shifts {
            guard worked.agent.value < basis.count, (0..<days).contains(worked.day), let shift = shifts[worked.name],
                let place = worked.stages.first?.sector
            else { continue }
            let isRound = !problem.scenario[shift].stages.isEmpty
            wanted[worked.agent.value][worked.day] = numbers[Duty(shift: shift, sector: isRound ? nil : place)]
        }
        var lines = basis.indices.map { agent -> [Int?] in
            let number = problem.classOfAgent[agent]
            guard number >= 0 else { return basis[agent] }
            let agents = problem.classes[number]
            if agents.isLawful(wanted[agent], dutyCount: problem.dutyCount) { return wanted[agent] }
            var line = basis[agent]
            for day in 0..<days where wanted[agent][day] != nil {
                let before = line[day]
                line[day] = wanted[agent][day]
                if !agents.isLawful(line, dutyCount: problem.dutyCount) { line[day] = before }
            }
            return line
        }
        // The members of a constituted team follow each other; where they would not, the team begins as the basis has it.
        for members in ConstitutedTeams(problem).members where !areTogether(members, wanted, lines, in: problem) {
            for member in members { lines[member] = basis[member] }
        }
        let persons = PersonTies(problem)
        for members in persons.members
        where !persons.areLawful(members[0], { agent, day in lines[agent][day].map(Int32.init) ?? -1 }) {
            for member in members { lines[member] = basis[member] }
        }
        return lines
    }

    /// Whether the wanted lines of a team were taken as they are, and all who may work a duty of the team do.
    private func areTogether(
        _ members: [Int], _ wanted: [[Int?]], _ taken: [[Int?]], in problem: PlanProblem
    ) -> Bool {
        members.allSatisfy { member in
            guard wanted[member] == taken[member], problem.classOfAgent[member] >= 0 else { return false }
            let agents = problem.classes[problem.classOfAgent[member]]
            return wanted[member].indices.allSatisfy { day in
                let duties = Set(members.compactMap { wanted[$0][day] })
                guard duties.count <= 1, let duty = duties.first else { return duties.isEmpty }
                return wanted[member][day] == duty || agents.optionOfDuty[day * problem.dutyCount + duty] < 0
            }
        }
    }

    /// Prices by row of the model, in units of its objective; nil without a proof of that objective with groups.
    func prices(in problem: PlanProblem, model: CoverModel) -> [Double]? {
        guard let proof = proofs.first(where: { $0.objective == model.objective && $0.part == nil }),
            !proof.groups.isEmpty
        else {
            return nil
        }
        struct Name: Hashable {
            let day: Int
            let type: Int
            let duty: DutyGroupPrices.Duty
        }
        var known: [Name: Int] = [:]
        for (number, group) in proof.groups.enumerated() {
            for duty in group.duties { known[Name(day: group.day, type: group.type.value, duty: duty)] = number }
        }
        let scale = Double(proof.scale)
        var prices = Array(repeating: 0.0, count: model.priceCount)
        /// Groups of the proof by groups of the model.
        var sources: [Int?] = []
        for group in model.groups {
            let number = group.duties.lazy.compactMap { number in
                let duty = problem.duties[number]
                return known[
                    Name(
                        day: group.day, type: group.type,
                        duty: DutyGroupPrices.Duty(shift: duty.shift, sector: duty.sector))]
            }.first
            sources.append(number)
            guard let number else { continue }
            let old = proof.groups[number]
            prices[Int(group.price)] = Double(max(0, old.price)) / scale
            for place in group.places where !model.blocks[place.block].isSlotForm {
                let sector = SectorID(model.blocks[place.block].sector)
                let levels = old.presence.first { $0.sector == sector }?.levels ?? []
                for (row, price) in zip(place.levels, levels) { prices[Int(row)] = Double(price) / scale }
            }
        }
        // Combinations are taken over where the same groups pass through the sector.
        var groupOfRow: [Int: [Int: Int]] = [:]
        for (number, group) in model.groups.enumerated() {
            for place in group.places { groupOfRow[place.block, default: [:]][place.row] = sources[number] }
        }
        for rounds in proof.rounds {
            guard
                let number = model.blocks.firstIndex(where: {
                    $0.day == rounds.day && $0.sector == rounds.sector.value && !$0.isSlotForm
                }), let label = model.blocks[number].label, label.count == rounds.prices.count
            else { continue }
            let mine = zip(label.rows, label.most).filter { $0.1 > 0 }.map { groupOfRow[number]?[$0.0] }
            guard mine == rounds.terms.map({ $0.group }) else { continue }
            for (combination, price) in rounds.prices.enumerated() {
                prices[label.firstPrice + combination] = Double(price) / scale
            }
        }
        return prices
    }
}

extension AgentClass {
    /// Whether a line, given as duties by day, is lawful for the members.
    func isLawful(_ line: [Int?], dutyCount: Int) -> Bool {
        var node = 0
        var units = 0
        for day in line.indices {
            let option = line[day].map { Int(optionOfDuty[day * dutyCount + $0]) } ?? 0
            guard option >= 0 else { return false }
            node = Int(diagram.next[day][node * diagram.options[day].count + option])
            guard node >= 0 else { return false }
            units += Int(diagram.options[day][option].units)
        }
        return units >= diagram.minimumUnits && units <= diagram.maximumUnits
    }
}
