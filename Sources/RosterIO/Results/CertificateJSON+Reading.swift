import Foundation
public import RosterModel

/// From a file to its certificate.
extension CertificateJSON {
    /// What is wrong with a file, and where.
    private struct Damage: Error {
        let field: String
        let message: Wording
    }

    /// Reads a certificate for a scenario.
    ///
    /// Positions are held against the scenario, so that a checker may use them; whether the hashes and the figures are
    /// right is for the checker to say. Blocks come by day, then sector; those without price are left out.
    ///
    /// - Throws: One fault when the file is no certificate, is damaged, or cannot belong to the scenario.
    public static func decode(
        _ bytes: [UInt8], file: String = "certificate.json", scenario: Scenario, language: Language
    ) throws(ScenarioError) -> Certificate {
        do {
            let content = try JSONDecoder().decode(File.self, from: Data(bytes))
            guard Certificate.readableVersions.contains(content.schemaVersion) else {
                throw Damage(
                    field: "schemaVersion",
                    message: Wording(
                        "la version \(content.schemaVersion) n'est pas connue",
                        "version \(content.schemaVersion) is not known"))
            }
            let levels = content.levels
            return Certificate(
                scenarioHash: content.scenarioHash, rosterHash: content.rosterHash,
                levels: LevelValues(
                    points: levels.points, overlapMinutes: levels.overlapMinutes,
                    unfairnessHundredths: levels.unfairnessHundredths, unusedMinutes: levels.unusedMinutes),
                lateMissingMinutes: content.lateMissingMinutes,
                proofs: try content.proofs.enumerated().map { index, proof in
                    try self.proof(proof, scenario: scenario, path: "proofs[\(index)]")
                })
        } catch {
            let damage =
                error as? Damage
                ?? Damage(
                    field: CodingPath.text(of: error),
                    message: Wording(
                        "le fichier n'est pas un certificat lisible", "the file is not a readable certificate"))
            throw ScenarioError(issues: [
                ScenarioIssue(
                    file: file, field: damage.field,
                    message: language.text(damage.message.french, damage.message.english),
                    expected: language.text(
                        "un certificat écrit par `veilleur plan` pour ce scénario",
                        "a certificate that `veilleur plan` wrote for this scenario"),
                    hint: language.text(
                        "vérifiez que scénario, roster et certificat viennent du même calcul",
                        "check that scenario, roster and certificate come from the same run"))
            ])
        }
    }

    private static func position(_ value: Int, below count: Int, _ field: String) throws -> Int {
        guard (0..<count).contains(value) else {
            throw Damage(
                field: field,
                message: Wording(
                    "la position \(value) n'est pas dans le scénario", "position \(value) is not in the scenario"))
        }
        return value
    }

    private static func list(_ runs: [Int], limit: Int, _ field: String) throws -> [Int] {
        guard let values = RunLength.decode(runs, limit: limit),
            values.allSatisfy({ (-largestPrice...largestPrice).contains($0) })
        else {
            throw Damage(field: field, message: Wording("la liste est abîmée", "the list is damaged"))
        }
        return values
    }

    /// Days of runs of (first day, number of days).
    private static func days(_ runs: [Int], _ scenario: Scenario, _ field: String) throws -> [Int] {
        let damage = Damage(field: field, message: Wording("la liste est abîmée", "the list is damaged"))
        guard runs.count.isMultiple(of: 2) else { throw damage }
        var days: [Int] = []
        for index in stride(from: 0, to: runs.count, by: 2) {
            let first = try position(runs[index], below: scenario.axis.dayCount, field)
            guard (1...scenario.axis.dayCount - first).contains(runs[index + 1]) else { throw damage }
            days += first..<first + runs[index + 1]
        }
        return days
    }

    /// A group of the file on one day.
    private struct FileGroup: Hashable {
        let position: Int
        let day: Int
    }

