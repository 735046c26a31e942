import RosterModel

/// Builds the rows and night blocks of a ``CoverModel``.
struct BlockBuilder {
    let problem: PlanProblem
    let tables: [SlotCostTable]
    let tableOfSlot: [Int32]
    let form: CoverModel.Form
    let threads: Int

    private(set) var rowCount = 0
    private(set) var blocks: [NightBlock] = []
    /// Rows by `(day * duties + duty) * types + type`.
    private(set) var rowsOfDuty: [[Int32]] = []

    init(
        problem: PlanProblem, tables: [SlotCostTable], tableOfSlot: [Int32], form: CoverModel.Form, threads: Int
    ) {
        self.problem = problem
        self.tables = tables
        self.tableOfSlot = tableOfSlot
        self.form = form
        self.threads = threads
    }

    /// A duty of one type in a block, with its presence in slots that need somebody.
    private struct Presence {
        let duty: Int
        let type: Int
        let slots: [Int]
    }

    /// Everything that decides the staffings of a block, with slots renumbered from 0.
    struct StaffingKey: Hashable, Sendable {
        let tables: [Int32]
        let rowTypes: [Int]
        let rowSlots: [[Int]]
        let caps: [Int]
    }

    mutating func build() {
        let scenario = problem.scenario
        let axis = scenario.axis
        let dutyCount = problem.duties.count
        let typeCount = scenario.agentTypes.count
        rowsOfDuty = Array(repeating: [], count: axis.dayCount * dutyCount * typeCount)

        struct Draft {
            let day: Int
            let sector: Int
            let needed: [Int]
            let presences: [Presence]
            let rows: [(type: Int, slots: [Int])]
            let key: StaffingKey
        }
        var drafts: [Draft] = []
        for day in 0..<axis.dayCount {
            // Types and duties of the people available, by sector.
            var duties: [Int: [Int: Set<Int>]] = [:]
            var people: [Int: [Int: Int]] = [:]
            for (number, agent) in scenario.agents.enumerated() {
                let type = agent.type.value
                var sectors = Set<Int>()
                for (duty, definition) in problem.duties.enumerated()
                where problem.availability[number].isAvailable(definition, day: day) {
                    for stay in problem.dutyDays[day * dutyCount + duty]?.stays ?? [] where !stay.slots.isEmpty {
                        duties[stay.sector, default: [:]][type, default: []].insert(duty)
                        sectors.insert(stay.sector)
                    }
                }
                for sector in sectors { people[sector, default: [:]][type, default: 0] += 1 }
            }
            for sector in scenario.sectors.indices {
                let needed = axis.slots(ofDay: day).filter { tableOfSlot[sector * axis.slotCount + $0] >= 0 }
                guard !needed.isEmpty else { continue }
                var presences: [Presence] = []
                for (type, ofType) in (duties[sector] ?? [:]).sorted(by: { $0.key < $1.key }) {
                    for duty in ofType.sorted() {
                        let stays = problem.dutyDays[day * dutyCount + duty]?.stays ?? []
                        let slots = needed.filter { slot in
                            let table = tables[Int(tableOfSlot[sector * axis.slotCount + slot])]
                            return table.caps[type] > 0
                                && stays.contains { $0.sector == sector && $0.slots.contains(slot) }
                        }
                        if !slots.isEmpty { presences.append(Presence(duty: duty, type: type, slots: slots)) }
                    }
                }
                // Duties of one type with equal presence are one row.
                var rows: [(type: Int, slots: [Int])] = []
                for presence in presences
                where !rows.contains(where: { $0.type == presence.type && $0.slots == presence.slots }) {
                    rows.append((presence.type, presence.slots))
                }
                var place: [Int: Int] = [:]
                for (position, slot) in needed.enumerated() { place[slot] = position }
                let key = StaffingKey(
                    tables: needed.map { tableOfSlot[sector * axis.slotCount + $0] },
                    rowTypes: rows.map(\.type),
                    rowSlots: rows.map { row in row.slots.compactMap { place[$0] } },
                    caps: (0..<typeCount).map { people[sector]?[$0] ?? 0 })
                drafts.append(
                    Draft(day: day, sector: sector, needed: needed, presences: presences, rows: rows, key: key))
            }
        }

        // Whole staffings, each distinct block enumerated once.
        var distinct: [StaffingKey: Int] = [:]
        var keys: [StaffingKey] = []
        if form == .staffings {
            for draft in drafts where distinct[draft.key] == nil {
                distinct[draft.key] = keys.count
                keys.append(draft.key)
            }
        }
        let (allKeys, allTables) = (keys, tables)
        let listed = parallelMap(count: keys.count, threads: threads) {
            StaffingEnumerator(allKeys[$0], tables: allTables).enumerate()
        }

        for draft in drafts {
            if let number = distinct[draft.key], let staffings = listed[number] {
                let first = rowCount
                for presence in draft.presences {
                    let row = draft.rows.firstIndex { $0.type == presence.type && $0.slots == presence.slots } ?? 0
                    addRow(first + row, day: draft.day, duty: presence.duty, type: presence.type)
                }
                rowCount += draft.rows.count
                blocks.append(
                    NightBlock(
                        day: draft.day, sector: draft.sector, segment: 0..<0, rows: first..<rowCount,
                        rowTypes: draft.rows.map(\.type), uses: staffings.uses, costs: staffings.costs))
            } else {
                addSegments(
                    day: draft.day, sector: draft.sector, needed: draft.needed, presences: draft.presences,
                    key: draft.key)
            }
        }
    }

