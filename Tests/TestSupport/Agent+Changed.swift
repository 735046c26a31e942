public import RosterModel

extension Agent {
    /// The same agent with a team, given work, standby or a contract of its own.
    public func changed(
        teamKey: String? = nil, isNightWorker: Bool? = nil, contractDays: Range<Int>? = nil,
        busy: [BusyInterval]? = nil, standby: [Range<Int>]? = nil
    ) -> Agent {
        Agent(
            id: id, name: name, employer: employer, profession: profession, regime: regime, type: type,
            maximumMinutes: maximumMinutes, minimumMinutes: minimumMinutes, availableMinutes: availableMinutes,
            sectors: sectors, shifts: shifts, qualifications: qualifications, teamKey: teamKey ?? self.teamKey,
            nightAllowed: nightAllowed, isNightWorker: isNightWorker ?? self.isNightWorker,
            contractDays: contractDays ?? self.contractDays, busy: busy ?? self.busy,
            standby: standby ?? self.standby, absences: absences, history: history)
    }
}
