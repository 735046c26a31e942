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
        var divisor = 0
        for number in scenario.sectors.indices {
            let sector = SectorID(number)
            let requirements = scenario.requirements.indices.filter { scenario.requirements[$0].sector == sector }
            if requirements.isEmpty { continue }
            let shifts = shifts(in: sector)
            for day in 0..<scenario.axis.dayCount {
                var run: (present: Set<Int>, demands: [Demand], sums: [Int])?
                let stays = stays(of: shifts, in: sector, day: day)
                for slot in scenario.axis.slots(ofDay: day) {
                    let demands = demands(requirements, sector, slot)
                    let span = scenario.axis.minutes(ofSlot: slot)
                    let present = Set(
                        stays.indices.filter { shift in
                            stays[shift].contains {
                                $0.lowerBound <= span.lowerBound && span.upperBound <= $0.upperBound
                            }
                        })
                    if let current = run, current.present == present, Self.continues(current.demands, demands) {
                        run?.sums = zip(current.sums, demands).map { $0 + $1.cost }
                    } else {
                        for sum in run?.sums ?? [] { divisor = Int.greatestDivisor(divisor, sum) }
                        run = (present, demands, demands.map(\.cost))
                    }
                }
                for sum in run?.sums ?? [] { divisor = Int.greatestDivisor(divisor, sum) }
            }
        }
        return divisor
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

    /// Minutes that each shift fills in a sector on a service day.
    private func stays(of shifts: [ShiftID], in sector: SectorID, day: Int) -> [[Range<Int>]] {
        shifts.map { id in
            let shift = calendar.scenario[id]
            return shift.stages.isEmpty
                ? calendar.parts(of: shift, day: day)
                : calendar.stages(of: shift, day: day).filter { $0.sector == sector }.map(\.minutes)
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
