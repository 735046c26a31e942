package import RosterModel

/// Agents that no rule and no price tells apart: equal type, regime, hours, days available, sectors and history.
package final class AgentClass: Sendable {
    /// Members, in order.
    package let agents: [AgentID]
    /// Type of all members.
    let type: AgentTypeID
    /// Lawful lines.
    let diagram: LineDiagram
    /// First node of each layer in one numbering of all layers, and their total: `dayCount + 2` entries.
    let layerStarts: [Int]
    /// First option class of each day in one numbering, and their total: `dayCount + 1` entries.
    let optionStarts: [Int]
    /// Duties of each option class in that numbering.
    let duties: [[Int32]]
    /// Arcs of the diagram as the pricer takes them.
    let arcs: LineArcs
    /// Option class of (day, duty), −1 when the duty is not lawful that day: `day * dutyCount + duty`.
    let optionOfDuty: [Int16]
    /// All duties that may be worked on each day.
    let dutiesOfDay: [[Int32]]

    init(
        agents: [AgentID], type: AgentTypeID, diagram: LineDiagram, dutyCount: Int,
        dutiesOfShift: (_ day: Int, _ shift: ShiftID) -> [Int32]
    ) {
        self.agents = agents
        self.type = type
        self.diagram = diagram
        var layers = [0]
        for count in diagram.nodeCounts { layers.append(layers[layers.count - 1] + count) }
        layerStarts = layers
        var starts = [0]
        var duties: [[Int32]] = []
        var optionOfDuty = Array(repeating: Int16(-1), count: diagram.dayCount * dutyCount)
        var dutiesOfDay: [[Int32]] = []
        for (day, options) in diagram.options.enumerated() {
            var ofDay: [Int32] = []
            for (number, option) in options.enumerated() {
                let members = option.shifts.flatMap { dutiesOfShift(day, $0) }
                precondition(number <= Int(Int16.max), "\(number) kinds of shift on one day")
                for duty in members { optionOfDuty[day * dutyCount + Int(duty)] = Int16(number) }
                duties.append(members)
                ofDay += members
            }
            dutiesOfDay.append(ofDay)
            starts.append(starts[starts.count - 1] + options.count)
        }
        optionStarts = starts
        self.duties = duties
        arcs = LineArcs(diagram, layerStarts: layers, optionStarts: starts)
        self.optionOfDuty = optionOfDuty
        self.dutiesOfDay = dutiesOfDay
    }
}
