import Foundation
import Testing

/// `veilleur compare` as users run it.
@Suite struct CompareTests {
    private static let variant = """
        name: Un de plus
        changes:
          - add_agents: {like: m1, count: 1}
        """

    /// `lone-agent` of the tiny scenarios: what is in it is told in its file.
    private static let base = Workshop.scenarios.appendingPathComponent("Tiny/lone-agent").path

    @Test func writesComparisonAndProofsThatCheck() throws {
        let workshop = try Workshop()
        let first = try agents()[0]
        try workshop.write(Self.variant.replacing("m1", with: first), to: "plus.yaml")
        let run = try workshop.run(
            "compare", Self.base, workshop.path("plus.yaml"), "--output", workshop.path("resultat"), "--work", "20000")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.contains("Un de plus"))
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(workshop.text("resultat/comparison.json").utf8))
                as? [String: Any])
        let variants = try #require(json["variants"] as? [[String: Any]])
        #expect((variants[0]["verdict"] as? [String: String])?["lateHours"] != "worse")
        #expect(try workshop.text("resultat/comparison.html").contains("Un de plus"))
        let check = try workshop.run(
            "check", workshop.path("resultat/variant-1/scenario"), workshop.path("resultat/variant-1/roster.csv"),
            "--certificate", workshop.path("resultat/variant-1/certificate.json"))
        #expect(check.exitCode == 0, "\(check.output)\(check.errors)")
        // A second run replaces the first; the folder is recognised.
        let again = try workshop.run(
            "compare", Self.base, workshop.path("plus.yaml"), "--output", workshop.path("resultat"), "--work", "5000")
        #expect(again.exitCode == 0, "\(again.errors)")
    }

    @Test func faultsOfAllVariantsComeInOneRunAndNothingIsWritten() throws {
        let workshop = try Workshop()
        try workshop.write("changes: [{remove_agents: [zz]}]", to: "a.yaml")
        try workshop.write("changes: [{remove_shift: zz}]\ncost: x", to: "b.yaml")
        let run = try workshop.run(
            "compare", Self.base, workshop.path("a.yaml"), workshop.path("b.yaml"), "--output",
            workshop.path("resultat"), lang: "en_GB.UTF-8")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("a.yaml:1 [changes[0].remove_agents[0]]"))
        #expect(run.errors.contains("b.yaml:2 [cost]"))
        #expect(run.errors.contains("b.yaml:1 [changes[0].remove_shift]"))
        #expect(try workshop.contents("resultat") == nil)
    }

    @Test func unlimitedTimeIsWrongUsage() throws {
        let workshop = try Workshop()
        let run = try workshop.run("compare", Self.base, "x.yaml", "--output", "r", "--time-limit", "0")
        #expect(run.exitCode == 64)
    }

    private func agents() throws -> [String] {
        try String(contentsOfFile: Self.base + "/agents.csv", encoding: .utf8).split(separator: "\n").dropFirst()
            .compactMap { $0.split(separator: ",").first.map(String.init) }
    }
}
