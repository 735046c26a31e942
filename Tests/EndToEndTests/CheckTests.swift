import Foundation
import Testing

/// What a forger may do to a result, and how `check` answers.
@Suite struct CheckTests {
    /// A copy of the shared plan, to be altered.
    private struct Forgery {
        let workshop: Workshop
        var rows: [[String]]
        var certificate: [String: Any]

        init() throws {
            workshop = try Workshop()
            rows = String(decoding: try #require(SharedPlan.files["roster.csv"]), as: UTF8.self)
                .split(separator: "\n").map {
                    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                }
            certificate = try object(#require(SharedPlan.files["certificate.json"]))
        }

        func check(_ options: String..., withCertificate: Bool = true) throws -> Command.Outcome {
            try workshop.write(rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n", to: "roster.csv")
            let data = try JSONSerialization.data(withJSONObject: certificate)
            try data.write(to: workshop.url.appendingPathComponent("certificate.json"))
            let proof = withCertificate ? ["--certificate", workshop.path("certificate.json")] : []
            return try Command.run(
                ["check", SharedPlan.scenario, workshop.path("roster.csv")] + proof + options, in: workshop.url)
        }

        /// Changes every price of every proof.
        mutating func changePrices(_ change: (Int) -> Int) throws {
            try changeProofs { proof in
                let staffings = try #require(proof["groups"] as? [[String: Any]])
                proof["groups"] = try staffings.map { duty in
                    var duty = duty
                    // Runs of a count and a price.
                    let runs = try #require(duty["prices"] as? [Int])
                    func changed(_ runs: [Int]) -> [Int] {
                        runs.enumerated().map { $0.offset % 2 == 1 ? change($0.element) : $0.element }
                    }
                    duty["prices"] = changed(runs)
                    duty["presence"] = try #require(duty["presence"] as? [[String: Any]]).map { presence in
                        var presence = presence
                        presence["levels"] = try #require(presence["levels"] as? [[Int]]).map(changed)
                        return presence
                    }
                    return duty
                }
            }
        }

        mutating func changeProofs(_ change: (inout [String: Any]) throws -> Void) throws {
            certificate["proofs"] = try #require(certificate["proofs"] as? [[String: Any]]).map { proof in
                var proof = proof
                try change(&proof)
                return proof
            }
        }
    }

    @Test func planPassesWithItsCertificate() throws {
        let check = try Forgery().check()
        #expect(check.exitCode == 0, "\(check.output)\(check.errors)")
        #expect(check.output.contains("0 infraction"))
        #expect(check.output.contains("Borne (niveau 1) : prouvée"))
        #expect(check.output.contains("Borne (heures tardives) : prouvée"))
        #expect(check.errors.isEmpty)
    }

    @Test func shiftMovedIntoARestIsFoundWithoutAnyCertificate() throws {
        var forgery = try Forgery()
        // A mediator's last evening of a week moved to the Sunday that his regime gives him off.
        let evenings = forgery.rows.indices.compactMap { index -> (index: Int, day: Int, sunday: Int)? in
            let row = forgery.rows[index]
            guard row[0].hasPrefix("med-"), let day = row[1].split(separator: "-").last.flatMap({ Int($0) }), day < 18
            else { return nil }
            return (index, day, [4, 11, 18].first { $0 >= day } ?? day)
        }.filter { $0.sunday > $0.day }
        let (index, day, sunday) = try #require(
            evenings.min { ($0.sunday - $0.day, $0.index) < ($1.sunday - $1.day, $1.index) })
        for column in 1...3 {
            for (old, new) in [(day + 1, sunday + 1), (day, sunday)] {
                forgery.rows[index][column] = forgery.rows[index][column]
                    .replacing(String(format: "-10-%02dT", old), with: String(format: "-10-%02d!", new))
            }
        }
        forgery.rows[index][1] = String(format: "2026-10-%02d", sunday)
        for column in 2...3 { forgery.rows[index][column].replace("!", with: "T") }
        let agent = forgery.rows[index][0]

        for withCertificate in [false, true] {
            let check = try forgery.check(withCertificate: withCertificate)
            #expect(check.exitCode == 2)
            #expect(check.output.contains("1 infraction") || check.output.contains("2 infraction"), "\(check.output)")
            #expect(check.output.contains(agent))
            #expect(check.output.contains("dimanche"), "\(check.output)")
        }
    }

