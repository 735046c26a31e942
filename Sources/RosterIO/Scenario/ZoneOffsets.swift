import Foundation
import RosterModel

/// Offsets of a time zone around a horizon, as ``TimeAxis`` wants them.
enum ZoneOffsets {
    /// Days before and after the horizon that the offsets cover.
    static let marginDays = 400

    /// Offsets from UTC between two dates, margins added.
    ///
    /// Found by daily probes and bisection, so that every change is seen, also those that are no daylight saving.
    static func offsets(of zone: TimeZone, from first: CivilDate, to last: CivilDate) -> [TimeAxis.Offset] {
        func offset(at utcMinute: Int) -> Int {
            // Rounded down: the offsets of our time are whole minutes.
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utcMinute) * 60)).flooredDivision(by: 60)
        }
        var minute = (first.daysSinceEpoch - marginDays) * 1440
        let end = (last.daysSinceEpoch + marginDays) * 1440
        var current = offset(at: minute)
        var offsets = [TimeAxis.Offset(utcMinute: minute, offsetMinutes: current)]
        while minute < end {
            let next = minute + 1440
            let value = offset(at: next)
            if value != current {
                var (low, high) = (minute, next)
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if offset(at: middle) == current { low = middle } else { high = middle }
                }
                offsets.append(TimeAxis.Offset(utcMinute: high, offsetMinutes: value))
                current = value
            }
            minute = next
        }
        return offsets
    }
}
