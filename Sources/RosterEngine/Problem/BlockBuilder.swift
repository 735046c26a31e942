import RosterModel

/// Builds the rows and night blocks of a ``CoverModel``.
struct BlockBuilder {
    let problem: PlanProblem
    let tables: [SlotCostTable]
    let tableOfSlot: [Int32]
    let form: CoverModel.Form
    let threads: Int
    let switchedOff: Set<Technique>

    private(set) var priceCount = 0
    private(set) var blocks: [NightBlock] = []
    private(set) var groups: [DutyGroup] = []
    /// Musters of the blocks and groups, whose rows are all known once ``build()`` is done.
    private(set) var musters: [NightMuster] = []
    private var musterDrafts: [MusterDraft] = []

    init(
        problem: PlanProblem, tables: [SlotCostTable], tableOfSlot: [Int32], form: CoverModel.Form, threads: Int,
        switchedOff: Set<Technique>
    ) {
        self.problem = problem
        self.tables = tables
        self.tableOfSlot = tableOfSlot
        self.form = form
        self.threads = threads
        self.switchedOff = switchedOff
    }

    /// Where a duty group is present on its night.
    private struct Presence: Hashable {
        let sector: Int
        let slots: [Int]
    }

    /// A duty group before its block is known.
    private struct GroupDraft {
        let type: Int
        var duties: [Int]
        let presence: [Presence]
        var agents: Set<Int>

        /// Whether the group visits two or more of some sectors.
        func isRound(among sectors: Set<Int>) -> Bool { presence.count { sectors.contains($0.sector) } > 1 }
    }

    /// A muster before the duty rows of its groups are known.
    private struct MusterDraft {
        let day: Int
        let pools: [(people: Int, groups: [Int])]
        let rounds: [NightMuster.Round]
        let views: [NightMuster.View]
    }

    /// Everything that decides the staffings of a block, with slots renumbered from 0.
    struct StaffingKey: Hashable, Sendable {
        let tables: [Int32]
        let rowTypes: [Int]
        let rowSlots: [[Int]]
        let caps: [Int]
    }

    /// One sector and night: its rows are the groups present, in order.
    private struct BlockDraft {
        let sector: Int
        let needed: [Int]
        /// Group of the night and its slots in the sector, by row.
        let rows: [(group: Int, slots: [Int])]
        let key: StaffingKey
    }

    mutating func build() {
        let axis = problem.scenario.axis
        let nights = parallelMap(count: axis.dayCount, threads: threads) { [self] day in
            let groups = draftGroups(day)
            return (groups: groups, blocks: draftBlocks(day, groups))
        }

        // Whole staffings, each distinct block enumerated once.
        var distinct: [StaffingKey: Int] = [:]
        var keys: [StaffingKey] = []
        if form == .staffings {
            for draft in nights.flatMap(\.blocks) where distinct[draft.key] == nil {
                distinct[draft.key] = keys.count
                keys.append(draft.key)
            }
        }
        let (allKeys, allTables) = (keys, tables)
        let isEfficient = !switchedOff.contains(.efficientStaffings)
        let listed = parallelMap(count: keys.count, threads: threads) {
            StaffingEnumerator(StaffingProgram(allKeys[$0], tables: allTables), isEfficient: isEfficient).enumerate()
        }

        for (day, night) in nights.enumerated() {
            let first = groups.count
            let firstBlock = blocks.count
            for draft in night.groups {
                groups.append(
                    DutyGroup(
                        day: day, type: draft.type, duties: draft.duties, price: 0, people: draft.agents.count,
                        places: []))
            }
            // Only sectors with listed staffings have labels; elsewhere a round is present agent by agent.
            let listedSectors =
                switchedOff.contains(.roundLabels)
                ? [] : Set(night.blocks.filter { distinct[$0.key].map { listed[$0] != nil } ?? false }.map(\.sector))
            let rounds = labelledRounds(
                night.groups.indices.filter { night.groups[$0].isRound(among: listedSectors) }, night.groups)
            for draft in night.blocks {
                if let number = distinct[draft.key], let staffings = listed[number] {
                    add(
                        NightBlock(
                            day: day, sector: draft.sector, segment: 0..<0, rowTypes: draft.key.rowTypes,
                            rounds: draft.rows.indices.filter { rounds.contains(draft.rows[$0].group) },
                            uses: staffings.uses, costs: staffings.costs, firstPrice: priceCount,
                            isUnary: !switchedOff.contains(.unaryPresence)),
                        groupsOfRows: draft.rows.map { [first + $0.group] })
                } else {
                    addSegments(day: day, draft, firstGroup: first)
                }
            }
            draftMusters(day: day, night.groups, firstGroup: first, firstBlock: firstBlock)
        }
        for number in groups.indices {
            groups[number].price = Int32(priceCount)
            priceCount += 1
        }
        musters = musterDrafts.map { [groups] draft in
            NightMuster(
                day: draft.day,
                pools: draft.pools.map { NightMuster.Pool(people: $0.people, groups: $0.groups, of: groups) },
                rounds: draft.rounds, views: draft.views, of: groups)
        }
    }

