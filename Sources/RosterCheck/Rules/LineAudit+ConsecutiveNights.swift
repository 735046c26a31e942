import RosterModel

extension LineAudit {
    /// Runs of nights; history and busy nights may be part of them.
    func consecutiveNightsFindings(_ pieces: LinePieces) -> [Finding] {
        guard let rule = regime.consecutiveNights else { return [] }
        return runs(of: nights(pieces.all), given: nights(pieces.given)).compactMap { run in
            judge(
                .consecutiveNights, run.length, atMost: rule.nights, .nights, rule.source, day: run.planned.last,
                place: run.first, days: run.planned)
        }
    }
}
