import Dispatch
import RosterCheck
public import RosterModel
import Synchronization

/// Says why slots stay without enough teams, by relaxing and solving anew around each of them.
///
/// Everybody else's line stays as it is. An agent may take one more shift, or another one in the place of what he works that
/// night; the checker's audit says which rules that breaks. For each slot the smallest sets of reasons are searched whose
/// relaxation lets enough agents come for one more team, with no other requirement of the slot worse off. Of other nights an agent
/// gives up what is spare (``SpareWork``) when it stands in the way, and nothing else: hours and rests used up by work that may be
/// needed are the reason then.
public struct GapExplainer: Sendable {
    private let checker: RosterChecker
    private let coverage: CoverageReport
    private let presence: NightPresence
    private let lines: [[WorkedShift]]
    private let spare: SpareWork

    /// Prepares explanations for a roster.
    public init(_ scenario: Scenario, roster: Roster) {
        checker = RosterChecker(scenario)
        coverage = checker.coverage(of: roster)
        presence = NightPresence(scenario, roster)
        lines = roster.lines(agents: scenario.agents.count)
        spare = SpareWork(checker: checker, presence: presence, lines: lines)
    }

    private var scenario: Scenario { checker.scenario }

    /// Team-minutes missing in the roster, all of which ``explanations(threads:)`` explains.
    public var missingMinutes: Int { coverage.missingMinutes }

    /// What is found for one slot.
    fileprivate struct Finding: Equatable {
        let missing: Int
        let isPartnerMissing: Bool
        let sets: [ReasonSet]
        let price: GapExplanation.Price?
    }