    /// Rounds whose joint counts are few enough to be tried one by one in every step; the others are present agent by agent.
    ///
    /// Rounds that meet in a sector, or share people, are counted together.
    private func labelledRounds(_ rounds: [Int], _ groups: [GroupDraft]) -> Set<Int> {
        var meeting = DisjointSets(count: rounds.count)
        for (position, one) in rounds.enumerated() {
            let sectors = Set(groups[one].presence.map(\.sector))
            for other in rounds.indices.dropFirst(position + 1)
            where !groups[rounds[other]].agents.isDisjoint(with: groups[one].agents)
                || groups[rounds[other]].presence.contains(where: { sectors.contains($0.sector) })
            {
                meeting.join(position, other)
            }
        }
        return Set(
            meeting.sets.filter { members in
                var combinations = 1
                for member in members {
                    let group = groups[rounds[member]]
                    let useful = group.presence.flatMap { place in
                        place.slots.map { slot in
                            let table = tableOfSlot[place.sector * problem.scenario.axis.slotCount + slot]
                            return tables[Int(table)].caps[group.type]
                        }
                    }.max()
                    combinations *= min(useful ?? 0, group.agents.count) + 1
                    if combinations > Self.mostRoundCombinations { return false }
                }
                return true
            }.flatMap { $0.map { rounds[$0] } })
    }

    /// Joint counts of rounds that a step of the dual may try.
    private static let mostRoundCombinations = 1000

    /// Duties of a night by type and presence, with the agents who may work them.
    private func draftGroups(_ day: Int) -> [GroupDraft] {
        struct Key: Hashable {
            let type: Int
            let presence: [Presence]
            /// The only duty of the group, where each is to have a group of its own.
            let duty: Int?
        }
        let scenario = problem.scenario
        let axis = scenario.axis
        let dutyCount = problem.duties.count
        var known: [Key: Int] = [:]
        var groups: [GroupDraft] = []
        for duty in problem.duties.indices {
            guard let work = problem.dutyDays[day * dutyCount + duty] else { continue }
            // Group by type; nil inside where agents of the type are of no use in this duty.
            var positions: [Int: Int?] = [:]
            for (number, agent) in scenario.agents.enumerated()
            where problem.availability[number].isAvailable(problem.duties[duty], day: day) {
                let type = agent.type.value
                if positions[type] == nil {
                    let presence: [Presence] = Set(work.stays.map(\.sector)).sorted().compactMap { sector in
                        let slots = work.stays.filter { $0.sector == sector }.flatMap(\.slots).filter { slot in
                            let table = tableOfSlot[sector * axis.slotCount + slot]
                            return table >= 0 && tables[Int(table)].caps[type] > 0
                        }
                        return slots.isEmpty ? nil : Presence(sector: sector, slots: slots.sorted())
                    }
                    let key = Key(
                        type: type, presence: presence, duty: switchedOff.contains(.dutyGroups) ? duty : nil)
                    if presence.isEmpty {
                        positions[type] = .some(nil)
                    } else if let position = known[key] {
                        positions[type] = position
                        groups[position].duties.append(duty)
                    } else {
                        known[key] = groups.count
                        positions[type] = groups.count
                        groups.append(GroupDraft(type: type, duties: [duty], presence: presence, agents: []))
                    }
                }
                if let position = positions[type] ?? nil { groups[position].agents.insert(number) }
            }
        }
        return groups
    }

