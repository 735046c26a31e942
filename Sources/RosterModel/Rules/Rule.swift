/// Name of a rule, as it appears in certificates, violations and reports.
public enum Rule: String, CaseIterable, Hashable, Sendable {
    case absence, allowedSector, allowedShift, oneShiftADay, dailyRest, maximumDay, amplitude, maximumCivilWeek
    case averageOverHorizon, contractMaximum, contractMinimum, weeklyRest, workedDaysPerWeek, consecutiveDays
    case consecutiveNights, sundaysOff, nightForbidden, pin
    case averageOverWeeks, nightWorkerDay, nightWorkerAverage, missionHours, rollingDay, shortestShift, breakDuringWork
    case restAfterWork, weekendRest, contractPeriod, busyTime, noticeOfChange
    case constitutedTeam
    case splitDay, innerRest, weeklyHalfDays, publicHolidaysOff
}
