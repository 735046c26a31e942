import RosterModel

/// Overlaps in `report.json`.
struct OverlapFile: Encodable {
    struct Pair: Encodable {
        let kind: String
        let first: String
        let second: String
        let hours: Double
    }

    let presentAgentHours: Double
    let surplusAgentHours: Double
    let handoverAgentHours: Double
    let avoidedHours: Double?
    let pairs: [Pair]

    init(_ page: PageContext) {
        let scenario = page.scenario
        let shown = scenario.professions.indices.map { ProfessionID($0) }.filter(page.mayShow)
        presentAgentHours = ReportFile.hours(page.overlap.presence.reduce(0, +))
        surplusAgentHours = ReportFile.hours(page.overlap.surplus.reduce(0, +))
        handoverAgentHours = ReportFile.hours(page.overlap.handover.reduce(0, +))
        // Their sum would give away the pairs that are left out.
        avoidedHours =
            scenario.avoidedPairs.allSatisfy { page.mayShow($0.first) && page.mayShow($0.second) }
            ? ReportFile.hours(page.content.coverage.avoidedMinutes.reduce(0, +)) : nil
        let names: [(OverlapMatrix.Class, String)] = [(.relay, "relay"), (.waste, "waste"), (.avoid, "avoid")]
        pairs = names.flatMap { kind, name in
            shown.flatMap { first in
                shown.filter { $0 >= first }.compactMap { second in
                    let minutes = page.matrix[kind, first, second]
                    return minutes == 0
                        ? nil
                        : Pair(
                            kind: name, first: scenario[first].id, second: scenario[second].id,
                            hours: ReportFile.hours(minutes))
                }
            }
        }
    }
}
