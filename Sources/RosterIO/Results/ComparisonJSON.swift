public import Foundation
public import RosterModel

/// The file `comparison.json`.
///
/// Late figures are hours, level 1 is in points; keys are in alphabetical order. Readers must accept keys that they do not
/// know.
public enum ComparisonJSON {
    private struct File: Encodable {
        var schemaVersion: Int
        var base: Case
        var variants: [Variant]
        var interrupted: Bool
        var seconds: Double
    }

    private struct Interval: Encodable {
        var bound: Double
        var best: Double
    }

    private struct Case: Encodable {
        var name: String
        var level1: Interval
        var uncoveredLateHours: Interval
        var weightedDemand: Int
        var requiredLateHours: Double
        var uncoveredAfterMidnightHours: Double
        var nobodyHours: Double
        var overlapHours: Double
        var unfairness: Double
        var unusedPaidHours: Double
        var workedHours: Double
        var contractHours: Double
        var agents: Int
        var seconds: Double
    }

    private struct Variant: Encodable {
        var figures: Case
        var verdict: Verdict
        var lateHoursGained: Gain
        var otherNeeds: Bool
        var cost: Int?
        var costPerLateHour: Double?
        var paidHoursPerLateHour: Double?
    }

    private struct Verdict: Encodable {
        var level1: String
        var lateHours: String
    }

    private struct Gain: Encodable {
        var best: Double
        var provedAtLeast: Double
        var provedAtMost: Double
    }

    /// The bytes of a comparison; equal comparisons give equal bytes.
    public static func encode(_ comparison: ScenarioComparison) throws -> Data {
        let file = File(
            schemaVersion: ScenarioComparison.currentVersion, base: figures(comparison.base),
            variants: comparison.variants.map { variant in
                let gain = comparison.lateGain(variant)
                let paid = variant.contractMinutes - comparison.base.contractMinutes
                return Variant(
                    figures: figures(variant),
                    verdict: Verdict(
                        level1: comparison.verdictOnPoints(variant).rawValue,
                        lateHours: comparison.verdictOnLate(variant).rawValue),
                    lateHoursGained: Gain(
                        best: hours(gain.best), provedAtLeast: hours(gain.least), provedAtMost: hours(gain.most)),
                    otherNeeds: comparison.hasOtherNeeds(variant), cost: variant.cost,
                    costPerLateHour: gain.best > 0 ? variant.cost.map { Double($0) / hours(gain.best) } : nil,
                    paidHoursPerLateHour: gain.best > 0 ? Double(paid) / Double(gain.best) : nil)
            }, interrupted: comparison.isInterrupted, seconds: comparison.seconds)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(file)
    }

    /// Whether bytes are a file that ``encode(_:)`` wrote.
    static func isComparison(_ bytes: [UInt8]) -> Bool {
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else { return false }
        return ["schemaVersion", "base", "variants", "interrupted"].allSatisfy { object[$0] != nil }
    }

    private static func hours(_ minutes: Int) -> Double { Double(minutes) / 60 }

    private static func figures(_ item: ComparedCase) -> Case {
        Case(
            name: item.name,
            level1: Interval(bound: Double(item.points.bound), best: Double(item.points.best)),
            uncoveredLateHours: Interval(bound: hours(item.lateMinutes.bound), best: hours(item.lateMinutes.best)),
            weightedDemand: item.weightedDemand, requiredLateHours: hours(item.lateRequiredMinutes),
            uncoveredAfterMidnightHours: hours(item.coreMissingMinutes), nobodyHours: hours(item.nobodyMinutes),
            overlapHours: hours(item.levels.overlapMinutes),
            unfairness: Double(item.levels.unfairnessHundredths) / 100,
            unusedPaidHours: hours(item.levels.unusedMinutes), workedHours: hours(item.workedMinutes),
            contractHours: hours(item.contractMinutes), agents: item.agents, seconds: item.seconds)
    }
}
