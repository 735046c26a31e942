import Foundation
import RosterIO
import RosterModel
import Testing

/// Change files against the example of the format.
@Suite struct ScenarioVariantTests {
    private static func variant(
        _ changes: String, base: ScenarioFiles = Example.files(), language: Language = .english
    ) throws -> ScenarioVariant {
        try ScenarioVariant.read(
            Array(changes.utf8), file: "plus.yaml", base: base, basePath: "exemple", language: language
        ).variant
    }

    private static func faults(_ changes: String, language: Language = .english) -> [ScenarioIssue] {
        do {
            _ = try variant(changes, language: language)
            return []
        } catch let error as ScenarioError {
            return error.issues
        } catch {
            Issue.record(error)
            return []
        }
    }

    @Test("a copied agent has the contract of its model, a new id and no absence")
    func addsAgentsLikeAnother() throws {
        let base = Example.files(["absences.csv": "agent,from,to\nM2,2026-10-01,2026-10-05\n"])
        let variant = try Self.variant(
            "changes: [{add_agents: {like: M2, count: 2, set: {hours_max: 90}}}]", base: base)
        #expect(variant.name == "plus")
        #expect(variant.scenario.agents.map(\.id) == ["M1", "M2", "M3", "M2-plus-1", "M2-plus-2"])
        let added = try #require(variant.scenario.agents.last)
        #expect(added.maximumMinutes == 90 * 60)
        #expect(added.absences.isEmpty)
        #expect(added.qualifications == ["chef"])
    }

    @Test("agents who leave are gone from every table")
    func removesAgents() throws {
        let base = Example.files([
            "absences.csv": "agent,from,to\nM2,2026-10-01,2026-10-05\nM1,2026-10-01,2026-10-01\n",
            "pins.csv": "agent,service_day,decision\nM2,2026-10-08,off\n",
        ])
        let variant = try Self.variant("changes: [{remove_agents: [M2]}]", base: base)
        #expect(variant.scenario.agents.map(\.id) == ["M1", "M3"])
        #expect(variant.scenario.pins.isEmpty)
        #expect(variant.scenario.agents[0].absences.count == 1)
    }

    @Test("a selector takes the last agents that answer it")
    func selectsAgents() throws {
        let variant = try Self.variant("changes: [{remove_agents: {employer: regie, count: 1}}]")
        #expect(variant.scenario.agents.map(\.id) == ["M1", "M3"])
    }

    @Test("weekly hours take the place of hours of the horizon")
    func changesContracts() throws {
        let variant = try Self.variant("changes: [{change_agents: {agents: [M2], set: {weekly_hours: 28}}}]")
        #expect(variant.scenario.agents[1].maximumMinutes == 28 * 60 * 31 / 7)
    }

    @Test("shared sectors come after the home sector")
    func sharesSectors() throws {
        let variant = try Self.variant("changes: [{share_sectors: {profession: mediateur, sectors: all}}]")
        #expect(variant.scenario.agents[1].sectors == [SectorID(0), SectorID(1)])
        // An empty cell means all sectors already.
        #expect(variant.scenario.agents[2].sectors.count == 2)
    }

    @Test("a shift moves, and an end takes the place of a length")
    func changesShifts() throws {
        let variant = try Self.variant("changes: [{change_shift: {id: soir, start: \"18:00\", length: 8}}]")
        #expect(variant.scenario.shifts[0].hours == ClockRange(start: 1080, end: 1560))
        let back = try Self.variant(
            "changes: [{change_shift: {id: soir, length: 7}}, {change_shift: {id: soir, end: \"25:00\"}}]")
        #expect(back.scenario.shifts[0].hours == ClockRange(start: 960, end: 1500))
    }

    @Test("parts take the place of start and end, and the other way round")
    func splitsShifts() throws {
        let split = try Self.variant(
            "changes: [{change_shift: {id: soir, parts: [{start: 10h, end: 12h}, {start: 17h, end: 21h}]}}]")
        #expect(split.scenario.shifts[0].parts.map(\.start) == [600, 1020])
        let back = try Self.variant(
            """
            changes:
              - change_shift: {id: soir, parts: [{start: 10h, end: 12h}, {start: 17h, end: 21h}]}
              - change_shift: {id: soir, start: "18:00", end: "25:00"}
            """)
        #expect(back.scenario.shifts[0].parts == [ClockRange(start: 1080, end: 1500)])
    }