    private static func groups(
        _ groups: [Group], scenario: Scenario, path: String
    ) throws -> (groups: [DutyGroupPrices], positions: [FileGroup: Int]) {
        var read: [(file: FileGroup, prices: DutyGroupPrices)] = []
        for (number, group) in groups.enumerated() {
            let field = "\(path).groups[\(number)]"
            let damage = Damage(field: field, message: Wording("la liste est abîmée", "the list is damaged"))
            let type = AgentTypeID(try position(group.type, below: scenario.agentTypes.count, field))
            let duties = try group.duties.map { duty in
                guard duty.count == 2 else { throw damage }
                return DutyGroupPrices.Duty(
                    shift: ShiftID(try position(duty[0], below: scenario.shifts.count, field)),
                    sector: duty[1] == -1 ? nil : SectorID(try position(duty[1], below: scenario.sectors.count, field)))
            }
            let days = try self.days(group.days, scenario, field)
            let prices = try list(group.prices, limit: days.count, field)
            guard prices.count == days.count, group.presence.count <= scenario.sectors.count else { throw damage }
            let presence = try group.presence.map { presence in
                guard presence.levels.count <= scenario.agents.count else { throw damage }
                return (
                    sector: SectorID(try position(presence.sector, below: scenario.sectors.count, field)),
                    levels: try presence.levels.map { level in
                        let values = try list(level, limit: days.count, field)
                        guard values.count == days.count else { throw damage }
                        return values
                    }
                )
            }
            for (index, day) in days.enumerated() {
                read.append(
                    (
                        FileGroup(position: number, day: day),
                        DutyGroupPrices(
                            day: day, type: type, duties: duties, price: prices[index],
                            presence: presence.map { entry in
                                DutyGroupPrices.Presence(sector: entry.sector, levels: entry.levels.map { $0[index] })
                            })
                    ))
            }
        }
        read.sort { ($0.prices.day, $0.file.position) < ($1.prices.day, $1.file.position) }
        var positions: [FileGroup: Int] = [:]
        for (number, entry) in read.enumerated() where positions.updateValue(number, forKey: entry.file) != nil {
            throw Damage(
                field: "\(path).groups[\(entry.file.position)]",
                message: Wording("le groupe figure deux fois le même jour", "the group appears twice on one day"))
        }
        return (read.map(\.prices), positions)
    }

    private static func limit(
        _ limit: Limit, scenario: Scenario, groups: [FileGroup: Int], field: String
    ) throws -> TeamLimitPrice {
        func number(_ value: Int, _ range: ClosedRange<Int>) throws -> Int {
            guard range.contains(value) else {
                throw Damage(
                    field: field,
                    message: Wording(
                        "la valeur \(value) d'une limite n'est pas entre \(range.lowerBound) et \(range.upperBound)",
                        "value \(value) of a limit is not between \(range.lowerBound) and \(range.upperBound)"))
            }
            return value
        }
        var seen: Set<FileGroup> = []
        var terms: [TeamLimitPrice.Term] = []
        for weight in limit.weights {
            let value = try number(weight.weight, 1...largestWeight)
            for day in try days(weight.days, scenario, field) {
                let key = FileGroup(position: weight.group, day: day)
                guard let group = groups[key] else { throw unknownGroup(weight.group, field) }
                guard seen.insert(key).inserted else {
                    throw Damage(
                        field: field,
                        message: Wording(
                            "le groupe \(weight.group) figure deux fois le même jour",
                            "group \(weight.group) appears twice on one day"))
                }
                terms.append(TeamLimitPrice.Term(group: group, weight: value))
            }
        }
        return TeamLimitPrice(
            divisor: try number(limit.divisor, 2...largestWeight), terms: terms,
            price: try number(limit.price, 0...largestPrice))
    }

    private static func unknownGroup(_ group: Int, _ field: String) -> Damage {
        Damage(
            field: field,
            message: Wording(
                "le groupe \(group) n'existe pas ce jour", "group \(group) does not exist that day"))
    }

