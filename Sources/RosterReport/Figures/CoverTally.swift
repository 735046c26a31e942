/// Team-minutes and points of some part of the plan.
package struct CoverTally: Hashable, Sendable {
    /// Team-minutes required.
    package var required = 0
    /// Team-minutes missing.
    package var missing = 0
    /// Missing team-minutes in slots in which no team at all is formed in the sector.
    package var nobody = 0
    /// Missing team-minutes in slots in which some team is formed, but none of a kind that the requirement accepts.
    package var capability = 0
    /// Team-minutes that nobody may lawfully cover, whatever the roster (``PresenceFloor``).
    package var unreachable = 0
    /// Those of them in slots in which no team at all is possible in the sector.
    package var nobodyUnreachable = 0
    /// Points required.
    package var demandPoints = 0
    /// Points missing.
    package var missingPoints = 0

    /// A tally of nothing, or of the values given.
    package init(
        required: Int = 0, missing: Int = 0, nobody: Int = 0, capability: Int = 0, unreachable: Int = 0,
        nobodyUnreachable: Int = 0, demandPoints: Int = 0, missingPoints: Int = 0
    ) {
        self.required = required
        self.missing = missing
        self.nobody = nobody
        self.capability = capability
        self.unreachable = unreachable
        self.nobodyUnreachable = nobodyUnreachable
        self.demandPoints = demandPoints
        self.missingPoints = missingPoints
    }

    /// Team-minutes covered.
    package var covered: Int { required - missing }

    /// Missing team-minutes where a team of an accepted kind is formed, but fewer than required.
    package var tooFew: Int { missing - nobody - capability }

    /// Sum of tallies.
    package static func sum(_ tallies: some Sequence<CoverTally>) -> CoverTally {
        tallies.reduce(into: CoverTally()) { $0 += $1 }
    }

    /// Adds another tally.
    package static func += (left: inout Self, right: Self) {
        left.required += right.required
        left.missing += right.missing
        left.nobody += right.nobody
        left.capability += right.capability
        left.unreachable += right.unreachable
        left.nobodyUnreachable += right.nobodyUnreachable
        left.demandPoints += right.demandPoints
        left.missingPoints += right.missingPoints
    }
}
