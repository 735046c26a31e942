public import Foundation
public import RosterModel

/// The file `certificate.json`.
///
/// Agents, sectors, types, shifts and requirements are their positions in the scenario, whose hash is in the file. Prices
/// of whole staffings are one list over the days for each (sector, type, shift), as runs `[count, price, …]` from day 0;
/// later days have price 0. Groups of duties are listed once with the days on which they exist; their prices, and those of
/// combinations, are lists over these days. A round has sector −1. A limit on whole teams lists the weights of groups with runs
/// of days; without limits the field `limits` is absent. Sets of counted rules are listed once, agents refer to them in runs.
public enum CertificateJSON {
    /// Largest absolute value of a price that is read, so that sums of a month cannot overflow.
    private static let largestPrice = 1_000_000_000_000
    /// Largest divisor and weight of a limit on whole teams.
    private static let largestWeight = 1_000_000
    /// Most combinations of groups that a sector's night may tell apart.
    private static let largestLabel = 200_000

    // MARK: Form of the file

    private struct File: Codable {
        var schemaVersion: Int
        var scenarioHash: String
        var rosterHash: String
        var levels: Levels
        var lateMissingMinutes: Int
        var proofs: [Proof]
    }

    private struct Levels: Codable {
        var points: Int
        var overlapMinutes: Int
        var unfairnessHundredths: Int
        var unusedMinutes: Int
    }

    private struct Proof: Codable {
        var objective: String
        var bound: Int
        var scale: Int
        var staffings: [Duty]
        var slots: [SlotBlock]
        var groups: [Group]
        var rounds: [Rounds]
        var limits: [Limit]?
        var ruleSets: [[String]]
        var agentRuleSets: [Int]
    }

    private struct Duty: Codable {
        var sector: Int
        var type: Int
        var shift: Int
        var prices: [Int]
    }

    /// A group on all its days: `days` in runs of (first day, number of days), prices in runs over these days.
    private struct Group: Codable {
        var type: Int
        var duties: [[Int]]
        var days: [Int]
        var prices: [Int]
        var presence: [Presence]
    }

    /// Presence of a group in a sector: for each agent more the prices over the days of the group.
    private struct Presence: Codable {
        var sector: Int
        var levels: [[Int]]
    }

    private struct Rounds: Codable {
        var day: Int
        var sector: Int
        var terms: [Term]
        var prices: [Int]
    }

    /// A group, by its position among the groups of the file, and the largest count told apart.
    private struct Term: Codable {
        var group: Int
        var most: Int
    }

    /// A limit on whole teams.
    private struct Limit: Codable {
        var divisor: Int
        var price: Int
        var weights: [Weight]
    }

    /// Weight of a group, by its position among the groups of the file, on days in runs of (first day, number of days).
    private struct Weight: Codable {
        var group: Int
        var weight: Int
        var days: [Int]
    }

    private struct SlotBlock: Codable {
        var day: Int
        var sector: Int
        var presence: [Prices]
        var missing: [Prices]
    }

    private struct Prices: Codable {
        var of: Int
        var prices: [Int]
    }

    // MARK: Writing

    /// The bytes of a certificate; equal certificates give equal bytes.
    public static func encode(_ certificate: Certificate) throws -> Data {
        let levels = certificate.levels
        let file = File(
            schemaVersion: Certificate.currentVersion, scenarioHash: certificate.scenarioHash,
            rosterHash: certificate.rosterHash,
            levels: Levels(
                points: levels.points, overlapMinutes: levels.overlapMinutes,
                unfairnessHundredths: levels.unfairnessHundredths, unusedMinutes: levels.unusedMinutes),
            lateMissingMinutes: certificate.lateMissingMinutes, proofs: certificate.proofs.map(proof))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(file)
    }

