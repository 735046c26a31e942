public import Foundation
public import RosterModel

/// The file `certificate.json`.
///
/// Agents, sectors, types, shifts and requirements are their positions in the scenario, whose hash is in the file. Prices
/// of whole staffings are one list over the days for each (sector, type, shift), as runs `[count, price, …]` from day 0;
/// later days have price 0. Sets of counted rules are listed once, agents refer to them in runs.
public enum CertificateJSON {
    /// Largest absolute value of a price that is read, so that sums of a month cannot overflow.
    private static let largestPrice = 1_000_000_000_000

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
        var ruleSets: [[String]]
        var agentRuleSets: [Int]
    }

    private struct Duty: Codable {
        var sector: Int
        var type: Int
        var shift: Int
        var prices: [Int]
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
        let sets = proof.countedRules.map { set in Rule.allCases.filter(set.contains).map(\.rawValue) }
        var distinct: [[String]] = []
        let references = sets.map { set -> Int in
            if let index = distinct.firstIndex(of: set) { return index }
            distinct.append(set)
            return distinct.count - 1
        }
        return Proof(
            objective: proof.objective.rawValue, bound: proof.bound, scale: proof.scale, staffings: duties,
            slots: slots.sorted { ($0.day, $0.sector) < ($1.day, $1.sector) }, ruleSets: distinct,
            agentRuleSets: RunLength.encode(references))
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
            blocks: blocks.sorted { $0.key < $1.key }.map(\.value),
            countedRules: try references.map { sets[try position($0, below: sets.count, "\(path).agentRuleSets")] })
    }
}
