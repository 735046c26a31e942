import RosterCheck
import RosterModel
import TestSupport
import Testing

/// One line per rule, regime and situation in the check: kept at the limit, broken one step beyond it.
@Suite struct RuleTableTests {
    @Test func `the supplied regimes are all in the table`() {
        #expect(RuleTable.supplied.map(\.id).sorted() == RuleTable.suppliedIDs.sorted())
    }

    @Test func `every rule is in one of the tables`() {
        let regimes = Set(RuleTable.rows.map(\.rule))
        let people = Set(AgentRuleTable.rows.map(\.rule))
        #expect(Set(RuleTable.complete.sources.map(\.rule)) == regimes)
        #expect(regimes.isDisjoint(with: people))
        #expect(regimes.union(people) == Set(Rule.allCases))
    }

    @Test(arguments: RuleTable.rows)
    func `kept at the limit and broken one step beyond it`(row: RuleTable.Row) throws {
        let bench = RuleBench(row)
        let (kept, broken) = try #require(bench.cases, "no case for \(row.rule)")
        let fine = bench.breaches(kept)
        #expect(fine.isEmpty, "kept: \(fine)")
        if row.situation == .unknownPast, broken.contains(where: { $0.day < 0 }) {
            // Nobody knows: it must not be called a breach, and must be called unverifiable.
            #expect(bench.breaches(broken).isEmpty)
            #expect(bench.unverifiable.contains(row.rule), "\(bench.unverifiable)")
        } else {
            let found = bench.breaches(broken)
            #expect(!found.isEmpty, "broken, yet nothing found")
            #expect(found.allSatisfy { !$0.article.isEmpty && !$0.days.isEmpty })
        }
    }

    @Test(arguments: AgentRuleTable.rows)
    func `rules of one agent`(row: AgentRuleTable.Row) {
        func breaches(_ shifts: [WorkedShift]) -> [Violation] {
            RosterChecker(row.scenario).violations(in: Roster(shifts: shifts))
        }
        #expect(breaches(row.kept).isEmpty)
        #expect(breaches(row.broken).contains { $0.rule == row.rule })
        #expect(breaches(row.broken).allSatisfy { $0.rule == row.rule })
    }
}
