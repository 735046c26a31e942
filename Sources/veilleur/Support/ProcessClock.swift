import Foundation

/// Seconds since the process started.
enum ProcessClock {
    /// Monotonic time of the start.
    static let start = DispatchTime.now().uptimeNanoseconds

    /// Seconds since ``start``.
    static var seconds: Double { Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9 }
}
