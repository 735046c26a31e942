import Dispatch
import RosterModel
import Synchronization

/// Dives of one run: the thread of the dual makes them, the chains of the search fill them.
final class DiveBoard: Sendable {
    private struct State {
        /// Dives that no chain has filled yet.
        var waiting: [Dive] = []
        /// Random dives so far.
        var turn = 0
        /// Seconds of a pass of the dual; 0 while unknown.
        var passSeconds = 0.0
    }

    private let parameters: PlanParameters
    private let board: ProgressBoard
    /// Share of the time limit from which no dive goes on.
    private let endShare: Double
    private let state = Mutex(State())
    /// Left when the first dive is done, or never will be.
    private let first = DispatchGroup()

    private static let fewestPasses = 40
    private static let usualPasses = 480
    private static let mostPasses = 960
    /// Most passes of the first dive while another thread waits for it.
    private static let mostFirstPasses = 320

    /// Prepares the dives of a run; ``openFirst()`` must be called once.
    init(parameters: PlanParameters, board: ProgressBoard, endShare: Double) {
        self.parameters = parameters
        self.board = board
        self.endShare = endShare
        first.enter()
    }

    /// Notes how long a pass takes, on which the length of dives depends.
    func note(passSeconds: Double) { state.withLock { $0.passSeconds = passSeconds } }

    /// Lets the chains that wait for the first dive go on.
    func openFirst() { first.leave() }

    /// Waits until the first dive is done, or never will be.
    func waitForFirst() { first.wait() }

    /// Whether there is a dive to fill.
    var isWaiting: Bool { state.withLock { !$0.waiting.isEmpty } }

    /// Leaves a dive to the other chain, unless there is one already.
    func offer(_ dive: Dive) -> Bool {
        state.withLock { state in
            guard state.waiting.isEmpty else { return false }
            state.waiting.append(dive)
            return true
        }
    }

    /// The last of the dives that no chain has filled.
    func take() -> Dive? { state.withLock { $0.waiting.popLast() } }

    /// Dives and keeps what comes of it for the chains.
    ///
    /// - Parameter isFirst: Whether the search and the bound wait for the dive, which is shorter then.
    func add(of dual: ProximalDual, isFirst: Bool) {
        guard let dive = dive(of: dual, isFirst: isFirst, random: nil) else { return }
        state.withLock { $0.waiting.append(dive) }
    }

    /// A dive at random: in turn once over all nights and twice over a window of the best roster.
    ///
    /// - Parameter best: Duty by agent and service day of the best roster now.
    func random(of dual: ProximalDual, best: () -> [[Int?]]?) -> Dive? {
        let turn = state.withLock { state in
            state.turn += 1
            return state.turn - 1
        }
        let random = RandomSource(seed: parameters.seed, stream: UInt64(500 + turn))
        if turn % 3 > 0, !parameters.switchedOff.contains(.windowDives), let best = best() {
            return window(of: dual, random, best)
        }
        return dive(of: dual, isFirst: false, random: random)
    }

    /// A dive over some days in a row; all other nights keep the staffings that they have in a roster.
    private func window(of dual: ProximalDual, _ random: RandomSource, _ lines: [[Int?]]) -> Dive? {
        let model = dual.model
        var random = random
        let days = dual.problem.scenario.axis.dayCount
        let width = max(2, days * 3 / 8)
        let first = random.below(max(1, days - width + 1))
        let kept = zip(model.blocks, model.staffings(of: lines, dual.problem)).map { block, staffing in
            (first..<first + width).contains(block.day) ? nil : staffing
        }
        var dive = dive(of: dual, isFirst: false, random: random, keeping: kept)
        dive?.start = lines
        return dive
    }

    /// - Parameter kept: Staffings of nights outside a window, for which half of the passes do; nothing for all nights.
    private func dive(
        of dual: ProximalDual, isFirst: Bool, random: RandomSource?, keeping kept: [Int?] = []
    ) -> Dive? {
        guard !parameters.switchedOff.contains(.dives) else { return nil }
        let passes = passes(isFirst: isFirst)
        return dual.dive(
            passLimit: kept.isEmpty ? passes : max(1, passes / 2), random: random, keeping: kept, shouldStop: isOver)
    }

    private func isOver() -> Bool { board.isOver(at: endShare) }

    /// Passes of a dive: as many as fit about an eighth of the time limit, or half of that.
    private func passes(isFirst: Bool) -> Int {
        let passSeconds = state.withLock { $0.passSeconds }
        guard let limit = parameters.timeLimit, parameters.work == nil, passSeconds > 0 else {
            return Self.usualPasses
        }
        // Passes of a dive take about half as long as those of the bound.
        let share = isFirst || parameters.threads == 1 ? 0.12 : 0.24
        let most = isFirst && parameters.threads > 1 ? Self.mostFirstPasses : Self.mostPasses
        return max(Self.fewestPasses, Int(min(Double(most), share * limit / passSeconds)))
    }
}