    private static func proof(_ proof: Proof, scenario: Scenario, path: String) throws -> BoundProof {
        guard let objective = BoundObjective(rawValue: proof.objective) else {
            throw Damage(
                field: "\(path).objective",
                message: Wording(
                    "l'objectif « \(proof.objective) » est inconnu", "objective \"\(proof.objective)\" is unknown"))
        }
        guard (1...1_000_000).contains(proof.scale) else {
            throw Damage(
                field: "\(path).scale",
                message: Wording("l'échelle \(proof.scale) n'est pas admise", "scale \(proof.scale) is not accepted"))
        }
        let sectors = scenario.sectors.count
        var staffings: [Int: [DutyPrice]] = [:]
        for (index, duty) in proof.staffings.enumerated() {
            let field = "\(path).staffings[\(index)]"
            let sector = try position(duty.sector, below: sectors, field)
            let type = AgentTypeID(try position(duty.type, below: scenario.agentTypes.count, field))
            let shift = ShiftID(try position(duty.shift, below: scenario.shifts.count, field))
            for (day, price) in try list(duty.prices, limit: scenario.axis.dayCount, field).enumerated()
            where price != 0 {
                staffings[day * sectors + sector, default: []].append(DutyPrice(type: type, shift: shift, price: price))
            }
        }
        var blocks: [Int: BlockPrices] = [:]
        for (key, prices) in staffings {
            blocks[key] = BlockPrices(day: key / sectors, sector: SectorID(key % sectors), form: .staffings(prices))
        }
        for (index, block) in proof.slots.enumerated() {
            let field = "\(path).slots[\(index)]"
            let day = try position(block.day, below: scenario.axis.dayCount, field)
            let sector = try position(block.sector, below: sectors, field)
            let width = scenario.axis.slots(ofDay: day).count
            func table<Element>(_ lists: [Prices], below count: Int) throws -> [Index<Element>: [Int]] {
                var table: [Index<Element>: [Int]] = [:]
                for prices in lists {
                    let key = Index<Element>(try position(prices.of, below: count, field))
                    let values = try list(prices.prices, limit: width, field)
                    guard values.count == width, table.updateValue(values, forKey: key) == nil else {
                        throw Damage(field: field, message: Wording("la liste est abîmée", "the list is damaged"))
                    }
                }
                return table
            }
            let form = BlockPrices.Form.slots(
                presence: try table(block.presence, below: scenario.agentTypes.count),
                missing: try table(block.missing, below: scenario.requirements.count))
            let key = day * sectors + sector
            guard blocks.updateValue(BlockPrices(day: day, sector: SectorID(sector), form: form), forKey: key) == nil
            else {
                throw Damage(field: field, message: Wording("le bloc figure deux fois", "the block appears twice"))
            }
        }
        let (groups, positions) = try self.groups(proof.groups, scenario: scenario, path: path)
        let rounds = try proof.rounds.enumerated().map { index, rounds in
            let field = "\(path).rounds[\(index)]"
            let day = try position(rounds.day, below: scenario.axis.dayCount, field)
            let sector = SectorID(try position(rounds.sector, below: sectors, field))
            let terms = try rounds.terms.map { term in
                guard let group = positions[FileGroup(position: term.group, day: day)] else {
                    throw unknownGroup(term.group, field)
                }
                return RoundPrices.Term(group: group, most: term.most)
            }
            return RoundPrices(
                day: day, sector: sector, terms: terms,
                prices: try list(rounds.prices, limit: largestLabel, field))
        }
        let limits = try (proof.limits ?? []).enumerated().map { index, limit in
            try self.limit(limit, scenario: scenario, groups: positions, field: "\(path).limits[\(index)]")
        }
        let sets = try proof.ruleSets.map { names in
            Set(
                try names.map { name in
                    guard let rule = Rule(rawValue: name) else {
                        throw Damage(
                            field: "\(path).ruleSets",
                            message: Wording("la règle « \(name) » est inconnue", "rule \"\(name)\" is unknown"))
                    }
                    return rule
                })
        }
        let references = try list(proof.agentRuleSets, limit: scenario.agents.count, "\(path).agentRuleSets")
        guard references.count == scenario.agents.count else {
            throw Damage(
                field: "\(path).agentRuleSets",
                message: Wording(
                    "le certificat parle de \(references.count) agents, le scénario en a \(scenario.agents.count)",
                    "the certificate speaks of \(references.count) agents, the scenario has \(scenario.agents.count)"))
        }
        return BoundProof(
            objective: objective, part: try proof.part.map { try part($0, path: "\(path).part") }, bound: proof.bound,
            scale: proof.scale,
            blocks: blocks.sorted { $0.key < $1.key }.map(\.value), groups: groups, rounds: rounds,
            limits: limits,
            countedRules: try references.map { sets[try position($0, below: sets.count, "\(path).agentRuleSets")] })
    }

    private static func part(_ numbers: [Int], path: String) throws -> ObjectivePart {
        guard numbers.count == 2, (2...ObjectivePart.mostParts).contains(numbers[1]),
            (0..<numbers[1]).contains(numbers[0])
        else {
            throw Damage(
                field: path,
                message: Wording("la part \(numbers) n'est pas admise", "part \(numbers) is not accepted"))
        }
        return ObjectivePart(number: numbers[0], count: numbers[1])
    }
}
