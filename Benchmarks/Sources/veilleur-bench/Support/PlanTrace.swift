import GLPKSolver
import RosterEngine
import RosterIO
import RosterModel
import Synchronization

/// One plan, watched: roster and bound of level 1 at each change of one of them.
struct PlanTrace {
    /// A moment of a run.
    struct Moment {
        let seconds: Double
        /// Level 1 of the best roster; nil before the first.
        let roster: Int?
        /// Proved bound; nil before the first.
        let bound: Int?
    }

    /// Moments by time; the last is the end of the run.
    let moments: [Moment]
    /// Demand of level 1.
    let demand: Int

    /// Plans a folder.
    ///
    /// - Parameter target: Points of demand between roster and bound at which to stop; nil for the limit alone.
    init(folder: String, timeLimit: Double, threads: Int, seed: UInt64, target: Double? = nil) throws {
        let watch = Stopwatch()
        let (scenario, _) = try ScenarioReader.read(folder: folder, language: .english)
        let demand = max(1, scenario.weightedDemand)
        let stop = StopFlag()
        let moments = Mutex<[Moment]>([])
        let result = try Planner(
            scenario, parameters: PlanParameters(timeLimit: timeLimit, threads: threads, seed: seed),
            solver: GLPKSolver()
        ).plan(
            clock: { watch.seconds }, stop: stop,
            onProgress: { now in
                let moment = Moment(seconds: now.seconds, roster: now.primalBound, bound: now.dualBound)
                moments.withLock { list in
                    if list.last?.roster != moment.roster || list.last?.bound != moment.bound { list.append(moment) }
                }
                if let target, let points = moment.points(of: demand), points <= target { stop.raise() }
            })
        var list = moments.withLock { $0 }.sorted { $0.seconds < $1.seconds }
        list.append(Moment(seconds: watch.seconds, roster: result.levels.points, bound: result.bound(.points)))
        self.moments = list
        self.demand = demand
    }

    /// Seconds until roster and bound were so near to each other; nil if they never were.
    func seconds(to points: Double) -> Double? {
        moments.first { ($0.points(of: demand) ?? .infinity) <= points }?.seconds
    }
}

extension PlanTrace.Moment {
    /// Points of demand between roster and bound; nil before both are known.
    func points(of demand: Int) -> Double? {
        guard let roster, let bound else { return nil }
        return 100 * Double(roster - bound) / Double(demand)
    }
}
