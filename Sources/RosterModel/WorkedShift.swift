/// One shift of one agent in a roster, with the sectors it is spent in.
public struct WorkedShift: Hashable, Sendable {
    /// A stay in one sector.
    public struct Stage: Hashable, Sendable {
        /// Sector.
        public let sector: SectorID
        /// Elapsed minutes of the stay.
        public let minutes: Range<Int>

        /// Describes a stay.
        public init(sector: SectorID, minutes: Range<Int>) {
            self.sector = sector
            self.minutes = minutes
        }
    }

    /// Agent.
    public let agent: AgentID
    /// Service day that owns the shift.
    public let day: Int
    /// ``Shift/id`` of the menu, or whatever the file of the roster says.
    public let name: String
    /// Elapsed minutes from the first start to the last end.
    public let minutes: Range<Int>
    /// Break in minutes, without position.
    public let breakMinutes: Int
    /// Stays in order, at least one, together the whole of ``minutes`` less the gaps of a split shift.
    public let stages: [Stage]

    /// Describes a worked shift.
    public init(
        agent: AgentID, day: Int, name: String, minutes: Range<Int>, breakMinutes: Int, stages: [Stage]
    ) {
        self.agent = agent
        self.day = day
        self.name = name
        self.minutes = minutes
        self.breakMinutes = breakMinutes
        self.stages = stages
    }

    /// Spans of work in order, stays that touch as one: more than one when the shift is split.
    public var parts: [Range<Int>] {
        stages.reduce(into: []) { parts, stage in
            if stage.minutes.isEmpty { return }
            if let last = parts.last, last.upperBound == stage.minutes.lowerBound {
                parts[parts.count - 1] = last.lowerBound..<stage.minutes.upperBound
            } else {
                parts.append(stage.minutes)
            }
        }
    }
}
