import Foundation
import RosterCheck
import RosterEngine
import RosterModel

/// Figures of one run; one line of a results file.
struct RunRecord: Codable {
    var command: String
    var town: String
    var agents: Int
    var sectors: Int
    var days: Int
    /// Seconds; nil for a run limited by work.
    var timeLimit: Double?
    /// Moves, and passes in proportion; nil for a run limited by seconds.
    var work: Int?
    /// Sides of the plan that ran, and techniques that were switched off.
    var sides: [String]
    var switchedOff: [String]
    var threads: Int
    var seed: UInt64
    var bound: String
    var lpEngine: String
    var status: String
    /// Level 1 of the roster, as the independent check counts it.
    var objective: Int
    var dualBound: Int
    /// Proved bound of the missing late minutes.
    var lateBound: Int
    var weightedDemand: Int
    var coverGapPoints: Double
    var optimalityGap: Double
    /// Whether the roster breaks no rule.
    var isLawful: Bool
    /// Whether the check derived the bound anew from its proof; nil when it was not asked to.
    var isBoundProved: Bool?
    var seconds: Double
    /// Value of the last restricted master of the GLPK engine; nil for the proximal dual.
    var masterValue: Double?
    var cpuSeconds: Double
    var dualSeconds: Double
    /// Pricing of lines, staffings and musters; a part of the dual seconds.
    var pricingSeconds: Double
    /// Annealing, summed over the chains.
    var searchSeconds: Double
    var rows: Int
    var staffings: Int
    var columns: Int
    var slotFormBlocks: Int
    var blocks: Int
    var passes: Int
    var moves: Int
    var peakMegabytes: Int
    var machine: String
    var commit: String
    var date: String

    /// Judges a result by the independent check and gathers its figures.
    init(
        scenario: Scenario, town: String, result: PlanResult, parameters: PlanParameters, seconds: Double,
        verifies: Bool
    ) {
        let review = RosterChecker.check(result.roster, against: scenario)
        let demand = review.coverage.weightedDemand
        command = "run"
        self.town = town
        agents = scenario.agents.count
        sectors = scenario.sectors.count
        days = scenario.axis.dayCount
        timeLimit = parameters.timeLimit
        work = parameters.work
        sides = parameters.sides.map(\.rawValue).sorted()
        switchedOff = parameters.switchedOff.map(\.rawValue).sorted()
        threads = parameters.threads
        seed = parameters.seed
        bound = parameters.boundForm.rawValue
        lpEngine = parameters.lpEngine.rawValue
        status = result.status.rawValue
        objective = review.coverage.levels.points
        dualBound = result.bound(.points)
        lateBound = result.bound(.lateMinutes)
        weightedDemand = demand
        coverGapPoints = demand == 0 ? 0 : 100 * Double(objective - dualBound) / Double(demand)
        optimalityGap = Double(objective - dualBound) / Double(max(1, objective))
        isLawful = review.isLawful
        if verifies {
            let certificate = Certificate(
                scenarioHash: scenario.hash, rosterHash: result.roster.hash(in: scenario),
                levels: review.coverage.levels, lateMissingMinutes: review.coverage.lateMissingMinutes,
                proofs: result.proofs)
            let proof = CertificateChecker.verify(
                certificate, roster: result.roster, scenario: scenario, threads: parameters.threads)
            isBoundProved = proof.isProved
        }
        self.seconds = seconds
        masterValue = result.masterValue
        cpuSeconds = Machine.cpuSeconds
        dualSeconds = result.dualSeconds
        pricingSeconds = result.pricingSeconds
        searchSeconds = result.searchSeconds
        rows = result.size.rows
        staffings = result.size.staffings
        columns = result.size.columns
        blocks = result.blocks.all
        slotFormBlocks = result.blocks.slotForm
        passes = result.work.passes
        moves = result.work.moves
        peakMegabytes = Machine.peakMegabytes
        machine = Machine.name
        commit = Machine.commit
        date = Date().ISO8601Format()
    }

    /// One line of JSON.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// Head of the Markdown table.
    static let tableHead = """
        | town | agents | form | LP | objective | bound | LP value | points | gap % | s | dual s | pricing s | search s | columns | passes | moves | MB | lawful, proved |
        |---|--:|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|
        """

    /// A row of the Markdown table.
    var tableRow: String {
        func digits(_ value: Double, _ places: Int) -> String { String(format: "%.\(places)f", value) }
        let proved = isBoundProved.map { $0 ? "yes" : "NO" } ?? "–"
        let cells = [
            town, "\(agents)", bound, lpEngine, "\(objective)", "\(dualBound)",
            masterValue.map { digits($0, 0) } ?? "–", digits(coverGapPoints, 2),
            digits(100 * optimalityGap, 2), digits(seconds, 1), digits(dualSeconds, 1),
            digits(pricingSeconds, 1), digits(searchSeconds, 1), "\(columns)", "\(passes)",
            "\(moves)", "\(peakMegabytes)", "\(isLawful ? "yes" : "NO"), \(proved)",
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }
}
