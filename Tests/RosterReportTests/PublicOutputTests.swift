import Foundation
import RosterModel
import RosterReport
import Testing

/// What the public gets, in every form: no agent, and no figure by profession or employer of fewer than 5 agents.
@Suite struct PublicOutputTests {
    /// The town with everything a report can speak of: names, wishes, breaches, near limits, missions that only the two
    /// mediators can answer, commitments of both employers, a roster that was done.
    private var content: ReportContent {
        var town = SmallTown()
        town.scenario.wishes = [Wish(agent: AgentID(0), day: 0, content: .off, weight: 100)]
        town.coverage.refusedWishes = [0]
        town.violations = [
            Violation(
                rule: .dailyRest, agent: AgentID(0), day: 1, measured: 600, limit: 660, unit: .minutes,
                article: "décret 2000-815", acceptedReason: "à la demande de Zoé Nom-Un (agent-001)")
        ]
        town.notVerifiable = [UnverifiableRule(rule: .sundaysOff, agents: [AgentID(0), AgentID(4)])]
        let always = Array(repeating: true, count: 72)
        town.scenario.teamKinds.append(
            TeamKind(
                id: "duo-med", name: "Duo de médiation",
                places: [TeamKind.Place(count: 2, professions: [ProfessionID(0)])], hours: nil, sectors: nil,
                countsInSlot: always))
        town.coverage.teamsFormed = town.coverage.teamsFormed.map { row in row.flatMap { [$0, UInt8(0)] } }
        town.coverage.isTeamPossible = town.coverage.isTeamPossible.map { row in row.flatMap { [$0, false] } }
        town.scenario.missions = [
            Mission(id: "ecoute", name: "Écoute discrète", kinds: [TeamKindID(1)], sectors: nil, arisesInSlot: always),
            Mission(id: "bruit", name: "Tapage", kinds: [TeamKindID(0)], sectors: nil, arisesInSlot: always),
        ]
        town.scenario.commitments = [0, 1].map {
            Commitment(
                employer: EmployerID($0), sector: SectorID(0), hours: ClockRange(start: 1200, end: 1440),
                days: [true, true, true], isInBand: always, minutes: 600 + 60 * $0)
        }
        town.scenario.hourCosts = [HourCost(profession: ProfessionID(0), base: 2345), HourCost(base: 2777)]
        var content = town.content
        content.nearLimits = [
            NearLimit(
                rule: .dailyRest, agent: AgentID(1), day: 0, measured: 661, limit: 660, unit: .minutes,
                article: "décret 2000-815", days: [0])
        ]
        content.softBreaches = [
            Violation(
                rule: .sundaysOff, agent: AgentID(3), day: 1, measured: 1, limit: 0, unit: .sundays,
                article: "décret 2000-815")
        ]
        content.agreements = ["accord pour agent-001, Zoé Nom-Un"]
        content.done = (town.roster, town.coverage)
        return content
    }

    private func outputs(_ language: Language, _ audience: Audience) throws -> [String] {
        var content = content
        content.language = language
        return [
            ReportPage.html(content, audience: audience),
            String(decoding: try ReportJSON.encode(content, audience: audience), as: UTF8.self),
        ]
    }

    @Test(arguments: Language.allCases)
    func `no agent is in any public output`(language: Language) throws {
        for output in try outputs(language, .public) {
            for word in ["agent-00", "Nom-", "Zoé", "Yves"] { #expect(!output.contains(word), "\(word)") }
        }
        // The coordinator sees them, so the words above are the right ones to look for.
        #expect(try outputs(language, .coordinator).allSatisfy { $0.contains("agent-001") })
    }

    @Test(arguments: Language.allCases)
    func `no profession or employer of fewer than five is in any public output`(language: Language) throws {
        // The two mediators are all that the Régie has; the five officers are all of the Ville.
        let small = ["Régie", "regie", "Médiateur", "mediateur", "Écoute discrète", "ecoute", "presence-tilleuls"]
        for output in try outputs(language, .public) {
            for word in small { #expect(!output.contains(word), "\(word)") }
            #expect(output.contains("Tilleuls"))
        }
        let page = try outputs(language, .coordinator)[0]
        for word in ["Régie", "Médiateur", "Écoute discrète"] { #expect(page.contains(word), "\(word)") }
    }

    @Test func `hours of small groups cannot be had by subtraction`() throws {
        let json = try ReportJSON.encode(content, audience: .public)
        let file = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        let hours = try #require(file["hours"] as? [[String: Any]])
        // Five officers alone would leave the two mediators as the rest of seven: all are shown together.
        #expect(hours.compactMap { $0["agents"] as? Int } == [7])
        let fairness = try #require(file["fairness"] as? [[String: Any]])
        #expect(fairness.compactMap { $0["agents"] as? Int } == [5])
        // Two mediators were all that came to Tilleuls.
        let sectors = try #require(file["sectors"] as? [[String: Any]])
        #expect(sectors.allSatisfy { $0["continuity"] == nil })
        #expect(file["agents"] == nil)
    }

    @Test func `presence of teams by sector stays public`() throws {
        let json = try ReportJSON.encode(content, audience: .public)
        let file = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        let sectors = try #require(file["sectors"] as? [[String: Any]])
        #expect(sectors.compactMap { $0["lateUncoveredHours"] as? Double } == [10, 10])
        #expect(ReportPage.html(content, audience: .public).contains("id=\"nuits\""))
    }
}
