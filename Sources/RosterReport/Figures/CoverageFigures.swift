package import RosterModel

/// Sums of a ``CoverageReport`` by sector, night and hour, from which texts and pictures are drawn.
package struct CoverageFigures: Sendable {
    /// Service day of each slot.
    package let dayOfSlot: [Int]
    /// Clock at which each slot starts, counted from 00:00 of the service day's date.
    package let clockOfSlot: [Int]
    /// Teams required by sector and slot, summed over requirements.
    package private(set) var required: [[Int]]
    /// Teams missing by sector and slot, summed over requirements.
    package private(set) var missing: [[Int]]
    /// Whether any team is formed, by sector and slot.
    package let isAnyTeamFormed: [[Bool]]
    /// All slots, by sector.
    package private(set) var sectors: [CoverTally]
    /// Slots of the late window, by sector.
    package private(set) var lateSectors: [CoverTally]
    /// Slots of the late window, by service day.
    package private(set) var lateNights: [CoverTally]
    /// Slots of the late window, by type of day and sector.
    package private(set) var lateTypes: [[CoverTally]]
    /// Slots of the core of the night, by sector.
    package private(set) var coreSectors: [CoverTally]
    /// Share of need by type of day, sector and hour of the service day (0..<48): `hours[type][sector][hour]`.
    package private(set) var hours: [[[CoverTally]]]

    /// Late team-minutes missing for want of an accepted kind, by the kinds that some requirement accepts, most first.
    package private(set) var missingCapabilities: [(kinds: [TeamKindID], minutes: Int)]

    /// Sums the report.
    ///
    /// - Parameter floor: What nobody may cover; without it ``CoverTally/unreachable`` is 0.
    package init(scenario: Scenario, coverage: CoverageReport, floor: PresenceFloor? = nil) {
        let axis = scenario.axis
        let sectorCount = scenario.sectors.count
        let slotCount = axis.slotCount
        var days: [Int] = []
        var clocks: [Int] = []
        for day in 0..<axis.dayCount {
            for slot in axis.slots(ofDay: day) {
                days.append(day)
                clocks.append(axis.serviceClock(axis.minutes(ofSlot: slot).lowerBound, day: day))
            }
        }
        let isLate = scenario.slots(in: scenario.lateWindow)
        let isCore = scenario.slots(in: scenario.coreWindow)
        let kinds = scenario.teamKinds.count
        let formed = coverage.teamsFormed.map { row in
            (0..<slotCount).map { slot in row[slot * kinds..<(slot + 1) * kinds].contains { $0 > 0 } }
        }
        var required = Array(repeating: Array(repeating: 0, count: slotCount), count: sectorCount)
        var missing = required
        var sectors = Array(repeating: CoverTally(), count: sectorCount)
        var late = sectors
        var core = sectors
        var lateTypes = Array(repeating: sectors, count: DayType.allCases.count)
        var nights = Array(repeating: CoverTally(), count: axis.dayCount)
        var hours = Array(
            repeating: Array(repeating: Array(repeating: CoverTally(), count: 48), count: sectorCount),
            count: DayType.allCases.count)
        var capabilities: [[TeamKindID]: Int] = [:]
        for (index, (requirement, missingTeams)) in zip(scenario.requirements, coverage.missing).enumerated() {
            let sector = requirement.sector.value
            let accepted = requirement.kinds.sorted()
            for slot in 0..<slotCount where requirement.teams[slot] > 0 {
                let teams = Int(requirement.teams[slot])
                let absent = Int(missingTeams[slot])
                required[sector][slot] += teams
                missing[sector][slot] += absent
                let isCapable = accepted.contains { coverage.teamsFormed[sector][slot * kinds + $0.value] > 0 }
                let lacksCapability = formed[sector][slot] && !isCapable
                // A roster that breaks rules may cover what no lawful one can.
                let unreachable = min(absent, Int(floor?.missing[index][slot] ?? 0)) * axis.gridMinutes
                let isPossible = floor?.isTeamPossible[sector][slot] ?? true
                let tally = CoverTally(
                    required: teams * axis.gridMinutes,
                    missing: absent * axis.gridMinutes,
                    nobody: formed[sector][slot] ? 0 : absent * axis.gridMinutes,
                    capability: lacksCapability ? absent * axis.gridMinutes : 0,
                    unreachable: unreachable,
                    nobodyUnreachable: isPossible || formed[sector][slot] ? 0 : absent * axis.gridMinutes,
                    demandPoints: teams * Int(requirement.pointsPerTeam[slot]),
                    missingPoints: absent * Int(requirement.pointsPerTeam[slot])
                )
                sectors[sector] += tally
                if isLate[slot] {
                    if tally.capability > 0 { capabilities[accepted, default: 0] += tally.capability }
                    late[sector] += tally
                    lateTypes[DayType.all.rawValue][sector] += tally
                    lateTypes[DayType(axis.weekday(ofDay: days[slot])).rawValue][sector] += tally
                    nights[days[slot]] += tally
                }
                if isCore[slot] { core[sector] += tally }
                let hour = min(47, max(0, clocks[slot] / 60))
                hours[DayType.all.rawValue][sector][hour] += tally
                hours[DayType(axis.weekday(ofDay: days[slot])).rawValue][sector][hour] += tally
            }
        }
        dayOfSlot = days
        clockOfSlot = clocks
        isAnyTeamFormed = formed
        self.required = required
        self.missing = missing
        self.sectors = sectors
        lateSectors = late
        lateNights = nights
        coreSectors = core
        self.lateTypes = lateTypes
        self.hours = hours
        missingCapabilities = capabilities.map { ($0.key, $0.value) }.sorted {
            $0.minutes != $1.minutes ? $0.minutes > $1.minutes : $0.kinds.lexicographicallyPrecedes($1.kinds)
        }
    }

    /// Hours of the service day in which something is required anywhere; nil without any need.
    package var neededHours: Range<Int>? {
        let needed = (0..<48).filter { hour in hours[DayType.all.rawValue].contains { $0[hour].required > 0 } }
        guard let first = needed.first, let last = needed.last else { return nil }
        return first..<last + 1
    }

    /// Positions of the largest values, ties in order; values of 0 are left out.
    package static func largest(_ count: Int, of values: [Int]) -> [Int] {
        Array(
            values.indices.filter { values[$0] > 0 }
                .sorted { (-values[$0], $0) < (-values[$1], $1) }
                .prefix(count))
    }
}
