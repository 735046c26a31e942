/// Values of the four levels of the objective; rosters compare by them in strict order, smaller first.
public struct LevelValues: Hashable, Comparable, Sendable {
    /// Level 1: uncovered team-hours in points (missing teams × minutes × weight × 100).
    public var points: Int
    /// Level 2: minutes of co-presence to avoid plus surplus agent-minutes.
    public var overlapMinutes: Int
    /// Level 3: distance from fair shares and refused wishes, in hundredths.
    public var unfairnessHundredths: Int
    /// Level 4: paid minutes of the contracts that stay unused.
    public var unusedMinutes: Int

    /// Describes values.
    public init(points: Int, overlapMinutes: Int, unfairnessHundredths: Int, unusedMinutes: Int) {
        self.points = points
        self.overlapMinutes = overlapMinutes
        self.unfairnessHundredths = unfairnessHundredths
        self.unusedMinutes = unusedMinutes
    }

    /// Orders as the values do.
    public static func < (left: Self, right: Self) -> Bool {
        (left.points, left.overlapMinutes, left.unfairnessHundredths, left.unusedMinutes)
            < (right.points, right.overlapMinutes, right.unfairnessHundredths, right.unusedMinutes)
    }
}
