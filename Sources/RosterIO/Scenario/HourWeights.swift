import RosterModel

/// Weight of each quarter of an hour of the local clock, in hundredths.
struct HourWeights {
    /// 96 weights from 00:00 on.
    var quarters: [Int]

    /// 2 from 20 to 22, 3 to 24, 4 to 04, 3 to 05, 1 at all other hours.
    static let standard = HourWeights(
        quarters: (0..<96).map { quarter in
            switch quarter / 4 {
            case 0..<4: 400
            case 4: 300
            case 20, 21: 200
            case 22, 23: 300
            default: 100
            }
        })

    /// Weight at a local clock, in minutes after 00:00.
    func weight(at clock: Int) -> Int { quarters[clock % 1440 / 15] }
}
