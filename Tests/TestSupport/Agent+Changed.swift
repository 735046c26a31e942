public import RosterModel

extension Agent {
    /// The same agent with a team, a person, given work, standby, a regime or a contract of its own.
    public func changed(
        teamKey: String? = nil, personKey: String? = nil, regime: RegimeID? = nil, isNightWorker: Bool? = nil,
        contractDays: Range<Int>? = nil, busy: [BusyInterval]? = nil, standby: [Range<Int>]? = nil,
        history: History? = nil
    ) -> Agent {
        Agent(
            id: id, name: name, employer: employer, profession: profession, regime: regime ?? self.regime, type: type,
            maximumMinutes: maximumMinutes, minimumMinutes: minimumMinutes, availableMinutes: availableMinutes,
            sectors: sectors, shifts: shifts, qualifications: qualifications, teamKey: teamKey ?? self.teamKey,
            personKey: personKey ?? self.personKey, nightAllowed: nightAllowed,
            isNightWorker: isNightWorker ?? self.isNightWorker, contractDays: contractDays ?? self.contractDays,
            busy: busy ?? self.busy, standby: standby ?? self.standby, absences: absences,
            history: history ?? self.history)
    }
}
