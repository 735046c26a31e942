public import RosterModel

/// The file `gaps.csv`: what stays uncovered.
///
/// Columns `service_day,sector,requirement,start,end,required,present,missing,weight,points`; consecutive slots of a
/// service day in which nothing changes share one row.
public enum GapsCSV {
    /// The text of the gaps, by service day, then requirement.
    ///
    /// `present` counts the teams that serve the requirement, `weight` is hour weight × requirement weight, and `points`
    /// are those of the whole row, so that their sum is level 1.
    public static func write(_ report: CoverageReport, scenario: Scenario) -> String {
        var text = "service_day,sector,requirement,start,end,required,present,missing,weight,points\n"
        let axis = scenario.axis
        for day in 0..<axis.dayCount {
            let slots = axis.slots(ofDay: day)
            for (index, requirement) in scenario.requirements.enumerated() {
                let missing = report.missing[index]
                var slot = slots.lowerBound
                while slot < slots.upperBound {
                    guard missing[slot] > 0 else {
                        slot += 1
                        continue
                    }
                    let first = slot
                    repeat {
                        slot += 1
                    } while slot < slots.upperBound && missing[slot] == missing[first]
                        && requirement.teams[slot] == requirement.teams[first]
                        && requirement.pointsPerTeam[slot] == requirement.pointsPerTeam[first]
                    let (required, lacking) = (Int(requirement.teams[first]), Int(missing[first]))
                    let points = Int(requirement.pointsPerTeam[first])
                    let cells = [
                        axis.date(ofDay: day).iso, scenario[requirement.sector].id, requirement.id,
                        axis.iso(axis.minutes(ofSlot: first).lowerBound),
                        axis.iso(axis.minutes(ofSlot: slot).lowerBound),
                        String(required), String(required - lacking), String(lacking),
                        hundredths(points / axis.gridMinutes), String(points * lacking * (slot - first)),
                    ]
                    text += cells.map(CSVParser.escaped).joined(separator: ",") + "\n"
                }
            }
        }
        return text
    }

    /// `1`, `1.5` or `0.25`.
    private static func hundredths(_ value: Int) -> String {
        let (whole, rest) = (value / 100, value % 100)
        if rest == 0 { return String(whole) }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(pad(rest, 2))"
    }
}
