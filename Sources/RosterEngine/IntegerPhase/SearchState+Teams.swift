import RosterModel

/// Changes of constituted teams: all members at once, or not at all.
extension SearchState {
    /// Whether the agent belongs to a constituted team.
    @inline(__always)
    func isTied(_ agent: Int) -> Bool { !teams.members.isEmpty && teams.teamOf[agent] >= 0 }

    /// What an agent works on a day; of a constituted team, what it works, whoever of it is kept off.
    @inline(__always)
    func dutyHeld(_ agent: Int, on day: Int) -> Int32 {
        isTied(agent) ? teamDuty[teams.teamOf[agent] * days + day] : duty[agent * days + day]
    }

    /// Whether two agents are one, or of one constituted team.
    @inline(__always)
    func areOneLine(_ first: Int, _ second: Int) -> Bool {
        first == second || (isTied(first) && teams.teamOf[first] == teams.teamOf[second])
    }

    /// Whether the lines of all members are what the duties of their team make of them.
    func doMembersFollow(_ team: Int) -> Bool {
        teams.members[team].allSatisfy { member in
            (0..<days).allSatisfy { day in
                self.duty[member * days + day] == duty(of: member, on: day, following: teamDuty[team * days + day])
            }
        }
    }

    /// What a member does when his team works a duty; nil when he may not follow.
    private func duty(of member: Int, on day: Int, following duty: Int32) -> Int32? {
        if let fixed = teams.fixedDuty(of: member, on: day) { return fixed }
        if duty < 0 { return -1 }
        if isPlanned(member), isCandidate(agent: member, day: day, duty: duty) { return duty }
        guard let parts = problem.dutyDay(Int(duty), day: day)?.parts else { return nil }
        return parts.contains { teams.isBlocked(member, on: day, minutes: $0) } ? -1 : nil
    }

    /// Gives the team of an agent other duties if the lines of all members stay lawful.
    ///
    /// - Returns: As ``apply(_:)``; the inverse speaks of the team.
    func applyTied(_ change: Change) -> (inverse: Change, steer: Int)? {
        let team = teams.teamOf[change.agent]
        let base = team * days
        let hasSecond = change.secondDay >= 0
        var done: [Change] = []
        var steer = 0
        for member in teams.members[team] {
            guard let first = duty(of: member, on: change.day, following: change.duty),
                let second = hasSecond ? duty(of: member, on: change.secondDay, following: change.secondDuty) : -1
            else {
                undoAlone(&done)
                return nil
            }
            let mine = member * days
            let isSame =
                self.duty[mine + change.day] == first && (!hasSecond || self.duty[mine + change.secondDay] == second)
            if isSame { continue }
            let own = Change(
                agent: member, day: change.day, duty: first, secondDay: change.secondDay, secondDuty: second)
            guard isPlanned(member), let step = applyAlone(own) else {
                undoAlone(&done)
                return nil
            }
            done.append(step.inverse)
            steer += step.steer
        }
        let inverse = Change(
            agent: change.agent, day: change.day, duty: teamDuty[base + change.day], secondDay: change.secondDay,
            secondDuty: hasSecond ? teamDuty[base + change.secondDay] : -1)
        teamDuty[base + change.day] = change.duty
        if hasSecond { teamDuty[base + change.secondDay] = change.secondDuty }
        return (inverse, steer)
    }

    private func undoAlone(_ inverses: inout [Change]) {
        while let inverse = inverses.popLast() {
            let isLawful = applyAlone(inverse) != nil
            precondition(isLawful, "the lines before a change of a team were lawful")
        }
    }

    /// Gives each team a first line that all its members can follow: the idle one, or that of a member.
    ///
    /// - Parameter lines: A lawful line by class of agents; nil for the idle one.
    func setFirstTeamLines(_ lines: [[Int?]?]) {
        for (team, members) in teams.members.enumerated() {
            let idle = [Int?](repeating: nil, count: days)
            let own = members.filter(isPlanned).map { lines[problem.classOfAgent[$0]] ?? idle }
            for line in [idle] + own {
                let followed = members.map { member in
                    (0..<days).map { day in duty(of: member, on: day, following: line[day].map(Int32.init) ?? -1) }
                }
                let areLawful = zip(members, followed).allSatisfy { member, line in
                    line.allSatisfy { $0 != nil } && isLawful(member, line.map { $0 ?? -1 })
                }
                guard areLawful else { continue }
                for (member, line) in zip(members, followed) where isPlanned(member) {
                    setLine(member, line.map { duty in duty.flatMap { $0 < 0 ? nil : Int($0) } })
                }
                for day in 0..<days { teamDuty[team * days + day] = line[day].map(Int32.init) ?? -1 }
                break
            }
        }
    }

    /// Reads the duties of teams from the lines of their members.
    func readTeamLines() {
        for (team, members) in teams.members.enumerated() {
            for day in 0..<days {
                let follower = members.first {
                    teams.fixedDuty(of: $0, on: day) == nil && duty[$0 * days + day] >= 0
                }
                teamDuty[team * days + day] = follower.map { duty[$0 * days + day] } ?? -1
            }
        }
    }
}