    /// Blocks of a night.
    private func draftBlocks(_ day: Int, _ groups: [GroupDraft]) -> [BlockDraft] {
        let scenario = problem.scenario
        let axis = scenario.axis
        let people = peopleBySector(day)
        return scenario.sectors.indices.compactMap { sector in
            let needed = axis.slots(ofDay: day).filter { tableOfSlot[sector * axis.slotCount + $0] >= 0 }
            guard !needed.isEmpty else { return nil }
            var place: [Int: Int] = [:]
            for (position, slot) in needed.enumerated() { place[slot] = position }
            var rows: [(group: Int, slots: [Int])] = []
            for (number, group) in groups.enumerated() {
                guard let presence = group.presence.first(where: { $0.sector == sector }) else { continue }
                rows.append((number, presence.slots))
            }
            rows.sort { (groups[$0.group].type, $0.group) < (groups[$1.group].type, $1.group) }
            let key = StaffingKey(
                tables: needed.map { tableOfSlot[sector * axis.slotCount + $0] },
                rowTypes: rows.map { groups[$0.group].type },
                rowSlots: rows.map { $0.slots.compactMap { place[$0] } },
                caps: people[sector])
            return BlockDraft(sector: sector, needed: needed, rows: rows, key: key)
        }
    }

    /// Agents of each type who may lawfully be in each sector on a day, on whatever duty.
    private func peopleBySector(_ day: Int) -> [[Int]] {
        let scenario = problem.scenario
        let types = scenario.agentTypes.count
        var people = Array(repeating: Array(repeating: 0, count: types), count: scenario.sectors.count)
        for (number, agent) in scenario.agents.enumerated() {
            var sectors = Set<Int>()
            for (duty, definition) in problem.duties.enumerated()
            where problem.availability[number].isAvailable(definition, day: day) {
                for stay in problem.dutyDays[day * problem.duties.count + duty]?.stays ?? [] where !stay.slots.isEmpty {
                    sectors.insert(stay.sector)
                }
            }
            for sector in sectors { people[sector][agent.type.value] += 1 }
        }
        return people
    }

    /// Adds a block and ties its rows to the groups that supply them.
    private mutating func add(_ block: NightBlock, groupsOfRows: [[Int]]) {
        for (row, suppliers) in groupsOfRows.enumerated() {
            for group in suppliers {
                // The slot form counts every agent alike.
                let levels =
                    block.isSlotForm
                    ? Array(repeating: Int32(block.firstPrice + row), count: groups[group].people)
                    : Array(block.levels(ofRow: row))
                groups[group].places.append(
                    DutyGroup.Place(block: blocks.count, row: row, levels: levels, most: block.mostUsed(row)))
            }
        }
        priceCount += block.priceCount
        blocks.append(block)
    }

