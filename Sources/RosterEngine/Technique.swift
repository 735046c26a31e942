/// A technique that a measurement can switch off, to see what it brings. All are on unless said otherwise.
public enum Technique: String, CaseIterable, Sendable {
    /// The two sides of a plan.
    public enum Side: String, CaseIterable, Sendable {
        /// Proved lower bounds.
        case bound
        /// Rosters.
        case search
    }

    /// Agents no rule tells apart are priced as one class.
    case agentClasses = "agent-classes"
    /// Duties to the same effect are one group with one price.
    case dutyGroups = "duty-groups"
    /// Only staffings that no smaller one equals are listed.
    case efficientStaffings = "efficient-staffings"
    /// Presence is priced agent by agent, not at one price for all.
    case unaryPresence = "unary-presence"
    /// Groups among which the people of a night must choose are bounded together.
    case musterPools = "muster-pools"
    /// Sectors that a round visits count on the same agents.
    case roundLabels = "round-labels"
    /// The dual starts from what each duty could cover.
    case firstPrices = "first-prices"
    /// Two priced steps per night block and muster in a pass, instead of one.
    case secondNightStep = "second-night-step"
    /// Further steps over the known columns of a class.
    case poolSteps = "pool-steps"
    /// Shorter steps of the dual where the bound stalls.
    case penaltyHalving = "penalty-halving"
    /// Shorter steps of the dual where little stays uncovered.
    case shortSteps = "short-steps"
    /// Limits on whole teams over many nights are added where the fractional plan breaks them.
    case teamCuts = "team-cuts"
    /// Where the bound of level 1 is at its end, parts of it are bounded and rounded up one by one.
    case objectiveParts = "objective-parts"
    /// The bound of late minutes starts from the prices of level 1.
    case lateStart = "late-start"

    /// Moves that put a worked day of an agent on another day.
    case shiftDays = "shift-days"
    /// Moves that exchange the duties of two agents.
    case swaps
    /// Moves that complete or create a team.
    case formTeams = "form-teams"
    /// Moves of two agents together.
    case moveTeams = "move-teams"
    /// Exchange of two nights of a sector.
    case swapNights = "swap-nights"
    /// Moves of two to four agents to another night, with substitutes.
    case moveCrews = "move-crews"
    /// Short annealings of one night.
    case stirNights = "stir-nights"
    /// Whole lines drawn at once.
    case drawLines = "draw-lines"
    /// Lines of whole crews drawn one after the other.
    case drawCrews = "draw-crews"
    /// Rosters that fill whole staffings chosen by the dual.
    case dives
    /// Dives over a window of days of the best roster, between those over all nights.
    case windowDives = "window-dives"
    /// The search leans to the lines that the dual fills those staffings with.
    case diveLeaning = "dive-leaning"
    /// Part of the credit of a team for an incomplete one, at first.
    case partialCredit = "partial-credit"
    /// A steeper fall of the temperature at the end of a cycle.
    case finalFreeze = "final-freeze"
    /// Several cycles from the best roster, instead of one long one.
    case reheats
    /// Other temperatures in each round of cycles.
    case roundTemperatures = "round-temperatures"
    /// Parts of the town that share hardly any agent are annealed in turn.
    case partsInTurn = "parts-in-turn"
    /// Chains start their cycles from the best roster of all; never in runs limited by work, which must not depend on timing.
    case sharedIncumbent = "shared-incumbent"
    /// With one thread a short search comes before the bounds; never in runs limited by work.
    case quickStart = "quick-start"

    /// What the technique serves.
    public var side: Side {
        switch self {
        case .agentClasses, .dutyGroups, .efficientStaffings, .unaryPresence, .musterPools, .roundLabels, .firstPrices,
            .secondNightStep, .poolSteps, .penaltyHalving, .shortSteps, .teamCuts, .objectiveParts, .lateStart:
            .bound
        case .shiftDays, .swaps, .formTeams, .moveTeams, .swapNights, .moveCrews, .stirNights, .drawLines, .drawCrews,
            .dives, .windowDives, .diveLeaning, .partialCredit, .finalFreeze, .reheats, .roundTemperatures,
            .partsInTurn, .sharedIncumbent, .quickStart:
            .search
        }
    }

    /// Whether the technique acts in runs limited by work.
    public var actsUnderWork: Bool { self != .sharedIncumbent && self != .quickStart }
}
