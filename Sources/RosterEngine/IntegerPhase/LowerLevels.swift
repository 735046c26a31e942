import RosterModel

/// Levels 2 to 4 of a ``SearchState``, recomputed in parts: per sector and night for overlap, per agent and group for
/// fairness, per agent for unused hours.
final class LowerLevels {
    private let state: SearchState
    private let scenario: Scenario
    private let slotCount: Int
    private let slotsOfDay: [Range<Int>]
    private let handoverSlots: Int
    private let grid: Int
    /// Profession by type, and avoided pairs with the sectors where they cost.
    private let professionOfType: [Int]
    private let pairs: [(first: Int, second: Int, sectors: [Bool])]
    /// Sectors by (day, duty).
    private let sectorsOfWork: [[Int]]
    /// Night flags by (day, duty): 1 night, 2 on a weekend.
    private let nightOfWork: [UInt8]
    /// Sundays worked by (day, duty), as positions in a list of all Sundays.
    private let sundaysOfWork: [[Int]]
    private let sundayCount: Int
    private let groupOfAgent: [Int]
    private let groups: [[Int]]
    private let available: [Int]
    private let maximum: [Int?]
    private let wishesOfAgent: [[Wish]]

    /// Level 2 by `sector * days + day`.
    private(set) var overlap: [Int]
    private var counters: [FairnessCounters]
    private var refused: [Int]
    private var groupCost: [Int]
    private(set) var total: LevelValues

    init(_ state: SearchState) {
        self.state = state
        scenario = state.problem.scenario
        let scenario = scenario
        let axis = scenario.axis
        slotCount = axis.slotCount
        slotsOfDay = (0..<axis.dayCount).map(axis.slots(ofDay:))
        grid = axis.gridMinutes
        handoverSlots = scenario.handoverMinutes / axis.gridMinutes
        professionOfType = scenario.agentTypes.map(\.profession.value)
        pairs = scenario.avoidedPairs.map { pair in
            (
                pair.first.value, pair.second.value,
                scenario.sectors.indices.map { !pair.jointPatrolSectors.contains(SectorID($0)) }
            )
        }
        let works = state.problem.dutyDays
        let dutyCount = state.dutyCount
        sectorsOfWork = works.map { Array(Set(($0?.stays ?? []).map(\.sector))).sorted() }
        nightOfWork = works.indices.map { index in
            guard let work = works[index],
                work.parts.reduce(0, { $0 + axis.nightMinutes(of: $1, clock: scenario.nightClock) }) >= 180
            else { return 0 }
            let weekday = axis.weekday(ofDay: index / dutyCount)
            return weekday == .friday || weekday == .saturday ? 2 : 1
        }
        let dates = (0...axis.dayCount + 1).map { axis.firstDay.advanced(by: $0) }.filter { $0.weekday == .sunday }
        sundayCount = dates.count
        sundaysOfWork = works.map { work in
            guard let work else { return [] }
            return dates.indices.filter { date in
                let sunday = axis.minutes(ofCivilDay: dates[date])
                return work.parts.contains(where: sunday.overlaps)
            }
        }
        struct GroupKey: Hashable {
            let employer: EmployerID
            let profession: ProfessionID
            let regime: RegimeID
        }
        var numbers: [GroupKey: Int] = [:]
        var members: [[Int]] = []
        groupOfAgent = scenario.agents.enumerated().map { index, agent in
            let key = GroupKey(employer: agent.employer, profession: agent.profession, regime: agent.regime)
            let number = numbers[key] ?? members.count
            if numbers[key] == nil {
                numbers[key] = number
                members.append([])
            }
            members[number].append(index)
            return number
        }
        groups = members
        available = scenario.agents.map(\.availableMinutes)
        maximum = scenario.agents.map(\.maximumMinutes)
        wishesOfAgent = scenario.agents.indices.map { agent in scenario.wishes.filter { $0.agent.value == agent } }
        overlap = Array(repeating: 0, count: scenario.sectors.count * state.days)
        counters = Array(repeating: FairnessCounters(), count: state.agentCount)
        refused = Array(repeating: 0, count: state.agentCount)
        groupCost = Array(repeating: 0, count: members.count)
        total = LevelValues(points: state.cost, overlapMinutes: 0, unfairnessHundredths: 0, unusedMinutes: 0)
        for block in overlap.indices { overlap[block] = blockOverlap(block) }
        for agent in 0..<state.agentCount {
            counters[agent] = count(agent)
            refused[agent] = refusedWeight(agent)
        }
        for group in groups.indices { groupCost[group] = unfairness(group) }
        total = sum()
    }

    private func sum() -> LevelValues {
        LevelValues(
            points: state.cost, overlapMinutes: overlap.reduce(0, +),
            unfairnessHundredths: groupCost.reduce(0, +) + refused.reduce(0, +),
            unusedMinutes: (0..<state.agentCount).reduce(0) { $0 + unused($1) })
    }

    private func unused(_ agent: Int) -> Int { maximum[agent].map { max(0, $0 - state.workedMinutes(agent)) } ?? 0 }

