import RosterModel

/// Of what all values of an objective are multiples.
///
/// In a run of slots that the same shifts fill, with the same teams asked for, the same teams are missing throughout; a value
/// is a sum of multiples of what one team costs in a whole run.
struct ValueStep {
    /// What one requirement asks for in a slot.
    private struct Demand {
        let teams: Int
        let kinds: Set<TeamKindID>
        let cost: Int
    }

    private let calendar: RuleCalendar
    private let cost: (Int, Int) -> Int

    /// - Parameter cost: Cost of a missing team of a requirement in a slot.
    init(_ calendar: RuleCalendar, cost: @escaping (Int, Int) -> Int) {
        self.calendar = calendar
        self.cost = cost
    }

    /// The largest such number; 0 when no team is needed anywhere.
    var value: Int {
        let scenario = calendar.scenario
        return scenario.sectors.indices.reduce(0) { divisor, number in
            let sector = SectorID(number)
            let requirements = scenario.requirements.indices.filter { scenario.requirements[$0].sector == sector }
            guard !requirements.isEmpty else { return divisor }
            let shifts = shifts(in: sector)
            return (0..<scenario.axis.dayCount).reduce(divisor) { divisor, day in
                costsOfRuns(requirements, shifts, sector, day).reduce(divisor, Int.greatestDivisor)
            }
        }
    }

    /// What one team missing throughout a run costs, by run of a night and need in it.
    private func costsOfRuns(_ requirements: [Int], _ shifts: [ShiftID], _ sector: SectorID, _ day: Int) -> [Int] {
        let filled = shifts.map { Set(DutyRows.slots(calendar, day, $0, sector)) }
        var done: [Int] = []
        var run: (present: [Int], demands: [Demand], costs: [Int]) = ([], [], [])
        for (position, slot) in calendar.scenario.axis.slots(ofDay: day).enumerated() {
            let demands = demands(requirements, sector, slot)
            let present = filled.indices.filter { filled[$0].contains(position) }
            if present == run.present, Self.continues(run.demands, demands) {
                run.costs = zip(run.costs, demands).map { $0 + $1.cost }
            } else {
                done += run.costs
                run = (present, demands, demands.map(\.cost))
            }
        }
        return done + run.costs
    }

    /// Shifts that somebody has on his menu, or a pin names, and that may be spent in a sector.
    private func shifts(in sector: SectorID) -> [ShiftID] {
        let scenario = calendar.scenario
        return scenario.shifts.indices.map { ShiftID($0) }.filter { shift in
            let stages = scenario[shift].stages
            let isVisited = stages.contains { $0.sector == sector }
            if !stages.isEmpty && !isVisited { return false }
            let isOnMenu = scenario.agents.contains {
                $0.shifts.contains(shift) && (isVisited || $0.sectors.contains(sector))
            }
            return isOnMenu
                || scenario.pins.contains { pin in
                    guard case .work(shift, let place) = pin.decision else { return false }
                    return isVisited || place == sector
                }
        }
    }

    private func demands(_ requirements: [Int], _ sector: SectorID, _ slot: Int) -> [Demand] {
        let scenario = calendar.scenario
        return requirements.compactMap { number in
            let requirement = scenario.requirements[number]
            let (teams, cost) = (Int(requirement.teams[slot]), cost(number, slot))
            guard teams > 0, cost > 0 else { return nil }
            let kinds = requirement.kinds.filter { scenario[$0].counts(in: sector, slot: slot) }
            return Demand(teams: teams, kinds: Set(kinds), cost: cost)
        }
    }

    /// Whether the same teams are asked for, all costs multiplied by one factor.
    private static func continues(_ before: [Demand], _ now: [Demand]) -> Bool {
        before.count == now.count
            && zip(before, now).allSatisfy {
                $0.teams == $1.teams && $0.kinds == $1.kinds && $0.cost * now[0].cost == $1.cost * before[0].cost
            }
    }
}
