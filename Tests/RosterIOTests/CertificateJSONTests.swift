import Foundation
import RosterIO
import RosterModel
import Testing

@Suite struct CertificateJSONTests {
    private func certificate(_ scenario: Scenario) -> Certificate {
        let slots = scenario.axis.slots(ofDay: 23).count
        let staffings = (0..<20).map { day in
            BlockPrices(
                day: day, sector: SectorID(0),
                form: .staffings([DutyPrice(type: AgentTypeID(0), shift: ShiftID(0), price: day < 10 ? 640 : 1280)]))
        }
        let slotForm = BlockPrices(
            day: 23, sector: SectorID(1),
            form: .slots(
                presence: [AgentTypeID(0): (0..<slots).map { $0 / 10 }],
                missing: [RequirementID(0): Array(repeating: 5, count: slots)]))
        return Certificate(
            scenarioHash: scenario.hash, rosterHash: "0123456789abcdef",
            levels: LevelValues(points: 700, overlapMinutes: 60, unfairnessHundredths: 150, unusedMinutes: 4000),
            lateMissingMinutes: 300,
            proofs: [
                BoundProof(
                    objective: .points, bound: 600, scale: 64, blocks: staffings + [slotForm],
                    countedRules: [[.dailyRest, .absence], [.dailyRest, .absence], [.absence]]),
                BoundProof(
                    objective: .lateMinutes, bound: 240, scale: 1, blocks: [], countedRules: [[], [], []]),
            ])
    }

    private func decode(_ text: String, _ scenario: Scenario) throws -> Certificate {
        try CertificateJSON.decode(Array(text.utf8), scenario: scenario, language: .english)
    }

    @Test func readsWhatItWrites() throws {
        let scenario = try Example.read().scenario
        let certificate = certificate(scenario)
        let data = try CertificateJSON.encode(certificate)
        let copy = try CertificateJSON.decode(Array(data), scenario: scenario, language: .english)
        #expect(copy.scenarioHash == scenario.hash && copy.rosterHash == "0123456789abcdef")
        #expect(copy.levels == certificate.levels)
        #expect(copy.lateMissingMinutes == 300)
        #expect(copy.proofs.map(\.objective) == [.points, .lateMinutes])
        #expect(copy.proofs.map(\.bound) == [600, 240])
        #expect(copy.proofs[0].countedRules == certificate.proofs[0].countedRules)
        #expect(copy.proofs[0].blocks.map(\.day) == Array(0..<20) + [23])
        for (left, right) in zip(copy.proofs[0].blocks, certificate.proofs[0].blocks) {
            switch (left.form, right.form) {
            case (.staffings(let own), .staffings(let other)): #expect(own == other)
            case (.slots(let presence, let missing), .slots(let otherPresence, let otherMissing)):
                #expect(presence == otherPresence && missing == otherMissing)
            default: Issue.record("forms differ")
            }
        }
        #expect(try CertificateJSON.encode(copy) == data)
        // Twenty days of one duty are one short list.
        #expect(String(decoding: data, as: UTF8.self).contains("\"prices\":[10,640,10,1280]"))
    }

