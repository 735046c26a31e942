import RosterModel

extension NearLimit {
    /// Whether a lawful value counts as near: minutes within a twentieth of the limit, counts at the limit itself.
    static func isNear(_ measured: Int, _ limit: Int, _ unit: Violation.Unit) -> Bool {
        guard limit > 0 else { return false }
        return unit == .minutes ? abs(measured - limit) * 20 <= limit : measured == limit
    }
}
