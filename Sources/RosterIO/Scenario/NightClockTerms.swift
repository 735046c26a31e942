import RosterModel

/// What the texts say of a night clock other than that of a supplied regime and no larger.
struct NightClockTerms {
    /// Clocks that an agreement may choose.
    struct Limit {
        /// Least length.
        let leastMinutes: Int
        /// Hours in it; nil when any will do.
        let holds: ClockRange?
        /// Hours that it lies in.
        let within: ClockRange

        func allows(_ clock: ClockRange) -> Bool {
            clock.end - clock.start >= leastMinutes && within.covers(clock) && holds.map(clock.covers) ?? true
        }

        var text: Wording {
            let held = holds.map(ScenarioReader.text(of:))
            let length = ScenarioReader.hours(leastMinutes)
            let (from, to) = (ClockText.format(within.start % 1440), ClockText.format(within.end % 1440))
            return Wording(
                "au moins \(length) d'affilée" + (held.map { ", dont \($0)," } ?? "") + " entre \(from) et \(to)",
                "at least \(length) in a row" + (held.map { ", \($0) among them," } ?? "")
                    + " between \(from) and \(to)")
        }
    }

    /// Whether an agreement may change the clock (``RuleSource/Level/default``) or nothing may (``RuleSource/Level/law``).
    let source: RuleSource
    /// How far an agreement may go; nil means without limit.
    let limit: Limit?
}