    /// Level 2 of one sector and night.
    private func blockOverlap(_ block: Int) -> Int {
        let sector = block / state.days
        var cost = 0
        var runCost = 0
        var runLength = 0
        for slot in slotsOfDay[block % state.days] {
            let index = sector * slotCount + slot
            var present = 0
            for type in 0..<state.typeCount { present += Int(state.counts[index * state.typeCount + type]) }
            let used = state.position[index] < 0 ? 0 : Int(state.agentsUsed[Int(state.position[index])])
            if present > used {
                runCost += (present - used) * grid
                runLength += 1
            } else {
                if runLength > handoverSlots { cost += runCost }
                runCost = 0
                runLength = 0
            }
            for pair in pairs where pair.sectors[sector] {
                if isPresent(pair.first, index), isPresent(pair.second, index) { cost += grid }
            }
        }
        return runLength > handoverSlots ? cost + runCost : cost
    }

    private func isPresent(_ profession: Int, _ index: Int) -> Bool {
        (0..<state.typeCount).contains {
            professionOfType[$0] == profession && state.counts[index * state.typeCount + $0] > 0
        }
    }

    private func count(_ agent: Int) -> FairnessCounters {
        var result = FairnessCounters()
        var sundays: UInt64 = 0
        for day in 0..<state.days {
            let duty = state.duty[agent * state.days + day]
            if duty < 0 { continue }
            let work = day * state.dutyCount + Int(duty)
            if nightOfWork[work] > 0 { result.nights += 1 }
            if nightOfWork[work] == 2 { result.weekendNights += 1 }
            for sunday in sundaysOfWork[work] { sundays |= 1 << UInt64(sunday) }
        }
        result.sundays = sundays.nonzeroBitCount
        return result
    }

    private func unfairness(_ group: Int) -> Int {
        let members = groups[group]
        let hours = members.reduce(0) { $0 + available[$1] }
        guard members.count > 1, hours > 0 else { return 0 }
        var cost = 0
        for counter in [\FairnessCounters.nights, \.weekendNights, \.sundays] {
            let all = members.reduce(0) { $0 + counters[$1][keyPath: counter] }
            for member in members {
                cost += abs(100 * counters[member][keyPath: counter] - 100 * all * available[member] / hours)
            }
        }
        return cost
    }

    private func refusedWeight(_ agent: Int) -> Int {
        wishesOfAgent[agent].reduce(0) { sum, wish in
            let duty = state.duty[agent * state.days + wish.day]
            let isGranted =
                switch wish.content {
                case .off: duty < 0
                case .work: duty >= 0
                case .shift(let name):
                    duty >= 0 && scenario[state.problem.duties[Int(duty)].shift].name == name
                }
            return isGranted ? sum : sum + wish.weight
        }
    }

    /// What an update replaced, to take it back.
    struct Memory {
        fileprivate var blocks: [(Int, Int)] = []
        fileprivate var agents: [(Int, FairnessCounters, Int)] = []
        fileprivate var groups: [(Int, Int)] = []
        fileprivate var total: LevelValues
    }

    /// Recomputes what changes of the given agents on the given days touch.
    ///
    /// - Parameter touched: (agent, day, old duty, new duty), already applied to the state.
    /// - Returns: The old parts, for ``restore(_:)``.
    func update(_ touched: [(agent: Int, day: Int, old: Int32, new: Int32)], unusedBefore: Int) -> Memory {
        var memory = Memory(total: total)
        var blocks: [Int] = []
        for change in touched {
            for duty in [change.old, change.new] where duty >= 0 {
                for sector in sectorsOfWork[change.day * state.dutyCount + Int(duty)] {
                    let block = sector * state.days + change.day
                    if !blocks.contains(block) { blocks.append(block) }
                }
            }
        }
        total.points = state.cost
        for block in blocks {
            memory.blocks.append((block, overlap[block]))
            let value = blockOverlap(block)
            total.overlapMinutes += value - overlap[block]
            overlap[block] = value
        }
        var agents: [Int] = []
        for change in touched where !agents.contains(change.agent) { agents.append(change.agent) }
        var touchedGroups: [Int] = []
        for agent in agents {
            memory.agents.append((agent, counters[agent], refused[agent]))
            counters[agent] = count(agent)
            let weight = refusedWeight(agent)
            total.unfairnessHundredths += weight - refused[agent]
            refused[agent] = weight
            if !touchedGroups.contains(groupOfAgent[agent]) { touchedGroups.append(groupOfAgent[agent]) }
        }
        for group in touchedGroups {
            memory.groups.append((group, groupCost[group]))
            let value = unfairness(group)
            total.unfairnessHundredths += value - groupCost[group]
            groupCost[group] = value
        }
        total.unusedMinutes += agents.reduce(0) { $0 + unused($1) } - unusedBefore
        return memory
    }

    /// Unused minutes of some agents before a change.
    func unused(of agents: [Int]) -> Int { agents.reduce(0) { $0 + unused($1) } }

    /// Takes an update back; the state must have been restored as well.
    func restore(_ memory: Memory) {
        for (block, value) in memory.blocks { overlap[block] = value }
        for (agent, counter, weight) in memory.agents {
            counters[agent] = counter
            refused[agent] = weight
        }
        for (group, value) in memory.groups { groupCost[group] = value }
        total = memory.total
    }
}
