import RosterCheck
import RosterEngine
import RosterIO
import RosterModel
import TestSupport
import Testing

/// One agent under a supplied regime, and a line of which pricing says whether it is lawful.
///
/// Shifts are written as their hours with the break after a stroke, `20:00-29:00/20`, the parts of split ones with a plus,
/// `09:00-12:00+17:00-21:00`, and form the menu as they are used.
struct LawTown: CustomTestStringConvertible {
    var testDescription: String { "\(regime), \(what)" }

    let what: String
    let regime: String
    /// Monday 5 October 2026 unless said otherwise.
    let first: String
    let days: Int
    /// Shift by service day.
    let line: [Int: String]
    let isLawful: Bool
    /// Worked before the horizon: service day as a negative number, hours.
    let past: [Int: String]
    /// Rows of `busy.csv` after the agent.
    let busy: [String]
    /// Further cells of the agent, as `column: value`.
    let agent: [String: String]
    /// Further sections of the scenario.
    let sections: String

    init(
        _ what: String, _ regime: String, first: String = "2026-10-05", days: Int = 14, _ line: [Int: String],
        _ isLawful: Bool, past: [Int: String] = [:], busy: [String] = [], agent: [String: String] = [:],
        sections: String = ""
    ) {
        self.what = what
        self.regime = regime
        self.first = first
        self.days = days
        self.line = line
        self.isLawful = isLawful
        self.past = past
        self.busy = busy
        self.agent = agent
        self.sections = sections
    }

    /// The same hours on each of the days.
    static func same(_ hours: String, on days: some Sequence<Int>) -> [Int: String] {
        Dictionary(uniqueKeysWithValues: days.map { ($0, hours) })
    }

    private static func id(_ hours: String) -> String {
        "s" + hours.replacing(":", with: "").replacing("/", with: "-").replacing("+", with: "_")
    }

    private func shift(_ hours: String) -> String {
        let pause = hours.split(separator: "/").dropFirst().first ?? "0"
        let parts = hours.split(separator: "/")[0].split(separator: "+").map { part in
            let ends = part.split(separator: "-")
            return "start: \"\(ends[0])\", end: \"\(ends[1])\""
        }
        let span = parts.count == 1 ? parts[0] : "parts: [\(parts.map { "{\($0)}" }.joined(separator: ", "))]"
        return "  - {id: \(Self.id(hours)), professions: [p], \(span), break: \(pause)}"
    }

    /// The files of the scenario.
    func files() throws -> [String: String] {
        let start = try #require(CivilDate(iso: first))
        let yaml = """
            horizon: {first: \(first), last: \(start.advanced(by: days - 1).iso)}
            sectors: [{id: centre}, {id: nord}]
            employers: [{id: e}]
            professions: [{id: p}]
            shifts:
            \(Set(line.values).sorted().map(shift).joined(separator: "\n"))
            team_kinds: [{id: solo, places: [{count: 1, of: [p]}]}]
            requirements: [{id: r, sector: centre, kinds: [solo], needs: [{from: "20:00", to: "24:00", teams: 1}]}]
            \(sections)
            """
        let columns = ["agent", "employer", "profession", "regime"] + agent.keys.sorted()
        let cells = ["x", "e", "p", regime] + agent.keys.sorted().map { agent[$0] ?? "" }
        var files: [String: String] = [
            "scenario.yaml": yaml,
            "agents.csv": [columns, cells].map { $0.joined(separator: ",") }.joined(separator: "\n"),
        ]
        if !past.isEmpty {
            let rows = past.keys.sorted().map { day -> String in
                let parts = (past[day] ?? "").split { $0 == "-" || $0 == "/" }.map(String.init)
                let ends = parts.prefix(2).map { clock -> String in
                    let hours = clock.split(separator: ":").compactMap { Int($0) }
                    let date = start.advanced(by: day + hours[0] / 24)
                    return "\(date.iso)T\(hours[0] % 24 < 10 ? "0" : "")\(hours[0] % 24):\(clock.suffix(2))"
                }
                return "x,\(ends[0]),\(ends[1]),\(parts.count > 2 ? parts[2] : "0")"
            }
            files["history.csv"] = (["agent,start,end,break_minutes"] + rows).joined(separator: "\n")
        }
        if !busy.isEmpty {
            files["busy.csv"] = (["agent,start,end,kind"] + busy.map { "x,\($0)" }).joined(separator: "\n")
        }
        return files
    }

    /// The scenario, read as any other.
    func scenario() throws -> Scenario {
        let contents = try files().mapValues { Array($0.utf8) }
        return try ScenarioReader.read(files: ScenarioFiles(name: "loi", contents: contents), language: .french)
            .scenario
    }

    /// Whether pricing finds just this line when nothing else pays.
    func isPriced() throws -> Bool {
        let scenario = try scenario()
        let problem = PlanProblem(scenario, threads: 1)
        guard let agents = problem.classes.first else { return false }
        var costs = Array(repeating: Int32(1000), count: days * problem.dutyCount)
        for day in 0..<days {
            for duty in 0..<problem.dutyCount {
                guard let shift = problem.workedShift(agent: AgentID(0), day: day, duty: duty) else { continue }
                if shift.name == line[day].map(Self.id) { costs[day * problem.dutyCount + duty] = -1 }
            }
        }
        let priced = LinePricer().cheapest(agents, dutyCost: costs, dutyCount: problem.dutyCount)
        return priced.cost == -Int64(line.count)
    }

    /// What the check finds in the line.
    func breaches() throws -> [Violation] {
        let scenario = try scenario()
        let duty = Duty(scenario)
        let shifts = line.sorted { $0.key < $1.key }.map { duty("x", $0.key, Self.id($0.value)) }
        return RosterChecker(scenario).violations(of: AgentID(0), working: shifts)
    }
}