    @Test func shiftMovedIntoADailyRestIsFound() throws {
        let workshop = try Workshop()
        let scenario = Workshop.scenarios.appendingPathComponent("Tiny/rest-forbids").path
        // Until 02:00, then from 08:00: 6 h of rest for 11 h due.
        try workshop.write(
            """
            agent,service_day,start,end,break_minutes,shift,sector,stage
            agent-1,2026-10-05,2026-10-05T18:00+02:00,2026-10-06T02:00+02:00,20,nuit,centre,1
            agent-1,2026-10-06,2026-10-06T08:00+02:00,2026-10-06T16:00+02:00,20,matin,centre,1

            """, to: "roster.csv")
        let check = try workshop.run("check", scenario, workshop.path("roster.csv"), "--json")
        #expect(check.exitCode == 2)
        let json = try object(check.output.utf8)
        #expect(json["holds"] as? Bool == false)
        let breach = try #require((json["violations"] as? [[String: Any]])?.first)
        #expect(breach["agent"] as? String == "agent-1")
        #expect(breach["measured"] as? Int == 360)
        #expect(breach["limit"] as? Int == 660)
    }

    @Test func deletedLineIsFound() throws {
        var forgery = try Forgery()
        forgery.rows.remove(at: forgery.rows.count / 2)
        // A roster of its own right: lawful, and told so.
        #expect(try forgery.check(withCertificate: false).exitCode == 0)
        let check = try forgery.check()
        #expect(check.exitCode == 2)
        #expect(check.output.contains("n'est pas celle de ce planning"))
    }

    @Test(arguments: ["doubled", "wiped", "negated"])
    func alteredPricesNoLongerProveTheBound(_ change: String) throws {
        var forgery = try Forgery()
        try forgery.changePrices { price in
            switch change {
            case "doubled": 2 * price
            case "wiped": 0
            default: -price
            }
        }
        let check = try forgery.check()
        #expect(check.exitCode == 2)
        #expect(check.output.contains("NON prouvée"))
    }

    @Test(arguments: ["points", "overlapMinutes", "unfairnessHundredths", "unusedMinutes"])
    func claimedFigureOfALevelIsHeldAgainstTheRoster(_ key: String) throws {
        var forgery = try Forgery()
        var levels = try #require(forgery.certificate["levels"] as? [String: Int])
        levels[key, default: 0] -= 1
        forgery.certificate["levels"] = levels
        let check = try forgery.check()
        #expect(check.exitCode == 2)
        #expect(check.output.contains("ne sont pas ceux du planning"))
    }

    @Test func claimedLateHoursAreHeldAgainstTheRoster() throws {
        var forgery = try Forgery()
        forgery.certificate["lateMissingMinutes"] =
            try #require(forgery.certificate["lateMissingMinutes"] as? Int) - 30
        #expect(try forgery.check().exitCode == 2)
    }

    @Test func raisedBoundIsNotProved() throws {
        var forgery = try Forgery()
        // One step of the objective: half an hour at weight 1.
        try forgery.changeProofs { $0["bound"] = try #require($0["bound"] as? Int) + 3000 }
        let check = try forgery.check()
        #expect(check.exitCode == 2)
        #expect(check.output.contains("NON prouvée"))
        // A smaller claim is a true claim.
        try forgery.changeProofs { $0["bound"] = try #require($0["bound"] as? Int) - 6000 }
        #expect(try forgery.check().exitCode == 0)
    }

    @Test func certificateOfAnotherScenarioIsRefused() throws {
        var forgery = try Forgery()
        let hash = try #require(forgery.certificate["scenarioHash"] as? String)
        forgery.certificate["scenarioHash"] = String(hash.reversed())
        let check = try forgery.check()
        #expect(check.exitCode == 2)
        #expect(check.output.contains("n'est pas celle de ce scénario"))
    }

    @Test func programsReadTheSameVerdict() throws {
        let check = try Forgery().check("--json")
        #expect(check.exitCode == 0)
        let json = try object(check.output.utf8)
        #expect(json["holds"] as? Bool == true)
        #expect((json["proofs"] as? [[String: Any]])?.map { $0["proved"] as? Bool } == [true, true])
    }

    @Test func fileThatIsNoCertificateIsAFaultOfTheInput() throws {
        let forgery = try Forgery()
        try forgery.workshop.write("{\"proofs\": [", to: "broken.json")
        let check = try forgery.workshop.run(
            "check", SharedPlan.scenario, SharedPlan.rosterPath, "--certificate", forgery.workshop.path("broken.json"))
        #expect(check.exitCode == 2)
        #expect(check.errors.contains("broken.json"))
        #expect(check.errors.contains("conseil : "))
    }
}
