public import Foundation
public import RosterModel

/// From a certificate to its file.
extension CertificateJSON {
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
            objective: proof.objective.rawValue, part: proof.part.map { [$0.number, $0.count] }, bound: proof.bound,
            scale: proof.scale, staffings: duties,
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
}