    @Test("a shift added like another is open to the same agents")
    func addsShifts() throws {
        let variant = try Self.variant(
            "changes: [{add_shift: {id: tard, like: soir, start: \"18:00\", end: \"26:00\"}}]")
        #expect(variant.scenario.shifts.map(\.id) == ["soir", "tard"])
        #expect(variant.scenario.shifts[1].breakMinutes == 20)
        #expect(variant.scenario.agents.map(\.shifts.count) == [2, 2, 2])
    }

    @Test("a shift taken away leaves those who had no other without one")
    func removesShifts() throws {
        let variant = try Self.variant(
            """
            changes:
              - add_shift: {id: tard, professions: [mediateur], start: "18:00", end: "26:00"}
              - remove_shift: soir
            """)
        #expect(variant.scenario.shifts.map(\.id) == ["tard"])
        #expect(variant.scenario.agents[1].shifts == [ShiftID(0)])
    }

    @Test("an agreement loosens a rule, and its end brings the rule back")
    func signsAndEndsAgreements() throws {
        let sign = """
              - sign_agreement: {regime: prive-nuit, rule: sundays_off, value: 2, of: 4, reference: Accord, date: 2026-01-15}
            """
        let signed = try Self.variant("changes:\n\(sign)")
        let regime = try #require(signed.scenario.regimes.first { $0.id == "prive-nuit" })
        #expect(regime.sundaysOff?.off == 2 && regime.sundaysOff?.ofSundays == 4)
        #expect(regime.agreements.map(\.reference) == ["Accord"])
        let ended = try Self.variant("changes:\n\(sign)\n  - end_agreement: {regime: prive-nuit, rule: sundays_off}")
        let plain = try Example.read().scenario.regimes.first { $0.id == "prive-nuit" }
        #expect(ended.scenario.regimes.first { $0.id == "prive-nuit" }?.sundaysOff == plain?.sundaysOff)
    }

