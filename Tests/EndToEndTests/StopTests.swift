import Foundation
import Testing

/// Runs that are killed or interrupted while they plan.
@Suite struct StopTests {
    /// A plan that goes on until it is stopped, and is known to be searching.
    private func startPlan(in workshop: Workshop) throws -> Command {
        var command = try Command(
            [
                "plan", Workshop.scenarios.appendingPathComponent("ville-moyenne").path, "--output",
                workshop.path("resultat"), "--time-limit", "0", "--progress", "json",
            ], in: workshop.url)
        try command.awaitErrors("\"phase\":\"searching\"")
        return command
    }

    private func summary(_ workshop: Workshop) throws -> [String: Any] {
        try object(workshop.text("resultat/summary.json").utf8)
    }

    @Test func killedRunLeavesTheFormerResultAndTheNextOneWorks() throws {
        let workshop = try Workshop()
        try SharedPlan.copy(to: workshop)
        let before = try workshop.contents("resultat")
        var command = try startPlan(in: workshop)
        command.send(SIGKILL)
        let killed = try command.wait()
        #expect(killed.exitCode == -SIGKILL)
        #expect(killed.output.isEmpty)
        #expect(try workshop.contents("resultat") == before)

        let next = try workshop.run(
            "plan", SharedPlan.scenario, "--output", workshop.path("resultat"), "--work", "2000")
        #expect(next.exitCode == 0, "\(next.errors)")
        #expect(try workshop.contents("resultat") != before)
        // Whatever the killed run had left beside it is gone.
        #expect(try workshop.names == ["resultat"])
    }

    @Test func killedRunCreatesNoResult() throws {
        let workshop = try Workshop()
        var command = try startPlan(in: workshop)
        command.send(SIGKILL)
        _ = try command.wait()
        #expect(try workshop.contents("resultat") == nil)
    }

    @Test func interruptOnceWritesTheBestResultSoFar() throws {
        let workshop = try Workshop()
        var command = try startPlan(in: workshop)
        command.send(SIGINT)
        let stopped = try command.wait()
        #expect(stopped.exitCode == 0, "\(stopped.errors)")
        #expect(stopped.output.contains("infraction"))
        #expect(["interrupted", "optimal"].contains(try summary(workshop)["status"] as? String))
        #expect(try summary(workshop)["violations"] as? Int == 0)
        let check = try workshop.run(
            "check", Workshop.scenarios.appendingPathComponent("ville-moyenne").path,
            workshop.path("resultat/roster.csv"), "--certificate", workshop.path("resultat/certificate.json"))
        #expect(check.exitCode == 0, "\(check.output)\(check.errors)")
    }

    @Test func interruptTwiceWritesNothing() throws {
        let workshop = try Workshop()
        try SharedPlan.copy(to: workshop)
        let before = try workshop.contents("resultat")
        var command = try startPlan(in: workshop)
        // Two signals at once may count as one: the second goes out when the first is known to have arrived.
        command.send(SIGINT)
        try command.awaitErrors("\"phase\":\"polishing\"")
        command.send(SIGINT)
        let stopped = try command.wait()
        #expect(stopped.exitCode == 130)
        #expect(stopped.output.isEmpty)
        #expect(try workshop.contents("resultat") == before)
    }
}
