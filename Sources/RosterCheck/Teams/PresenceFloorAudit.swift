import RosterModel

/// What stays uncovered even if everybody who may lawfully be in a sector were there.
struct PresenceFloorAudit {
    private let calendar: RuleCalendar
    private var scenario: Scenario { calendar.scenario }

    init(_ calendar: RuleCalendar) { self.calendar = calendar }

    /// The least that any lawful roster leaves uncovered, slot by slot.
    ///
    /// - Complexity: One look at each shift an agent may work, a day; formations of equal situations are tried once.
    func floor() -> PresenceFloor {
        let axis = scenario.axis
        let types = scenario.agentTypes.count
        let available = available()
        var missing = Array(
            repeating: Array(repeating: UInt8(0), count: axis.slotCount), count: scenario.requirements.count)
        var isPossible = Array(
            repeating: Array(repeating: false, count: axis.slotCount), count: scenario.sectors.count)
        var formations: [[Int]: TeamFormation] = [:]
        var leastMissing: [Question: Int] = [:]
        func least(_ kinds: [Int], accepted: [Int], teams: Int, people: [Int]) -> Int {
            let formation =
                formations[kinds]
                ?? TeamFormation(kinds: kinds.map { scenario.teamKinds[$0] }, types: scenario.agentTypes)
            formations[kinds] = formation
            // More people than all teams wanted can hold change nothing, and make equal situations of unequal ones.
            let capped = people.indices.map { min(people[$0], teams * formation.largestShare(of: $0)) }
            let question = Question(kinds: kinds, accepted: accepted, teams: teams, people: capped)
            if let known = leastMissing[question] { return known }
            let answer = formation.leastCost(
                present: capped, needs: [TeamFormation.Need(kinds: accepted, teams: teams, cost: 1)])
            leastMissing[question] = answer
            return answer
        }
        for sector in scenario.sectors.indices {
            let requirements = scenario.requirements.indices.filter {
                scenario.requirements[$0].sector.value == sector
            }
            for slot in 0..<axis.slotCount {
                let people = Array(available[sector][slot * types..<(slot + 1) * types])
                let kinds = scenario.teamKinds.indices.filter {
                    scenario.teamKinds[$0].counts(in: SectorID(sector), slot: slot)
                }
                isPossible[sector][slot] =
                    !kinds.isEmpty
                    && least(kinds, accepted: Array(kinds.indices), teams: 1, people: people) == 0
                for index in requirements {
                    let requirement = scenario.requirements[index]
                    let teams = Int(requirement.teams[slot])
                    guard teams > 0 else { continue }
                    let accepted = kinds.indices.filter { requirement.kinds.contains(TeamKindID(kinds[$0])) }
                    missing[index][slot] = UInt8(
                        clamping: accepted.isEmpty
                            ? teams : least(kinds, accepted: accepted, teams: teams, people: people))
                }
            }
        }
        return PresenceFloor(missing: missing, isTeamPossible: isPossible)
    }

    private struct Question: Hashable {
        let kinds: [Int]
        let accepted: [Int]
        let teams: Int
        let people: [Int]
    }

    /// People who may be there, by sector, slot and type: `[sector][slot * types + type]`.
    private func available() -> [[Int]] {
        let axis = scenario.axis
        let types = scenario.agentTypes.count
        var count = Array(
            repeating: Array(repeating: 0, count: axis.slotCount * types), count: scenario.sectors.count)
        struct Stay: Hashable {
            let day: Int
            let shift: ShiftID
            let sector: SectorID
        }
        var slotsOfStay: [Stay: [Int]] = [:]
        for (index, agent) in scenario.agents.enumerated() {
            let duties = LawfulDuties(calendar, AgentID(index))
            for day in 0..<axis.dayCount {
                let base = axis.slots(ofDay: day).lowerBound
                var places: [SectorID: Set<Int>] = [:]
                for duty in duties.available[day] {
                    for sector in duty.sectors {
                        let stay = Stay(day: day, shift: duty.shift, sector: sector)
                        let slots = slotsOfStay[stay] ?? DutyRows.slots(calendar, day, duty.shift, sector)
                        slotsOfStay[stay] = slots
                        places[sector, default: []].formUnion(slots)
                    }
                }
                for (sector, slots) in places {
                    for slot in slots { count[sector.value][(base + slot) * types + agent.type.value] += 1 }
                }
            }
        }
        return count
    }
}