    @Test(
        arguments: [
            ("\"schemaVersion\":3", "\"schemaVersion\":9", "schemaVersion"),
            ("\"shift\":0", "\"shift\":7", "proofs[0].staffings[0]"),
            ("\"sector\":1", "\"sector\":-1", "proofs[0].slots[0]"),
            ("[10,640,10,1280]", "[10,640,2000000000,1280]", "proofs[0].staffings[0]"),
            ("[10,640,10,1280]", "[10,640,10]", "proofs[0].staffings[0]"),
            ("[10,640,10,1280]", "[10,640,10,9000000000000000000]", "proofs[0].staffings[0]"),
            ("[10,640,10,1280]", "[10,640,10,-9223372036854775808]", "proofs[0].staffings[0]"),
            ("\"scale\":64", "\"scale\":0", "proofs[0].scale"),
            ("\"dailyRest\"", "\"nap\"", "proofs[0].ruleSets"),
            ("\"agentRuleSets\":[2,0,1,1]", "\"agentRuleSets\":[2,0]", "proofs[0].agentRuleSets"),
            ("\"agentRuleSets\":[2,0,1,1]", "\"agentRuleSets\":[2,0,1,5]", "proofs[0].agentRuleSets"),
            ("\"objective\":\"points\"", "\"objective\":\"cost\"", "proofs[0].objective"),
            ("\"bound\":600", "\"bound\":\"600\"", "proofs[0].bound"),
            ("{\"lateMissing", "{{\"lateMissing", ""),
        ])
    func damageIsFound(passage: String, replacement: String, field: String) throws {
        let scenario = try Example.read().scenario
        let text = String(decoding: try CertificateJSON.encode(certificate(scenario)), as: UTF8.self)
        try #require(text.contains(passage))
        #expect { try decode(text.replacing(passage, with: replacement, maxReplacements: 1), scenario) } throws: {
            error in
            ((error as? ScenarioError)?.issues ?? []).map(\.field) == [field]
        }
    }

    /// A certificate with a limit over five days of one group, heavier on the last two.
    private func limited(_ scenario: Scenario) -> Certificate {
        var certificate = certificate(scenario)
        certificate.proofs[0].groups = (0..<5).map { day in
            DutyGroupPrices(
                day: day, type: AgentTypeID(0), duties: [.init(shift: ShiftID(0), sector: SectorID(0))], price: 0,
                presence: [])
        }
        certificate.proofs[0].limits = [
            TeamLimitPrice(
                divisor: 2, terms: (0..<5).map { .init(group: $0, weight: $0 < 3 ? 1 : 2) }, price: 640)
        ]
        return certificate
    }

    @Test func limitsAreReadAsWritten() throws {
        let scenario = try Example.read().scenario
        let certificate = limited(scenario)
        let data = try CertificateJSON.encode(certificate)
        let copy = try CertificateJSON.decode(Array(data), scenario: scenario, language: .english)
        #expect(copy.proofs[0].limits == certificate.proofs[0].limits)
        #expect(try CertificateJSON.encode(copy) == data)
        #expect(String(decoding: data, as: UTF8.self).contains("\"days\":[0,3],\"group\":0,\"weight\":1"))
        // Without limits the field is absent, as in files written before there were any.
        let plain = String(decoding: try CertificateJSON.encode(self.certificate(scenario)), as: UTF8.self)
        #expect(!plain.contains("\"limits\""))
        #expect(try decode(plain, scenario).proofs.allSatisfy { $0.limits.isEmpty })
    }

    @Test func partsAreReadAsWritten() throws {
        let scenario = try Example.read().scenario
        var certificate = certificate(scenario)
        certificate.proofs[0].part = ObjectivePart(number: 1, count: 3)
        let data = try CertificateJSON.encode(certificate)
        let copy = try CertificateJSON.decode(Array(data), scenario: scenario, language: .english)
        #expect(copy.proofs.map(\.part) == [ObjectivePart(number: 1, count: 3), nil])
        #expect(try CertificateJSON.encode(copy) == data)
        let text = String(decoding: data, as: UTF8.self)
        let passage = "\"part\":[1,3]"
        try #require(text.contains(passage))
        for part in ["[3,3]", "[0,1]", "[-1,3]", "[0,9]", "[1]", "[0,1,2]"] {
            #expect { try decode(text.replacing(passage, with: "\"part\":" + part), scenario) } throws: { error in
                ((error as? ScenarioError)?.issues ?? []).map(\.field) == ["proofs[0].part"]
            }
        }
        // Files written before there were parts are read as they were.
        let plain = String(decoding: try CertificateJSON.encode(self.certificate(scenario)), as: UTF8.self)
        #expect(!plain.contains("\"part\""))
        let older = plain.replacing("\"schemaVersion\":3", with: "\"schemaVersion\":2")
        #expect(try older != plain && decode(older, scenario).proofs.allSatisfy { $0.part == nil })
    }

    @Test(
        arguments: [
            ("\"divisor\":2", "\"divisor\":1"), ("\"divisor\":2", "\"divisor\":2000000"),
            ("\"price\":640", "\"price\":-1"), ("\"weight\":1", "\"weight\":0"),
            ("\"days\":[0,3],\"group\":0", "\"days\":[0,3],\"group\":7"),
            ("\"days\":[0,3],\"group\":0", "\"days\":[0,4],\"group\":0"),
            ("\"days\":[0,3],\"group\":0", "\"days\":[0,9000000000000000000],\"group\":0"),
            ("\"days\":[0,3],\"group\":0", "\"days\":[0],\"group\":0"),
        ])
    func damagedLimitIsFound(passage: String, replacement: String) throws {
        let scenario = try Example.read().scenario
        let text = String(decoding: try CertificateJSON.encode(limited(scenario)), as: UTF8.self)
        try #require(text.contains(passage))
        #expect { try decode(text.replacing(passage, with: replacement, maxReplacements: 1), scenario) } throws: {
            error in
            ((error as? ScenarioError)?.issues ?? []).map(\.field) == ["proofs[0].limits[0]"]
        }
    }
}
