public import RosterModel

/// The file `roster.csv`: one row for each stage of a shift.
///
/// Columns `agent,service_day,start,end,break_minutes,shift,sector,stage`; times in ISO 8601 with offset; the break stands
/// on stage 1.
public enum RosterCSV {
    /// The text of a roster, rows by agent, then start.
    public static func write(_ roster: Roster, scenario: Scenario) -> String {
        var text = "agent,service_day,start,end,break_minutes,shift,sector,stage\n"
        for shift in roster.shifts {
            for (index, stage) in shift.stages.enumerated() {
                let cells = [
                    scenario[shift.agent].id, scenario.axis.date(ofDay: shift.day).iso,
                    scenario.axis.iso(stage.minutes.lowerBound), scenario.axis.iso(stage.minutes.upperBound),
                    index == 0 ? String(shift.breakMinutes) : "", shift.name, scenario[stage.sector].id,
                    String(index + 1),
                ]
                text += cells.map(CSVParser.escaped).joined(separator: ",") + "\n"
            }
        }
        return text
    }

    /// Reads a roster for a scenario.
    ///
    /// Shifts need not be on the menu, nor lawful: that is for the checker to say. Rows may stand in any order.
    ///
    /// - Parameter file: Name for issues.
    /// - Throws: All faults of the file: unknown agents and sectors, times that do not exist or exist twice, days outside
    ///   the horizon, stages that do not follow each other.
    public static func read(
        _ bytes: [UInt8], file: String = "roster.csv", scenario: Scenario, language: Language
    ) throws(ScenarioError) -> (roster: Roster, warnings: [ScenarioIssue]) {
        let reader = RosterTableReader(scenario: scenario, log: IssueLog(language: language), file: file)
        let shifts = reader.read(bytes)
        let issues = reader.log.sorted(files: [file])
        guard let shifts, !reader.log.hasErrors else { throw ScenarioError(issues: issues) }
        return (Roster(shifts: shifts), issues)
    }
}
