import RosterModel

/// Rows of one shift.
extension RosterTableReader {
    /// Whether rows of one day are the parts of one split shift, although they do not number their stages: each names it,
    /// or none names anything and together they have just the hours of its parts.
    private func splitShift(of parts: [Part]) -> ShiftID? {
        guard parts.count > 1, parts.allSatisfy({ $0.row["stage"].isEmpty && $0.stays.count == 1 }),
            zip(parts, parts.dropFirst()).allSatisfy({ $0.minutes.upperBound < $1.minutes.lowerBound })
        else { return nil }
        let named = Set(parts.map(\.named))
        if named.count == 1, let shift = parts[0].named { return scenario[shift].isSplit ? shift : nil }
        guard parts.allSatisfy({ $0.row["shift"].isEmpty }) else { return nil }
        return menu.splitShift(of: AgentID(parts[0].agent), parts: parts.map(\.minutes), day: parts[0].day)
    }

    /// Shifts of one agent on one day, from parts by start.
    func join(_ parts: [Part]) -> [WorkedShift] {
        if let split = splitShift(of: parts), let first = parts.first, let last = parts.last {
            let given = parts.filter { !$0.row["break_minutes"].isEmpty }.compactMap(\.breakMinutes)
            return [
                WorkedShift(
                    agent: AgentID(first.agent), day: first.day, name: scenario[split].id,
                    minutes: first.minutes.lowerBound..<last.minutes.upperBound,
                    breakMinutes: given.isEmpty ? scenario[split].breakMinutes : given.reduce(0, +),
                    stages: parts.flatMap(\.stays))
            ]
        }
        var shifts: [WorkedShift] = []
        var index = 0
        while index < parts.count {
            let first = parts[index]
            var stages = first.stays
            var breakMinutes = first.breakMinutes
            var name = first.shift
            var last = first
            index += 1
            while index < parts.count, parts[index].stage > 1 {
                let next = parts[index]
                if next.stage != last.stage + 1 || next.minutes.lowerBound < last.minutes.upperBound
                    || next.row["shift"].text != first.row["shift"].text
                {
                    broken(next)
                } else {
                    stages += next.stays
                    if let more = next.breakMinutes { breakMinutes = (breakMinutes ?? 0) + more }
                    last = next
                }
                index += 1
            }
            guard first.stage == 1 else {
                broken(first)
                continue
            }
            let minutes = first.minutes.lowerBound..<last.minutes.upperBound
            if stages.count > first.stays.count, first.row["shift"].isEmpty {
                // The stays together may be a shift of the menu; the first alone says nothing.
                let whole = scenario.agents[first.agent].shifts.first {
                    !scenario[$0].isSplit && menu.minutes(of: $0, day: first.day) == minutes
                }
                name = whole.map { scenario[$0].id } ?? ""
                if first.row["break_minutes"].isEmpty { breakMinutes = whole.map { scenario[$0].breakMinutes } }
            }
            if breakMinutes == nil { gaps.breakTime.append(first.row["break_minutes"].place) }
            let pause = breakMinutes ?? 0
            guard pause < stages.reduce(0, { $0 + $1.minutes.count }) else {
                log.fault(
                    first.row["break_minutes"].place, value: first.row["break_minutes"].text,
                    Wording("la pause n'est pas plus courte que le poste", "the break is not shorter than the shift"),
                    expected: Wording("moins que la durée du poste", "less than the length of the shift"),
                    hint: Wording("écrivez la pause en minutes", "write the break in minutes"))
                continue
            }
            shifts.append(
                WorkedShift(
                    agent: AgentID(first.agent), day: first.day, name: name, minutes: minutes,
                    breakMinutes: pause, stages: stages))
        }
        return shifts
    }

    private func broken(_ part: Part) {
        let cell = part.row["stage"]
        log.fault(
            cell.place, value: cell.text,
            Wording(
                "l'étape \(part.stage) ne suit pas l'étape \(part.stage - 1) du même poste",
                "stage \(part.stage) does not follow stage \(part.stage - 1) of the same shift"),
            expected: Wording(
                "des étapes numérotées 1, 2, 3… chacune commençant quand la précédente finit, ou plus tard",
                "stages numbered 1, 2, 3… each starting when the one before ends, or later"),
            hint: Wording(
                "deux postes du même jour commencent chacun à l'étape 1",
                "two shifts of one day each start with stage 1"))
    }
}
