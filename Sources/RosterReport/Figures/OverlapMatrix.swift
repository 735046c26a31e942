package import RosterModel

/// Which professions are in one another's way, in three classes.
///
/// A slot of a sector belongs to one class: *to avoid* when a pair to keep apart is there without a declared joint patrol;
/// else *relay* or *waste* when agents are there beyond the fewest that would cover as much, free hand-over or not. Each
/// pair of professions present in such a slot counts its minutes, a profession with itself when two or more of its agents
/// are there. In the class *to avoid* only the pairs to keep apart count.
package struct OverlapMatrix: Sendable {
    /// Kind of being together.
    package enum Class: Int, CaseIterable, Sendable { case relay, waste, avoid }

    /// Minutes by class and pair: `minutes[class][first * professions + second]`, first ≤ second.
    package private(set) var minutes: [[Int]]
    private let professions: Int

    /// Sums the report.
    package init(scenario: Scenario, coverage: CoverageReport) {
        let count = scenario.professions.count
        let grid = scenario.axis.gridMinutes
        professions = count
        var minutes = Array(repeating: Array(repeating: 0, count: count * count), count: Class.allCases.count)
        for sector in scenario.sectors.indices {
            let pairs = scenario.avoidedPairs.filter { !$0.jointPatrolSectors.contains(SectorID(sector)) }
            let present = coverage.present[sector]
            for slot in 0..<scenario.axis.slotCount {
                let here = present[slot * count..<(slot + 1) * count]
                guard here.contains(where: { $0 > 0 }) else { continue }
                func number(_ profession: Int) -> Int { Int(here[here.startIndex + profession]) }
                let avoided = pairs.filter { number($0.first.value) > 0 && number($0.second.value) > 0 }
                if !avoided.isEmpty {
                    for pair in avoided {
                        let (low, high) = (min(pair.first, pair.second).value, max(pair.first, pair.second).value)
                        minutes[Class.avoid.rawValue][low * count + high] += grid
                    }
                    continue
                }
                guard coverage.surplus[sector][slot] > 0 else { continue }
                let kind = coverage.isHandover[sector][slot] ? Class.relay : .waste
                for first in 0..<count where number(first) > 0 {
                    for second in first..<count where number(second) > (first == second ? 1 : 0) {
                        minutes[kind.rawValue][first * count + second] += grid
                    }
                }
            }
        }
        self.minutes = minutes
    }

    /// Minutes of a class in which both professions are there.
    package subscript(kind: Class, first: ProfessionID, second: ProfessionID) -> Int {
        minutes[kind.rawValue][min(first, second).value * professions + max(first, second).value]
    }
}
