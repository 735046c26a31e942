import RosterModel

/// The file `certificate.json`.
///
/// Agents, sectors, types, shifts and requirements are their positions in the scenario, whose hash is in the file. Prices
/// of whole staffings are one list over the days for each (sector, type, shift), as runs `[count, price, …]` from day 0;
/// later days have price 0. Groups of duties are listed once with the days on which they exist; their prices, and those of
/// combinations, are lists over these days. A round has sector −1. A limit on whole teams lists the weights of groups with runs
/// of days; without limits the field `limits` is absent, as is `part` where a proof
/// bounds the whole objective. Sets of counted rules are listed once, agents refer to them in runs.
public enum CertificateJSON {
    /// Largest absolute value of a price that is read, so that sums of a month cannot overflow.
    static let largestPrice = 1_000_000_000_000
    /// Largest divisor and weight of a limit on whole teams.
    static let largestWeight = 1_000_000
    /// Most combinations of groups that a sector's night may tell apart.
    static let largestLabel = 200_000

    struct File: Codable {
        var schemaVersion: Int
        var scenarioHash: String
        var rosterHash: String
        var levels: Levels
        var lateMissingMinutes: Int
        var proofs: [Proof]
    }

    struct Levels: Codable {
        var points: Int
        var overlapMinutes: Int
        var unfairnessHundredths: Int
        var unusedMinutes: Int
    }

    struct Proof: Codable {
        var objective: String
        /// Number and count.
        var part: [Int]?
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

    struct Duty: Codable {
        var sector: Int
        var type: Int
        var shift: Int
        var prices: [Int]
    }

    /// A group on all its days: `days` in runs of (first day, number of days), prices in runs over these days.
    struct Group: Codable {
        var type: Int
        var duties: [[Int]]
        var days: [Int]
        var prices: [Int]
        var presence: [Presence]
    }

    /// Presence of a group in a sector: for each agent more the prices over the days of the group.
    struct Presence: Codable {
        var sector: Int
        var levels: [[Int]]
    }

    struct Rounds: Codable {
        var day: Int
        var sector: Int
        var terms: [Term]
        var prices: [Int]
    }

    /// A group, by its position among the groups of the file, and the largest count told apart.
    struct Term: Codable {
        var group: Int
        var most: Int
    }

    /// A limit on whole teams.
    struct Limit: Codable {
        var divisor: Int
        var price: Int
        var weights: [Weight]
    }

    /// Weight of a group, by its position among the groups of the file, on days in runs of (first day, number of days).
    struct Weight: Codable {
        var group: Int
        var weight: Int
        var days: [Int]
    }

    struct SlotBlock: Codable {
        var day: Int
        var sector: Int
        var presence: [Prices]
        var missing: [Prices]
    }

    struct Prices: Codable {
        var of: Int
        var prices: [Int]
    }
}