    @Test("an agreement says all that its rule may say")
    func signsAgreementsInFull() throws {
        let variant = try Self.variant(
            """
            changes:
              - sign_agreement: {regime: prive-nuit, rule: night_worker_average, value: 40h, weeks: 10, reference: A, date: 2026-01-15}
              - sign_agreement: {regime: prive-nuit, rule: break_during_work, value: 20, after: 5h, reference: B, date: 2026-01-15}
              - sign_agreement: {regime: prive-nuit, rule: split_day, value: 2, gap: 3h, reference: C, date: 2026-01-15}
              - sign_agreement: {regime: prive-nuit, rule: inner_rest, value: 4h, amplitude: 12h, least: 1h, share: 60, reference: D, date: 2026-01-15}
              - sign_agreement: {regime: prive-nuit, rule: notice_of_change, value: 7, working_days: yes, reference: E, date: 2026-01-15}
              - sign_agreement: {regime: prive-nuit, rule: weekly_half_days, value: 4, rest: 30h, reference: F, date: 2026-01-15}
              - sign_agreement: {regime: prive-nuit, rule: sundays_off, value: 1, of: 1, joined: yes, reference: G, date: 2026-01-15}
            """)
        let regime = try #require(variant.scenario.regimes.first { $0.id == "prive-nuit" })
        #expect(regime.nightWorkerAverage?.weeks == 10)
        #expect(regime.breakDuringWork?.afterMinutes == 300)
        #expect(regime.splitDay?.gapMinutes == 180)
        #expect(
            [regime.innerRest?.amplitudeMinutes, regime.innerRest?.leastMinutes, regime.innerRest?.largestShare] == [
                720, 60, 60,
            ])
        #expect(regime.noticeOfChange?.countsWorkingDays == true)
        #expect(regime.weeklyHalfDays?.restMinutes == 1800)
        #expect(regime.sundaysOff?.isJoined == true)
    }

    @Test("a change of a regime takes whatever the section of regimes takes")
    func changesRegimesInFull() throws {
        let entry = """
            {id: fpt, night_worker_hours: 200, posts_together: 39h, \
            compensatory_rest: [{night_hours: {from: "22:00", to: "05:00"}, percent: 10, article: accord}]}
            """
        let variant = try Self.variant("changes: [{change_regime: \(entry)}]")
        let changed = try #require(variant.scenario.regimes.first { $0.id == "fpt" })
        let read = try Example.read(yaml: Example.yaml("shifts:", by: "regimes: [\(entry)]\nshifts:")).scenario
        let expected = try #require(read.regimes.first { $0.id == "fpt" })
        #expect(changed.nightWorkerYearMinutes == 200 * 60)
        #expect(changed.compensatoryRests.map(\.percent) == [10])
        #expect(changed.compensatoryRests == expected.compensatoryRests)
        #expect(changed.nightWorkerYearMinutes == expected.nightWorkerYearMinutes)
    }

    @Test(
        "no change of a regime undoes its texts",
        arguments: [
            ("{id: prive-nuit, base: fpt}", ".base"), ("{id: prive-jour, base: prive-nuit}", ".base"),
            ("{id: prive-jour, night_worker_nights: 7}", ".night_worker_nights"),
            ("{id: prive-jour, night_worker_hours: 5000}", ".night_worker_hours"),
            ("{id: mineur, night_clock: {from: \"01:00\", to: \"05:00\"}}", ".night_clock"),
        ])
    func keepsTheTexts(entry: String, field: String) {
        let faults = Self.faults("changes: [{change_regime: {id: libre}}, {change_regime: \(entry)}]")
        #expect(faults.map(\.field) == ["changes[1].change_regime\(field)"], "\(faults)")
    }

    @Test("a shift may become static guard")
    func changesGuards() throws {
        let guarded = try Self.variant("changes: [{change_shift: {id: soir, static_guard: yes}}]")
        #expect(guarded.scenario.shifts.map(\.isStaticGuard) == [true])
        let added = try Self.variant("changes: [{add_shift: {id: garde, like: soir, static_guard: yes}}]")
        #expect(added.scenario.shifts.map(\.isStaticGuard) == [false, true])
    }

    @Test("needs change, come and go")
    func changesNeeds() throws {
        let variant = try Self.variant(
            """
            changes:
              - change_needs: {id: presence-tilleuls, needs: [{from: "20:00", to: "22:00", teams: 2}]}
              - add_requirement: {id: centre, sector: centre, kinds: [binome], needs: [{from: "20:00", to: "21:00", teams: 1}]}
            """)
        let required = variant.scenario.requirements.map { $0.teams.reduce(0) { $0 + Int($1) } }
        // Two hours of two teams, one hour of one team, in half-hours on 31 nights.
        #expect(required == [31 * 8, 31 * 2])
        let without = try Self.variant(
            """
            changes:
              - add_requirement: {id: centre, sector: centre, kinds: [binome], needs: [{from: "20:00", to: "21:00", teams: 1}]}
              - remove_requirement: presence-tilleuls
            """)
        #expect(without.scenario.requirements.map(\.id) == ["centre"])
    }

    @Test("a closed night asks for nothing, the others as before")
    func closesNights() throws {
        let base = try Example.read().scenario
        let variant = try Self.variant("changes: [{close_night: {days: [lundi], sectors: [tilleuls]}}]")
        for day in 0..<31 {
            let slots = base.axis.slots(ofDay: day)
            let isClosed = base.axis.weekday(ofDay: day) == .monday
            let teams = slots.map { variant.scenario.requirements[0].teams[$0] }
            #expect(isClosed ? teams.allSatisfy { $0 == 0 } : teams == slots.map { base.requirements[0].teams[$0] })
        }
        let late = try Self.variant("changes: [{close_night: {from: \"24:00\", to: \"26:00\"}}]")
        #expect(late.scenario.requirements[0].teams.reduce(0) { $0 + Int($1) } == 31 * 14)
    }

    @Test("merged teams count for the requirements named")
    func mergesTeams() throws {
        let variant = try Self.variant(
            "changes: [{merge_teams: {id: mixte, professions: [mediateur, educateur], count: 3}}]")
        #expect(variant.scenario.teamKinds.map(\.id) == ["binome", "mixte"])
        #expect(variant.scenario.teamKinds[1].size == 3)
        #expect(variant.scenario.requirements[0].kinds.count == 2)
    }

    @Test("the files of a variant read as the same scenario")
    func filesReadBack() throws {
        let variant = try Self.variant(
            "name: Essai\nchanges: [{add_agents: {like: M1}}, {close_night: {days: [sun]}}]")
        let (again, _) = try ScenarioReader.read(files: variant.files, language: .english)
        #expect(again.hash == variant.scenario.hash)
        #expect(again.name == "Essai")
        #expect(again.weightedDemand == variant.scenario.weightedDemand)
    }

    @Test(
        "a fault names line, field and value of the change file",
        arguments: [
            ("- add_agents: {like: M9}", "changes[0].add_agents.like", "M9"),
            ("- add_agents: {like: M1, count: 0}", "changes[0].add_agents.count", "0"),
            ("- add_agents: {set: {employer: ville}}", "changes[0].add_agents", "{…}"),
            ("- add_agents: {like: M1, set: {regime: fptt}}", "changes[0].add_agents.set.regime", "fptt"),
            ("- remove_agents: {profession: mediateurs}", "changes[0].remove_agents.profession", "mediateurs"),
            ("- remove_agents: {count: 9}", "changes[0].remove_agents", "{…}"),
            ("- remove_agents: [M7]", "changes[0].remove_agents", "M7"),
            (
                "- change_agents: {agents: [M1], set: {hours_max: many}}", "changes[0].change_agents.set.hours_max",
                "many"
            ),
            ("- change_agents: {agents: [M1]}", "changes[0].change_agents.set", ""),
            ("- share_sectors: {agents: [M2], sectors: [gare]}", "changes[0].share_sectors.sectors[0]", "gare"),
            ("- change_shift: {id: nuit}", "changes[0].change_shift.id", "nuit"),
            ("- change_shift: {id: soir, end: \"99:00\"}", "changes[0].change_shift.end", "99:00"),
            ("- change_shift: {id: soir, ende: \"23:00\"}", "changes[0].change_shift.ende", "ende"),
            ("- add_shift: {id: soir, start: \"18:00\"}", "changes[0].add_shift.id", "soir"),
            ("- remove_shift: soirs", "changes[0].remove_shift", "soirs"),
            (
                "- sign_agreement: {regime: fpt, rule: daily_rest, value: 9, reference: R, date: hier}",
                "changes[0].sign_agreement.date", "hier"
            ),
            (
                "- sign_agreement: {regime: fpt, rule: daily_rest, value: 9, weeks: 3, reference: R, date: 2026-01-15}",
                "changes[0].sign_agreement.weeks", "weeks"
            ),
            (
                "- sign_agreement: {regime: fpt, rule: daily_rests, value: 9, weeks: 3, reference: R, date: 2026-01-15}",
                "changes[0].sign_agreement", "daily_rests"
            ),
            ("- end_agreement: {regime: fpt, rule: daily_rest}", "changes[0].end_agreement.regime", "fpt"),
            ("- change_needs: {id: presence}", "changes[0].change_needs.id", "presence"),
            ("- remove_requirement: presence", "changes[0].remove_requirement", "presence"),
            ("- close_night: {days: [lundredi]}", "changes[0].close_night.days[0]", "lundredi"),
            ("- close_night: {from: \"24:07\"}", "changes[0].close_night", "24:07"),
            ("- merge_teams: {id: binome}", "changes[0].merge_teams.id", "binome"),
            ("- fermer: {}", "changes[0].fermer", "fermer"),
        ])
    func faultsHavePlaces(_ change: String, _ field: String, _ value: String) throws {
        let found = Self.faults("name: Essai\nchanges:\n  \(change)\n")
        let fault = try #require(found.first { $0.field == field || $0.field.hasPrefix(field) }, "\(found)")
        #expect(fault.file == "plus.yaml")
        #expect(fault.line == 3)
        #expect(fault.value == value)
        #expect(!fault.message.isEmpty && !fault.expected.isEmpty && !fault.hint.isEmpty)
    }

    @Test("all faults of a file come in one run, in the language asked for")
    func gathersFaults() {
        let found = Self.faults(
            """
            cost: cher
            base: autre
            changes:
              - remove_agents: [M7, M8]
              - change_shift: {id: nuit}
            """, language: .french)
        #expect(found.count == 5)
        #expect(found.contains { $0.message == "l'agent « M7 » est inconnu" })
    }

    @Test("what a change breaks elsewhere is told as such")
    func tellsConsequences() throws {
        let found = Self.faults("changes: [{remove_shift: soir}]")
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.file == "plus.yaml" })
    }

    @Test("the shipped variants of ville-moyenne are free of faults")
    func shippedVariantsAreSound() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Scenarios/ville-moyenne")
        let base = try ScenarioFiles(folder: folder, language: .french)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: folder.appendingPathComponent("variants").path
        ).sorted()
        #expect(names.count >= 5)
        for name in names {
            let path = folder.appendingPathComponent("variants/\(name)").path
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            #expect(throws: Never.self) {
                try ScenarioVariant.read(bytes, file: path, base: base, basePath: folder.path, language: .french)
            }
        }
    }
}
