/// Why nobody more can cover a slot: what would have to be relaxed so that somebody could.
public enum GapReason: String, CaseIterable, Hashable, Sendable {
    /// Agents who could come may not work in the sector.
    case notAllowedHere
    /// They are absent or outside their contract.
    case absent
    /// They have given work or standby: training, hearing, another employer, call-out.
    case givenWork
    /// Night work is forbidden to them or by their regime.
    case nightForbidden
    /// The convention does not allow missions at that hour.
    case missionHours
    /// Daily or weekly rest, Sundays off, runs of days or nights.
    case rest
    /// A maximum of working time: day, amplitude, week, average.
    case workingTimeMaximum
    /// The worked days of a civil week.
    case workedDaysMaximum
    /// The hours of their contract are used up.
    case contractHours
    /// A fixed decision or the notice of a change keeps them off.
    case fixedDecision
    /// Enough people would be there, but teams so small do not count at that hour.
    case teamSize
    /// They work elsewhere or at other hours of the same night: it would cost an hour there.
    case otherHour
    /// No shift of the menu that they may work reaches this hour.
    case noShift
    /// Too few agents of the town could take a place in a team that counts.
    case nobodyQualified
}
