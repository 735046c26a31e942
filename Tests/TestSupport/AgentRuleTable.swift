package import RosterModel

/// Rules that no regime sets, for pricing and for the check: a roster that keeps one, and one that breaks it by one step.
///
/// The town has one evening shift for each row, in the night of a clock change as well; rules that look at minutes meet it there.
package enum AgentRuleTable {
    /// What a line of the table is about.
    package struct Row: CustomStringConvertible, Sendable {
        package let rule: Rule
        package let what: String
        package let scenario: Scenario
        package let kept: [WorkedShift]
        package let broken: [WorkedShift]
        /// Whether lines of a single agent, one shift a day, can say it.
        package var isPriced = true
        package var description: String { "\(rule), \(what)" }
    }

    /// Nights from Saturday to Sunday: 20:00 to 03:30 is 450, 510 and 390 minutes.
    private static let nights = [
        (what: "ordinary night", first: "2026-10-10", minutes: 450),
        (what: "long night", first: "2026-10-24", minutes: 510),
        (what: "short night", first: "2026-03-28", minutes: 390),
    ]

    /// Two days with a night from 20:00 to 03:30, one that ends a minute later, and an evening.
    private static func town(_ first: String) -> TinyScenario {
        var town = TinyScenario(first: first, days: 2)
        town.sectors = ["a", "b"]
        town.shift("night", "20:00", "27:30")
        town.shift("longer", "20:00", "27:31")
        town.shift("evening", "18:00", "22:00")
        town.kind("alone", [.init(1, ["m"])])
        town.need(kinds: ["alone"], "20:00", "24:00")
        return town
    }

    private static func row(
        _ rule: Rule, _ what: String, _ town: TinyScenario, kept: [(Int, String)], broken: [(Int, String)],
        isPriced: Bool = true
    ) -> Row {
        let scenario = town.scenario
        let duty = Duty(scenario)
        func roster(_ work: [(Int, String)]) -> [WorkedShift] { work.map { duty("m1", $0.0, $0.1, in: "a") } }
        return Row(
            rule: rule, what: what, scenario: scenario, kept: roster(kept), broken: roster(broken), isPriced: isPriced)
    }

    /// All rows.
    package static var rows: [Row] { nights.flatMap { hours($0.what, $0.first, $0.minutes) } + days }

    /// Rules that look at minutes, in one night.
    private static func hours(_ what: String, _ first: String, _ minutes: Int) -> [Row] {
        var absent = town(first)
        let end = absent.axis.minute(date: absent.axis.date(ofDay: 0), clock: TinyScenario.clock("27:30"))
        absent.agent("m1", absences: [Agent.Absence(minutes: end..<end + 60)])
        var busy = town(first)
        busy.agent("m1", busy: [BusyInterval(day: 0, minutes: end..<end + 60, kind: .training)])
        var standby = town(first)
        standby.agent("m1", standby: [end..<end + 60])
        var most = town(first)
        most.agent("m1", maximumMinutes: minutes)
        var least = town(first)
        least.agent("m1", minimumMinutes: minutes + 1)
        return [
            row(.absence, what, absent, kept: [(0, "night")], broken: [(0, "longer")]),
            row(.busyTime, what, busy, kept: [(0, "night")], broken: [(0, "longer")]),
            row(.busyTime, "standby, \(what)", standby, kept: [(0, "night")], broken: [(0, "longer")]),
            row(.contractMaximum, what, most, kept: [(0, "night")], broken: [(0, "longer")]),
            row(.contractMinimum, what, least, kept: [(0, "longer")], broken: [(0, "night")]),
        ]
    }

    /// Rules that look at days, shifts and sectors.
    private static var days: [Row] {
        let first = "2026-10-31"
        var absent = town(first)
        absent.agent("m1", absences: [Agent.Absence(days: 1..<2)])
        var contract = town(first)
        contract.agent("m1", contractDays: 1..<2)
        var pinned = town(first)
        pinned.agent("m1")
        pinned.pin("m1", day: 1, shift: "evening")
        var off = town(first)
        off.agent("m1")
        off.pin("m1", day: 1)
        var elsewhere = town(first)
        elsewhere.agent("m1", sectors: ["b"])
        var shifts = town(first)
        shifts.agent("m1", shifts: ["evening"])
        var least = town(first)
        // Without rules of the week it does not matter where weeks begin.
        least.regime.weekStart = .wednesday
        least.agent("m1", minimumMinutes: 480)
        var once = town(first)
        once.agent("m1")
        return [
            row(.absence, "whole day", absent, kept: [(0, "evening")], broken: [(1, "evening")]),
            row(.contractPeriod, "last day of a month", contract, kept: [(1, "evening")], broken: [(0, "evening")]),
            row(.pin, "shift", pinned, kept: [(1, "evening")], broken: [(1, "night")]),
            row(.pin, "day off", off, kept: [(0, "evening")], broken: [(1, "evening")]),
            row(.allowedSector, "other sector", elsewhere, kept: [], broken: [(0, "evening")]),
            row(.allowedShift, "other shift", shifts, kept: [(0, "evening")], broken: [(0, "night")]),
            row(
                .contractMinimum, "weeks from Wednesday", least, kept: [(0, "evening"), (1, "evening")],
                broken: [(0, "evening")]),
            row(
                .oneShiftADay, "two shifts", once, kept: [(0, "evening"), (1, "evening")],
                broken: [(0, "evening"), (0, "night")], isPriced: false),
            team,
        ]
    }

    /// Two agents of a constituted team: together, and one of them alone.
    private static var team: Row {
        var town = town("2026-10-31")
        town.agent("m1", teamKey: "est")
        town.agent("m2", teamKey: "est")
        let scenario = town.scenario
        let duty = Duty(scenario)
        let pair = ["m1", "m2"].map { duty($0, 0, "night", in: "a") }
        return Row(
            rule: .constitutedTeam, what: "one alone", scenario: scenario, kept: pair, broken: [pair[0]],
            isPriced: false)
    }
}
