/// Team-minutes and points of some part of the plan.
package struct CoverTally: Hashable, Sendable {
    /// Team-minutes required.
    package var required = 0
    /// Team-minutes missing.
    package var missing = 0
    /// Missing team-minutes in slots in which no team at all is formed in the sector.
    package var nobody = 0
    /// Points required.
    package var demandPoints = 0
    /// Points missing.
    package var missingPoints = 0

    /// A tally of nothing, or of the values given.
    package init(
        required: Int = 0, missing: Int = 0, nobody: Int = 0, demandPoints: Int = 0, missingPoints: Int = 0
    ) {
        self.required = required
        self.missing = missing
        self.nobody = nobody
        self.demandPoints = demandPoints
        self.missingPoints = missingPoints
    }

    /// Team-minutes covered.
    package var covered: Int { required - missing }

    /// Adds another tally.
    package static func += (left: inout Self, right: Self) {
        left.required += right.required
        left.missing += right.missing
        left.nobody += right.nobody
        left.demandPoints += right.demandPoints
        left.missingPoints += right.missingPoints
    }
}