    private mutating func addRow(_ row: Int, day: Int, duty: Int, type: Int) {
        let typeCount = problem.scenario.agentTypes.count
        rowsOfDuty[(day * problem.duties.count + duty) * typeCount + type].append(Int32(row))
    }

    /// The slot form of one sector and night: one small block per segment, whose rows are the types present.
    ///
    /// Neighbouring slots share a segment only when the same duties are present in them and their costs are equal up to
    /// one factor, so that the best mixture of teams is the same in each (`semantics`: anything looser can lie above the
    /// true optimum).
    private mutating func addSegments(
        day: Int, sector: Int, needed: [Int], presences: [Presence], key: StaffingKey
    ) {
        func who(_ slot: Int) -> [Int] { presences.indices.filter { presences[$0].slots.contains(slot) } }
        func table(_ slot: Int) -> SlotCostTable {
            tables[Int(tableOfSlot[sector * problem.scenario.axis.slotCount + slot])]
        }
        var start = 0
        while start < needed.count {
            var end = start + 1
            if case .slots(merged: false) = form {
            } else {
                while end < needed.count, needed[end] == needed[end - 1] + 1, who(needed[end]) == who(needed[start]),
                    table(needed[end]).isProportional(to: table(needed[start]))
                {
                    end += 1
                }
            }
            let slots = needed[start]..<needed[end - 1] + 1
            let present = who(needed[start])
            let types = Set(present.map { presences[$0].type }).sorted()
            let first = rowCount
            for presence in present.map({ presences[$0] }) {
                addRow(
                    first + (types.firstIndex(of: presence.type) ?? 0), day: day, duty: presence.duty,
                    type: presence.type)
            }
            rowCount += types.count
            // The slot form knows no cap by people available, only by usefulness.
            let segment = StaffingKey(
                tables: slots.map { tableOfSlot[sector * problem.scenario.axis.slotCount + $0] }, rowTypes: types,
                rowSlots: types.map { _ in Array(0..<slots.count) },
                caps: Array(repeating: Int.max, count: key.caps.count))
            let staffings = StaffingEnumerator(segment, tables: tables, limit: Int.max).enumerate()
            blocks.append(
                NightBlock(
                    day: day, sector: sector, segment: slots, rows: first..<rowCount, rowTypes: types,
                    uses: staffings?.uses ?? [], costs: staffings?.costs ?? []))
            start = end
        }
    }
}

extension SlotCostTable {
    /// Whether the two tables have the same shape and costs that differ by one factor.
    func isProportional(to other: SlotCostTable) -> Bool {
        guard caps == other.caps, let mine = cost.first, let theirs = other.cost.first, mine > 0, theirs > 0 else {
            return false
        }
        return zip(cost, other.cost).allSatisfy { Int64($0) * Int64(theirs) == Int64($1) * Int64(mine) }
    }
}