    /// Groups between which some agent may choose share a pool; pools whose rounds meet in a sector share a muster.
    private mutating func draftMusters(day: Int, _ drafts: [GroupDraft], firstGroup: Int, firstBlock: Int) {
        var parts = DisjointSets(count: drafts.count)
        var groupOfAgent: [Int: Int] = [:]
        for (number, draft) in drafts.enumerated() {
            for agent in draft.agents.sorted() where !switchedOff.contains(.musterPools) {
                if let other = groupOfAgent[agent] { parts.join(number, other) } else { groupOfAgent[agent] = number }
            }
        }
        let pools = parts.sets
        // Rounds by label.
        var visits: [(block: Int, rows: [(group: Int, row: Int)])] = []
        for block in firstBlock..<blocks.count where blocks[block].label != nil {
            let rows = blocks[block].label?.rows ?? []
            visits.append(
                (
                    block,
                    rows.compactMap { row in
                        drafts.indices.first { number in
                            groups[firstGroup + number].places.contains { $0.block == block && $0.row == row }
                        }.map { ($0, row) }
                    }
                ))
        }
        let poolOfGroup = Dictionary(
            uniqueKeysWithValues: pools.enumerated().flatMap { pool, members in members.map { ($0, pool) } })
        var meeting = DisjointSets(count: pools.count)
        for visit in visits {
            for entry in visit.rows.dropFirst() {
                meeting.join(poolOfGroup[entry.group] ?? 0, poolOfGroup[visit.rows[0].group] ?? 0)
            }
        }
        let labelled = Set(visits.flatMap { $0.rows.map(\.group) })
        for members in meeting.sets {
            var rounds: [NightMuster.Round] = []
            var roundOfGroup: [Int: Int] = [:]
            for (position, pool) in members.enumerated() {
                for number in pools[pool] where labelled.contains(number) {
                    roundOfGroup[number] = rounds.count
                    rounds.append(
                        NightMuster.Round(
                            group: firstGroup + number, pool: position,
                            most: groups[firstGroup + number].places.reduce(0) { max($0, $1.most) }))
                }
            }
            let views = visits.filter { visit in visit.rows.contains { roundOfGroup[$0.group] != nil } }.map { visit in
                let label = blocks[visit.block].label
                return NightMuster.View(
                    firstPrice: label?.firstPrice ?? 0, count: label?.count ?? 0,
                    terms: visit.rows.enumerated().map { position, entry in
                        (
                            round: roundOfGroup[entry.group] ?? 0, most: label?.most[position] ?? 0,
                            stride: label?.strides[position] ?? 0
                        )
                    })
            }
            musterDrafts.append(
                MusterDraft(
                    day: day,
                    pools: members.map { pool in
                        (
                            people: pools[pool].reduce(into: Set()) { $0.formUnion(drafts[$1].agents) }.count,
                            groups: pools[pool].filter { !labelled.contains($0) }.map { firstGroup + $0 }
                        )
                    }, rounds: rounds, views: views))
        }
    }

    /// The slot form of one sector and night: one small block per segment, whose rows are the types present.
    ///
    /// Neighbouring slots share a segment only when the same duties are present in them and their costs are equal up to
    /// one factor, so that the best mixture of teams is the same in each (`semantics`: anything looser can lie above the
    /// true optimum).
    private mutating func addSegments(day: Int, _ draft: BlockDraft, firstGroup: Int) {
        let needed = draft.needed
        func who(_ slot: Int) -> [Int] { draft.rows.indices.filter { draft.rows[$0].slots.contains(slot) } }
        func table(_ slot: Int) -> SlotCostTable {
            tables[Int(tableOfSlot[draft.sector * problem.scenario.axis.slotCount + slot])]
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
            let types = Set(present.map { draft.key.rowTypes[$0] }).sorted()
            // The slot form knows no cap by people available, only by usefulness.
            let segment = StaffingKey(
                tables: slots.map { tableOfSlot[draft.sector * problem.scenario.axis.slotCount + $0] },
                rowTypes: types, rowSlots: types.map { _ in Array(0..<slots.count) },
                caps: Array(repeating: Int.max, count: draft.key.caps.count))
            let staffings = StaffingEnumerator(StaffingProgram(segment, tables: tables), limit: Int.max)
                .enumerate()
            add(
                NightBlock(
                    day: day, sector: draft.sector, segment: slots, rowTypes: types, rounds: [],
                    uses: staffings?.uses ?? [],
                    costs: staffings?.costs ?? [], firstPrice: priceCount),
                groupsOfRows: types.map { type in
                    present.filter { draft.key.rowTypes[$0] == type }.map { firstGroup + draft.rows[$0].group }
                })
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
