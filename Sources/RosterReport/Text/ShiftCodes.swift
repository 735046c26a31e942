package import RosterModel

/// Codes of shifts for the cells of the roster grid.
///
/// Shifts of the menu that share a code but not their hours get a letter each, in the order of the menu, so that a cell
/// always tells the hours.
package struct ShiftCodes: Sendable {
    /// A code with what it stands for.
    package struct Entry: Hashable, Sendable {
        /// Code shown in cells.
        package let code: String
        /// Name of the shift.
        package let name: String
        /// Local hours: one span, or those of the parts of a split shift.
        package let parts: [ClockRange]
    }

    /// Codes that the roster uses, in the order of the menu, then those of shifts that are not in the menu.
    package let legend: [Entry]
    private let byName: [String: Entry]

    /// Gives codes to the shifts of a roster.
    package init(scenario: Scenario, roster: Roster) {
        let used = Set(roster.shifts.map(\.name))
        let menu = scenario.shifts.filter { used.contains($0.id) }
        var hoursOfCode: [String: [[ClockRange]]] = [:]
        for shift in menu where !(hoursOfCode[shift.code]?.contains(shift.parts) ?? false) {
            hoursOfCode[shift.code, default: []].append(shift.parts)
        }
        var entries: [Entry] = []
        var byName: [String: Entry] = [:]
        func add(_ entry: Entry, for name: String) {
            byName[name] = entry
            if !entries.contains(where: { $0.code == entry.code && $0.parts == entry.parts && $0.name == entry.name }) {
                entries.append(entry)
            }
        }
        for shift in menu {
            let variants = hoursOfCode[shift.code] ?? []
            let position = variants.firstIndex(of: shift.parts) ?? 0
            let suffix = variants.count > 1 ? Self.suffix(position) : ""
            add(Entry(code: shift.code + suffix, name: shift.name, parts: shift.parts), for: shift.id)
        }
        for shift in roster.shifts where byName[shift.name] == nil {
            let parts = shift.parts.map { part in
                let start = scenario.axis.serviceClock(part.lowerBound, day: shift.day)
                return ClockRange(
                    start: start, end: max(start, scenario.axis.serviceClock(part.upperBound, day: shift.day)))
            }
            add(Entry(code: String(shift.name.prefix(3)), name: shift.name, parts: parts), for: shift.name)
        }
        legend = entries
        self.byName = byName
    }

    /// Code of a worked shift.
    package func code(of shift: WorkedShift) -> String { byName[shift.name]?.code ?? String(shift.name.prefix(3)) }

    private static func suffix(_ position: Int) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        return position < letters.count ? String(letters[position]) : String(position + 1)
    }
}