    private static func proof(_ proof: BoundProof) -> Proof {
        var days: [[Int]: [Int: Int]] = [:]
        var slots: [SlotBlock] = []
        for block in proof.blocks {
            switch block.form {
            case .staffings(let prices):
                for duty in prices where duty.price != 0 {
                    days[[block.sector.value, duty.type.value, duty.shift.value], default: [:]][block.day] = duty.price
                }
            case .slots(let presence, let missing):
                slots.append(
                    SlotBlock(
                        day: block.day, sector: block.sector.value,
                        presence: presence.sorted { $0.key < $1.key }
                            .map { Prices(of: $0.key.value, prices: RunLength.encode($0.value)) },
                        missing: missing.sorted { $0.key < $1.key }
                            .map { Prices(of: $0.key.value, prices: RunLength.encode($0.value)) }))
            }
        }
        let duties = days.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, prices in
            let list = (0...(prices.keys.max() ?? 0)).map { prices[$0] ?? 0 }
            return Duty(sector: key[0], type: key[1], shift: key[2], prices: RunLength.encode(list))
        }
        let (groups, files) = self.groups(proof.groups)
        let rounds = proof.rounds.map { rounds in
            Rounds(
                day: rounds.day, sector: rounds.sector.value,
                terms: rounds.terms.map { Term(group: files[$0.group], most: $0.most) },
                prices: RunLength.encode(rounds.prices))
        }
        let limits = proof.limits.map { self.limit($0, proof.groups, files: files) }
        let sets = proof.countedRules.map { set in Rule.allCases.filter(set.contains).map(\.rawValue) }
        var distinct: [[String]] = []
        let references = sets.map { set -> Int in
            if let index = distinct.firstIndex(of: set) { return index }
            distinct.append(set)
            return distinct.count - 1
        }
        return Proof(
            objective: proof.objective.rawValue, bound: proof.bound, scale: proof.scale, staffings: duties,
            slots: slots.sorted { ($0.day, $0.sector) < ($1.day, $1.sector) }, groups: groups,
            rounds: rounds.sorted { ($0.day, $0.sector) < ($1.day, $1.sector) },
            limits: limits.isEmpty ? nil : limits, ruleSets: distinct,
            agentRuleSets: RunLength.encode(references))
    }

    /// A limit with the days of equal group and weight written as one.
    private static func limit(_ limit: TeamLimitPrice, _ groups: [DutyGroupPrices], files: [Int]) -> Limit {
        struct Key: Hashable {
            let group: Int
            let weight: Int
        }
        let days = Dictionary(grouping: limit.terms) { Key(group: files[$0.group], weight: $0.weight) }
        return Limit(
            divisor: limit.divisor, price: limit.price,
            weights: days.sorted { ($0.key.group, $0.key.weight) < ($1.key.group, $1.key.weight) }.map { key, terms in
                Weight(group: key.group, weight: key.weight, days: runs(terms.map { groups[$0.group].day }.sorted()))
            })
    }

    /// Days in order as runs of (first day, number of days).
    private static func runs(_ days: [Int]) -> [Int] {
        var runs: [Int] = []
        for day in days {
            if runs.count >= 2, runs[runs.count - 2] + runs[runs.count - 1] == day {
                runs[runs.count - 1] += 1
            } else {
                runs += [day, 1]
            }
        }
        return runs
    }

    /// Groups that differ by their day alone, written as one.
    ///
    /// - Returns: Groups of the file, and for each group of the proof its group in the file.
    private static func groups(_ groups: [DutyGroupPrices]) -> (groups: [Group], positions: [Int]) {
        struct Key: Hashable {
            let type: Int
            let duties: [[Int]]
            let presence: [[Int]]
        }
        var members: [Key: [Int]] = [:]
        var order: [Key] = []
        for (number, group) in groups.enumerated() {
            let key = Key(
                type: group.type.value, duties: group.duties.map { [$0.shift.value, $0.sector?.value ?? -1] },
                presence: group.presence.map { [$0.sector.value, $0.levels.count] })
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(number)
        }
        var positions = Array(repeating: 0, count: groups.count)
        let written = order.enumerated().map { position, key in
            let numbers = (members[key] ?? []).sorted { groups[$0].day < groups[$1].day }
            for number in numbers { positions[number] = position }
            return Group(
                type: key.type, duties: key.duties, days: runs(numbers.map { groups[$0].day }),
                prices: RunLength.encode(numbers.map { groups[$0].price }),
                presence: key.presence.enumerated().map { index, entry in
                    Presence(
                        sector: entry[0],
                        levels: (0..<entry[1]).map { level in
                            RunLength.encode(numbers.map { groups[$0].presence[index].levels[level] })
                        })
                })
        }
        return (written, positions)
    }

    // MARK: Reading

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
            guard content.schemaVersion == Certificate.currentVersion else {
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
            objective: objective, bound: proof.bound, scale: proof.scale,
            blocks: blocks.sorted { $0.key < $1.key }.map(\.value), groups: groups, rounds: rounds,
            limits: limits,
            countedRules: try references.map { sets[try position($0, below: sets.count, "\(path).agentRuleSets")] })
    }
}
