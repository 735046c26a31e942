import RosterModel

/// ``WeekendRest``: which half-days of the Saturday before and the Monday after a Sunday are worked.
struct WeekendRestResource: LineResource {
    private static let saturdayMorning = Int32(1)
    private static let saturdayAfternoon = Int32(2)
    private static let mondayMorning = Int32(4)
    private static let mondayAfternoon = Int32(8)
    /// Work on the Sunday itself: no run can be had.
    private static let sunday = Int32(16)
    /// Runs of half-days, Sunday's two left out, one of which must be free.
    private let runs: [Int32]
    /// Half-days worked by each option.
    private let worked: [[Int32]]
    private let isMonday: [Bool]
    private let start: Int32

    init?(_ context: LineContext) {
        guard let rule = context.regime.weekendRest else { return nil }
        runs =
            switch rule.halfDays {
            case 2: [0]
            case 3: [Self.saturdayAfternoon, Self.mondayMorning]
            default:
                [
                    Self.saturdayMorning | Self.saturdayAfternoon, Self.saturdayAfternoon | Self.mondayMorning,
                    Self.mondayMorning | Self.mondayAfternoon,
                ]
            }
        let axis = context.axis
        /// Half-days around a Sunday that pieces work.
        func bits(_ pieces: [WorkPiece], around sunday: CivilDate) -> Int32 {
            func works(_ days: Int, _ from: Int, _ to: Int) -> Bool {
                let date = sunday.advanced(by: days)
                let span = axis.minute(date: date, clock: from)..<axis.minute(date: date, clock: to)
                return pieces.contains { $0.minutes.overlaps(span) }
            }
            return (works(-1, 0, 720) ? Self.saturdayMorning : 0) | (works(-1, 720, 1440) ? Self.saturdayAfternoon : 0)
                | (works(0, 0, 1440) ? Self.sunday : 0) | (works(1, 0, 720) ? Self.mondayMorning : 0)
                | (works(1, 720, 1440) ? Self.mondayAfternoon : 0)
        }
        /// The Sunday that work of a service day may concern.
        func sunday(_ day: Int) -> CivilDate? {
            let date = axis.date(ofDay: day)
            switch date.weekday {
            case .friday: return date.advanced(by: 2)
            case .saturday: return date.advanced(by: 1)
            case .sunday: return date
            case .monday: return date.advanced(by: -1)
            default: return nil
            }
        }
        let runs = self.runs
        let given = context.givenPieces
        worked = context.options.indices.map { day in
            // A Sunday whose rest is lost without the plan is not judged.
            guard let sunday = sunday(day), Self.leavesRest(bits(given, around: sunday), runs) else {
                return context.options[day].map { _ in 0 }
            }
            return context.options[day].map { bits($0.pieces, around: sunday) }
        }
        isMonday = context.options.indices.map { axis.weekday(ofDay: $0) == .monday }
        let before = sunday(0).map { bits(context.past.map(\.piece), around: $0) } ?? 0
        start = Self.leavesRest(before, runs) ? before : 0
    }

    private static func leavesRest(_ bits: Int32, _ runs: [Int32]) -> Bool {
        bits & sunday == 0 && runs.contains { bits & $0 == 0 }
    }

    private static let mask = Int32(1) << Lane.weekendBits - 1

    func begin(_ state: inout LineState) { state[Lane.weekend] = state[Lane.weekend] & ~Self.mask | start }

    func extend(_ state: inout LineState, day: Int, option: Int?) -> Bool {
        let added = option.map { worked[day][$0] } ?? 0
        let lane = state[Lane.weekend]
        let bits = lane & Self.mask | added
        state[Lane.weekend] = lane & ~Self.mask | (isMonday[day] ? 0 : bits)
        return added == 0 || Self.leavesRest(bits, runs)
    }
}
