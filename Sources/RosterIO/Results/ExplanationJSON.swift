public import Foundation
public import RosterModel

/// Reasons of gaps for scripts: one entry for each interval, without any agent.
public enum ExplanationJSON {
    private struct Price: Encodable {
        var hours: Double
        var sectors: [String]
    }

    private struct Gap: Encodable {
        var serviceDay: String
        var sector: String
        var requirement: String
        var start: String
        var end: String
        var missing: Int
        var partnerMissing: Bool
        var reasons: [[String]]
        var price: Price?
    }

    private struct File: Encodable {
        var schemaVersion: Int
        var gaps: [Gap]
    }

    /// The bytes; equal explanations give equal bytes.
    public static func encode(_ explanations: [GapExplanation], scenario: Scenario) throws -> Data {
        let axis = scenario.axis
        let gaps = explanations.map { item in
            Gap(
                serviceDay: axis.date(ofDay: item.day).iso, sector: scenario[scenario[item.requirement].sector].id,
                requirement: scenario[item.requirement].id,
                start: axis.iso(axis.minutes(ofSlot: item.slots.lowerBound).lowerBound),
                end: axis.iso(axis.minutes(ofSlot: item.slots.upperBound - 1).upperBound), missing: item.missing,
                partnerMissing: item.isPartnerMissing, reasons: item.alternatives.map { $0.map(\.rawValue) },
                price: item.price.map { price in
                    Price(hours: Double(price.minutes) / 60, sectors: price.sectors.map { scenario[$0].id })
                })
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(File(schemaVersion: 1, gaps: gaps))
    }
}
