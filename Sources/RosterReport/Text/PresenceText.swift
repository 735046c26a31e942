public import RosterModel

/// Lone presence, hours that no night permission allows, presence together to avoid and orphan missions, in lines for people.
public enum PresenceText {
    /// Lines without line feed; agents by id.
    ///
    /// - Parameter mostLines: Most lines that list intervals.
    public static func lines(
        scenario: Scenario, roster: Roster, coverage: CoverageReport, mostLines: Int, language: Language
    ) -> [String] {
        let number = NumberFormat(language: language)
        let dates = DateFormat(language: language)
        let runs = PresenceWithoutTeam.list(scenario: scenario, coverage: coverage)
        let total = number.hours(runs.reduce(0) { $0 + $1.agentMinutes(on: scenario.axis) })
        var lines = [
            language.text(
                "Présence sans équipe complète : \(total) d'agent, qui ne comptent pas.",
                "Presence without a complete team: \(total) of agents, which count for nothing.")
        ]
        for run in runs.prefix(mostLines) {
            let start = scenario.axis.minutes(ofSlot: run.slots.lowerBound).lowerBound
            let end = scenario.axis.minutes(ofSlot: run.slots.upperBound - 1).upperBound
            lines.append(
                "  "
                    + [
                        dates.night(scenario.axis.date(ofDay: run.day)), scenario[run.sector].name,
                        number.clocks(
                            scenario.axis.serviceClock(start, day: run.day),
                            scenario.axis.serviceClock(end, day: run.day)),
                        run.agentIDs(in: roster, scenario: scenario).joined(separator: ", "),
                    ].joined(separator: " · "))
        }
        if runs.count > mostLines { lines.append("  \u{2026} (\(runs.count))") }
        let permission = PermissionText(scenario: scenario, language: language)
        lines += PermissionGap.list(scenario: scenario, coverage: coverage).map(permission.sentence)
        if !scenario.avoidedPairs.isEmpty {
            let together = number.hours(coverage.avoidedMinutes.reduce(0, +))
            lines.append(
                language.text(
                    "Présence commune à éviter, sans patrouille déclarée : \(together).",
                    "Presence together to avoid, without declared joint patrol: \(together)."))
        }
        let orphans = MissionFigures(scenario: scenario, coverage: coverage).orphans
        if !orphans.isEmpty {
            lines.append(language.text("Missions orphelines :", "Orphan missions:"))
            lines += orphans.map {
                "  " + MissionText(scenario: scenario, language: language).orphan($0)
            }
        }
        return lines.map { $0.replacing(NumberFormat.space, with: " ") }
    }
}
