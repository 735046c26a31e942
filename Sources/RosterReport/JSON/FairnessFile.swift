import RosterModel

/// A group of comparable agents in `report.json`.
struct FairnessFile: Encodable {
    struct Counter: Encodable {
        let least: Int
        let most: Int
        let total: Int
        let gini: Double?
    }

    let employer: String
    let profession: String
    let regime: String
    let agents: Int
    let nights: Counter
    let fridayAndSaturdayNights: Counter
    let sundays: Counter
    let longestNightRun: Int
    let mostEarlyTurns: Int

    init(_ group: FairnessGroup, in scenario: Scenario) {
        func counter(_ value: (FairnessCounters) -> Int) -> Counter {
            let (least, most) = group.range(value)
            return Counter(
                least: least, most: most, total: group.counters.reduce(0) { $0 + value($1) },
                gini: group.gini(value).map { Double($0) / 1000 })
        }
        employer = scenario[group.employer].id
        profession = scenario[group.profession].id
        regime = scenario[group.regime].id
        agents = group.agents.count
        nights = counter(\.nights)
        fridayAndSaturdayNights = counter(\.weekendNights)
        sundays = counter(\.sundays)
        longestNightRun = group.rhythms.map(\.longestNightRun).max() ?? 0
        mostEarlyTurns = group.rhythms.map(\.earlyTurns).max() ?? 0
    }
}
