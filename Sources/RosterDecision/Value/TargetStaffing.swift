import RosterEngine
import RosterModel

/// Finds how many more agents of one profession are needed until one team is present in given sectors and hours every night.
///
/// New agents work in all sectors of the target, on all shifts of their profession. Numbers are doubled until a roster meets
/// the target, then halved between what fails and what does. A number is proved too small when the bound of what stays
/// missing is above 0; one that merely was not reached in time leaves a distance between the two figures told.
struct TargetStaffing {
    private let scenario: Scenario
    private let request: Valuation.TargetRequest
    private let parameters: ComparisonParameters
    private let clock: @Sendable () -> Double
    private let stop: StopFlag

    /// More agents than this are not tried.
    private static let most = 256

    init(
        _ scenario: Scenario, _ request: Valuation.TargetRequest, parameters: ComparisonParameters,
        clock: @escaping @Sendable () -> Double, stop: StopFlag
    ) {
        self.request = request
        self.parameters = parameters
        self.clock = clock
        self.stop = stop
        self.scenario = Self.wanting(request, in: scenario)
    }

    /// The scenario that asks for nothing but the target: one point a missing team-minute.
    private static func wanting(_ request: Valuation.TargetRequest, in scenario: Scenario) -> Scenario {
        var target = scenario
        let slots = scenario.slots(in: request.hours)
        target.requirements = request.sectors.map { sector in
            let kinds = scenario.teamKinds.indices.map { TeamKindID($0) }.filter { kind in
                scenario.requirements.contains { $0.sector == sector && $0.kinds.contains(kind) }
            }
            return CoverRequirement(
                id: scenario[sector].id, sector: sector, kinds: kinds, weight: 1, teams: slots.map { $0 ? 1 : 0 },
                pointsPerTeam: slots.map { $0 ? Int32(scenario.axis.gridMinutes) : 0 })
        }
        return target
    }

    /// The needs by profession.
    mutating func run(
        until end: Double?, onTry: (ProfessionID, Int) -> Void
    ) throws -> StaffingTarget {
        let able = scenario.professions.indices.map { ProfessionID($0) }.filter { profession in
            scenario.agents.contains { $0.profession == profession }
                && scenario.requirements.allSatisfy { requirement in
                    requirement.kinds.contains { kind in
                        scenario[kind].places.allSatisfy { $0.professions.contains(profession) }
                    }
                }
        }
        let start = clock()
        var needs: [StaffingTarget.Need] = []
        for (position, profession) in able.enumerated() {
            let share = Double(position + 1) / Double(able.count)
            needs.append(
                try need(of: profession, until: end.map { start + ($0 - start) * share }) { onTry(profession, $0) })
        }
        return StaffingTarget(sectors: request.sectors, hours: request.hours, needs: needs)
    }

    private func need(
        of profession: ProfessionID, until end: Double?, onTry: (Int) -> Void
    ) throws -> StaffingTarget.Need {
        var failed = -1
        var provedTooFew = -1
        var enough: Int?
        func attempt(_ count: Int, share: Double) throws {
            onTry(count)
            var record = ScenarioRecord(name: scenario.name, scenario: larger(by: count, of: profession))
            try record.plan(
                .points, start: nil,
                parameters: PlanParameters(
                    timeLimit: end.map { min($0, clock() + max(0.5, $0 - clock()) * share) }, work: parameters.work,
                    threads: parameters.threads, seed: parameters.seed), clock: clock, stop: stop)
            if record.points.best == 0 {
                enough = min(count, enough ?? count)
            } else {
                failed = max(failed, count)
                if record.points.bound > 0 { provedTooFew = max(provedTooFew, count) }
            }
        }
        func isOver() -> Bool { stop.isRaised || end.map { $0 - clock() < 0.5 } ?? false }
        var count = 0
        while enough == nil, count <= Self.most, !isOver() {
            try attempt(count, share: 0.15)
            count = count == 0 ? 1 : count * 2
        }
        while let most = enough, most - failed > 1, !isOver() { try attempt((most + failed) / 2, share: 0.25) }
        return StaffingTarget.Need(profession: profession, atLeast: provedTooFew + 1, enough: enough)
    }

    /// The target scenario with more agents of a profession.
    private func larger(by count: Int, of profession: ProfessionID) -> Scenario {
        var larger = scenario
        let models = AgentGroup.groups(of: scenario).filter { $0.model.profession == profession }
        guard
            let model = models.max(by: { ($0.model.maximumMinutes ?? .max) < ($1.model.maximumMinutes ?? .max) })?.model
        else { return scenario }
        // Whatever a place of a pure kind asks for, a new agent may bring.
        let asked = scenario.teamKinds.filter { $0.places.allSatisfy { $0.professions.contains(profession) } }
            .flatMap { $0.places.flatMap(\.qualifications) }
        let shifts = scenario.shifts.indices.map { ShiftID($0) }.filter { id in
            let shift = scenario[id]
            return shift.professions.contains(profession) && shift.stages.isEmpty
                && (shift.employers.isEmpty || shift.employers.contains(model.employer))
        }
        for number in 0..<count {
            larger.add(
                Agent(
                    id: "plus-\(number + 1)", employer: model.employer, profession: profession, regime: model.regime,
                    type: model.type, maximumMinutes: model.maximumMinutes, availableMinutes: model.availableMinutes,
                    sectors: request.sectors, shifts: shifts,
                    qualifications: Array(Set(model.qualifications + asked)).sorted()))
        }
        return larger
    }
}
