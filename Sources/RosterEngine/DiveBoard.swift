import Dispatch
import Synchronization

/// Dives of one run: the thread of the dual makes them, the chains of the search fill them.
final class DiveBoard: Sendable {
    private struct State {
        /// Dives that no chain has filled yet.
        var waiting: [Dive] = []
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

    private static let fewestPasses = 20
    private static let usualPasses = 240
    private static let mostPasses = 480
    private static let mostAttempts = 3

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

    /// The last of the dives that no chain has filled.
    func take() -> Dive? { state.withLock { $0.waiting.popLast() } }

    /// Dives and keeps what comes of it for the chains.
    ///
    /// - Parameter isEarly: Whether the bound still rises; the dive is shorter then.
    func add(of dual: ProximalDual, isEarly: Bool) {
        guard let dive = dive(of: dual, isEarly: isEarly, random: nil) else { return }
        state.withLock { $0.waiting.append(dive) }
    }

    /// Dives at random until the staffings are better than the best roster, a few times at most.
    ///
    /// - Parameter best: Level 1 of the best roster now.
    func random(of dual: ProximalDual, cycle: Int, best: () -> Int?) -> Dive? {
        var found: Dive?
        for attempt in 0..<(parameters.work == nil ? Self.mostAttempts : 1) {
            let random = RandomSource(seed: parameters.seed, stream: UInt64(500 + cycle + 100_000 * attempt))
            guard let dive = dive(of: dual, isEarly: false, random: random) else { break }
            found = dive
            if dive.cost < best() ?? Int.max { break }
        }
        return found
    }

    private func dive(of dual: ProximalDual, isEarly: Bool, random: RandomSource?) -> Dive? {
        guard !parameters.switchedOff.contains(.dives) else { return nil }
        return dual.dive(passLimit: passes(isEarly: isEarly), random: random) { [board, endShare] in
            board.isOver(at: endShare)
        }
    }

    /// Passes of a dive: as many as a share of the time limit allows.
    private func passes(isEarly: Bool) -> Int {
        let passSeconds = state.withLock { $0.passSeconds }
        guard let limit = parameters.timeLimit, parameters.work == nil, passSeconds > 0 else {
            return Self.usualPasses
        }
        let share = isEarly || parameters.threads == 1 ? 0.06 : 0.12
        return max(Self.fewestPasses, Int(min(Double(Self.mostPasses), share * limit / passSeconds)))
    }
}
