import Foundation
import RosterIO
import RosterModel
import Testing

@Suite struct ScenarioReaderTests {
    @Test func readsTheExampleWithoutWarnings() throws {
        let (scenario, warnings) = try Example.read()
        #expect(warnings.isEmpty)
        #expect(scenario.name == "exemple")
        #expect(scenario.axis.dayCount == 31)
        #expect(scenario.axis.slotCount == 31 * 48 + 2)
        #expect(scenario.sectors.map(\.id) == ["tilleuls", "centre"])
        #expect(scenario.sectors.map(\.neighbours) == [[SectorID(1)], [SectorID(0)]])
        #expect(scenario.employers.map(\.name) == ["Régie de quartier", "ville"])
        #expect(scenario.agents.map(\.id) == ["M1", "M2", "M3"])
        #expect(scenario.regimes.map(\.id) == ["fpt", "prive-nuit"])
        #expect(scenario.agents.map(\.regime) == [RegimeID(1), RegimeID(1), RegimeID(0)])
        #expect(scenario.shifts.map(\.id) == ["soir"])
        #expect(scenario.shifts[0].code == "S")
        #expect(scenario.hash.count == 16)
    }

    @Test func contractMinutesFollowTheFormula() throws {
        let absences = """
            agent,from,to
            M1,2026-09-28,2026-10-02
            M1,2026-10-02,2026-10-03
            M3,05/10/2026,11/10/2026
            """
        let agents = try Example.read(["absences.csv": absences]).scenario.agents
        // 35 h × (31 − 3) / 7 = 140 h; the double day counts once, days before the horizon not at all.
        #expect(agents[0].maximumMinutes == 140 * 60)
        #expect(agents[0].absences.map(\.days) == [0..<2, 1..<3])
        #expect(agents[1].maximumMinutes == 120 * 60)
        #expect(agents[2].maximumMinutes == nil)
        // Without contract the fair share rests on 35 h a week, net of absences: 35 × 24 / 7 = 120 h.
        #expect(agents[2].availableMinutes == 120 * 60)
        #expect(agents[2].nightAllowed == false)
    }

    @Test func needsAndWeightsFillTheSlots() throws {
        let scenario = try Example.read().scenario
        let requirement = scenario.requirements[0]
        let friday = scenario.axis.slots(ofDay: 1)
        // From 06:00: 22 empty slots to 17:00, 18 of need to 02:00, 8 empty ones.
        #expect(
            Array(requirement.teams[friday])
                == Array(repeating: 0, count: 22) + Array(repeating: 1, count: 18) + Array(repeating: 0, count: 8))
        let points = requirement.pointsPerTeam[friday].map { Int($0) / 30 }
        #expect(points[22] == 100 && points[28] == 200 && points[32] == 300 && points[36] == 400 && points[44] == 300)
        // 7 h a day: 3 h at 1, 2 h at 2, 2 h at 3 = 13; 2 h at 4 on ten nights.
        #expect(scenario.weightedDemand == (31 * 13 + 10 * 8) * 6000)
    }

    @Test func readsAFolder() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("veilleur-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Example.yaml.write(to: folder.appendingPathComponent("scenario.yaml"), atomically: true, encoding: .utf8)
        try Example.agents.write(to: folder.appendingPathComponent("agents.csv"), atomically: true, encoding: .utf8)
        let scenario = try ScenarioReader.read(folder: folder.path, language: .french).scenario
        #expect(scenario.name == folder.lastPathComponent)
        #expect(scenario.hash == Example.files().hash)
    }

    @Test(
        arguments: [
            ("horizon: {first: 2026-10-01\nsectors: [", "accolade", 2), ("a: b: c", "deux-points", 1),
            ("a:\n\t- b", "tabulation", 2), ("a: \"b", "guillemet", 1), ("a: *b", "alias", 1),
        ])
    func saysWhatIsWrongWithYAMLInFrench(yaml: String, passage: String, line: Int) throws {
        let issue = try #require(Example.issues(yaml: yaml, language: .french).first)
        #expect(issue.message.contains(passage), "\(issue.message)")
        #expect(issue.line == line)
    }

    @Test func readsJSON() throws {
        let json = """
            {
            \t"horizon": {"first": "2026-10-01", "last": "2026-10-02"},
            \t"name": "Le Ch\\u00e2telet",
            \t"sectors": [{"id": "tilleuls"}, {"id": "centre"}], "employers": [{"id": "regie"}, {"id": "ville"}],
            \t"professions": [{"id": "mediateur"}],
            \t"shifts": [{"id": "soir", "professions": ["mediateur"], "start": "16:00", "end": "24:00", "break": 20}],
            \t"team_kinds": [{"id": "binome", "places": [{"count": 2, "of": ["mediateur"]}]}],
            \t"requirements": [{"id": "p", "sector": "centre", "kinds": ["binome"],
            \t\t"needs": [{"from": "17:00", "to": "24:00", "teams": 1}]}]
            }
            """
        let (scenario, warnings) = try Example.read(yaml: nil, ["scenario.json": json])
        #expect(warnings.isEmpty)
        #expect(scenario.name == "Le Châtelet")
        #expect(scenario.axis.dayCount == 2)
        let broken = json.replacing("\"shifts\": [", with: "\"shifts\": ")
        #expect(Example.issues(yaml: nil, ["scenario.json": broken]).map(\.file) == ["scenario.json"])
    }

    /// Damaged files must end in faults, never in a trap: passages are cut, doubled and exchanged at random.
    @Test(arguments: 0..<4) func survivesDamagedFiles(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, limit)
        }
        let month = CivilDate(daysSinceEpoch: 20_727)
        var sound: [String: [UInt8]] = [:]
        for file in ScenarioTemplate.files(month: month, language: .french) { sound[file.path] = file.bytes }
        sound["history.csv"] = Array("agent,start,end,break_minutes\nPM1,2026-09-30T18:00,2026-10-01T02:00,20\n".utf8)
        sound["needs.csv"] = Array("requirement,service_day,from,to,teams\npresence-centre,2026-10-25,0h,5h,2\n".utf8)
        let words = [
            "00:00", "48:00", "2026-10-25", "-1", "999999999", "26:30", "2026-03-29", "{", "|", "\"", "\n", ",", "é",
        ]
        for _ in 0..<25 {
            var contents = sound
            for _ in 0...random(3) {
                let name = contents.keys.sorted()[random(contents.count)]
                var bytes = contents[name] ?? []
                let start = random(bytes.count)
                let end = min(bytes.count, start + random(12))
                switch random(4) {
                case 0: bytes.removeSubrange(start..<end)
                case 1: bytes.insert(contentsOf: bytes[start..<end], at: random(bytes.count))
                case 2: bytes.replaceSubrange(start..<end, with: Array(words[random(words.count)].utf8))
                default: if start < bytes.count { bytes[start] = UInt8(random(256)) }
                }
                contents[name] = bytes
            }
            let files = ScenarioFiles(name: "x", contents: contents, otherNames: contents.keys.sorted())
            do {
                _ = try ScenarioReader.read(files: files, language: .english)
            } catch {
                #expect(error.issues.contains { $0.severity == .error })
            }
        }
    }
}