    /// Explanations of all uncovered intervals, by service day, requirement and time.
    ///
    /// - Parameter threads: Threads to use; the result does not depend on it.
    public func explanations(threads: Int = 1) -> [GapExplanation] {
        let days = scenario.axis.dayCount
        let found = Mutex([Int: [GapExplanation]]())
        let next = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, days))) { _ in
            while true {
                let day = next.withLock { value in
                    defer { value += 1 }
                    return value
                }
                if day >= days { return }
                let ofDay = explanations(day: day)
                found.withLock { $0[day] = ofDay }
            }
        }
        return found.withLock { found in (0..<days).flatMap { found[$0] ?? [] } }
    }

    private func explanations(day: Int) -> [GapExplanation] {
        var options = AgentOptions(checker: checker, presence: presence, lines: lines, spare: spare)
        return scenario.requirements.indices.flatMap { requirement -> [GapExplanation] in
            var intervals: [(slots: Range<Int>, finding: Finding)] = []
            for slot in scenario.axis.slots(ofDay: day) where coverage.missing[requirement][slot] > 0 {
                let finding = explain(requirement, slot: slot, day: day, &options)
                if let last = intervals.last, last.slots.upperBound == slot,
                    last.finding.merging(finding) != nil
                {
                    let merged = last.finding.merging(finding) ?? finding
                    intervals[intervals.count - 1] = (last.slots.lowerBound..<slot + 1, merged)
                } else {
                    intervals.append((slot..<slot + 1, finding))
                }
            }
            return intervals.map { slots, finding in
                GapExplanation(
                    requirement: RequirementID(requirement), day: day, slots: slots, missing: finding.missing,
                    isPartnerMissing: finding.isPartnerMissing, alternatives: finding.sets.map(\.reasons),
                    price: finding.price)
            }
        }
    }

    private func explain(_ requirement: Int, slot: Int, day: Int, _ options: inout AgentOptions) -> Finding {
        let sector = scenario.requirements[requirement].sector.value
        let question = SlotQuestion(
            presence, requirement: requirement, slot: slot,
            missing: presence.requirements[sector].map { Int(coverage.missing[$0][slot]) })
        let here = presence.agents(sector, slot)
        let candidates = scenario.agents.indices.map { AgentID($0) }.filter {
            question.concerns(type: scenario[$0].type.value) && !here.contains($0)
        }
        var ways: [(agent: AgentID, options: [AgentOptions.Option])] = candidates.map {
            ($0, options.options($0, day: day, sector: sector, slot: slot))
        }
        func extra(_ set: ReasonSet) -> [Int] {
            var extra = Array(repeating: 0, count: scenario.agentTypes.count)
            for (agent, options) in ways where options.contains(where: { $0.reasons.isSubset(of: set) }) {
                extra[scenario[agent].type.value] += 1
            }
            return extra
        }
        func smallest(within all: ReasonSet, _ subsets: [[ReasonSet]]) -> [ReasonSet] {
            guard question.isCovered(adding: extra(all), relaxing: all) else { return [] }
            // A reason that stands against nobody is in no smallest set.
            let known = ways.reduce(ReasonSet(.teamSize)) { $1.options.reduce($0) { $0.union($1.reasons) } }
            for sets in subsets {
                let enough = sets.filter {
                    $0.isSubset(of: known) && question.isCovered(adding: extra($0), relaxing: $0)
                }
                if !enough.isEmpty { return enough }
            }
            return []
        }
        let isFreeToCome = ways.contains { agent, options in
            question.accepts(type: scenario[agent].type.value) && options.contains { $0.reasons.isEmpty }
        }
        var sets = smallest(within: .relaxable, ReasonSet.subsetsOfRelaxable)
        if sets.isEmpty {
            // Only when no shift that exists would do, shifts that do not exist are thought of.
            ways = ways.map { agent, known in
                (agent, known + options.optionsWithoutShift(agent, day: day, sector: sector, slot: slot))
            }
            sets = smallest(within: .withoutShift, ReasonSet.subsetsWithoutShift)
        }
        if sets.isEmpty { sets = [ReasonSet(.nobodyQualified)] }
        let isPartnerMissing = sets != [[]] && (question.hasIdlePresence || isFreeToCome)
        return Finding(
            missing: Int(coverage.missing[requirement][slot]), isPartnerMissing: isPartnerMissing, sets: sets,
            price: sets.contains(ReasonSet(.otherHour)) ? price(ways, question, options) : nil)
    }

    /// Least price found of letting agents come who work elsewhere or at other hours that night.
    ///
    /// Agents who work together now are tried together, since a team broken up costs as much as one that leaves; so are the
    /// cheapest ones of all. Another choice may still be cheaper.
    private func price(
        _ ways: [(agent: AgentID, options: [AgentOptions.Option])], _ question: SlotQuestion, _ options: AgentOptions
    ) -> GapExplanation.Price? {
        let set = ReasonSet(.otherHour)
        let moves = ways.compactMap { agent, known -> (shift: WorkedShift, minutes: Int)? in
            known.filter { $0.reasons.isSubset(of: set) }
                .map { ($0.shift, $0.reasons.isEmpty ? 0 : options.price(of: [$0.shift]).minutes) }
                .min { $0.1 < $1.1 }
        }.sorted { ($0.minutes, $0.shift.agent.value) < ($1.minutes, $1.shift.agent.value) }
        func isEnough(_ shifts: [WorkedShift]) -> Bool {
            var extra = Array(repeating: 0, count: scenario.agentTypes.count)
            for shift in shifts { extra[scenario[shift.agent].type.value] += 1 }
            return question.isCovered(adding: extra, relaxing: set)
        }
        /// Agents in order until the team is complete; who came to no use goes again, the dearest first.
        func choice(_ order: [WorkedShift]) -> [WorkedShift]? {
            var chosen: [WorkedShift] = []
            for shift in order where !isEnough(chosen) { chosen.append(shift) }
            for shift in chosen.reversed() {
                let fewer = chosen.filter { $0.agent != shift.agent }
                if isEnough(fewer) { chosen = fewer }
            }
            return isEnough(chosen) ? chosen : nil
        }
        let shifts = moves.map(\.shift)
        let stages = shifts.map { shift in options.worked(shift.agent, day: shift.day).flatMap(\.stages) }
        var orders = [shifts]
        for (position, own) in stages.enumerated() where !own.isEmpty && stages.firstIndex(of: own) == position {
            let together = shifts.indices.filter { stages[$0] == own }
            orders.append((together + shifts.indices.filter { stages[$0] != own }).map { shifts[$0] })
        }
        let prices = orders.compactMap(choice).map { options.price(of: $0) }
        return prices.min { $0.minutes < $1.minutes }.map { price in
            GapExplanation.Price(minutes: price.minutes, sectors: price.sectors.map { SectorID($0) })
        }
    }
}

extension GapExplainer.Finding {
    /// One finding for neighbours with equal reasons; the price is that of the dearer slot, since one move may serve both.
    fileprivate func merging(_ next: Self) -> Self? {
        guard missing == next.missing, isPartnerMissing == next.isPartnerMissing, sets == next.sets else { return nil }
        let dearer = [price, next.price].compactMap(\.self).max { $0.minutes < $1.minutes }
        return Self(missing: missing, isPartnerMissing: isPartnerMissing, sets: sets, price: dearer)
    }
}
