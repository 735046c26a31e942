import RosterModel

/// Kinds of teams.
extension ScenarioReader {
    mutating func readTeamKinds(_ map: YAMLMap?) {
        guard let map else { return }
        guard let value = map.required("team_kinds") else {
            kinds.isComplete = false
            return
        }
        for element in value.list {
            guard let entry = element.map(["id", "name", "places", "hours", "sectors"]) else {
                kinds.isComplete = false
                continue
            }
            guard let id = readID(entry, in: \.kinds, as: .teamKind) else { continue }
            let hours = entry["hours"].flatMap { readRange($0) }
            let own = entry["sectors"].map { Set(resolve($0, in: sectors, as: .sector).map(SectorID.init)) }
            kindPlaces.append(entry.place)
            let places = readPlaces(of: entry)
            let size = places.reduce(0) { $0 + $1.count }
            let open = hours.map { slots(in: $0) } ?? Array(repeating: true, count: axis.slotCount)
            teamKinds.append(
                TeamKind(
                    id: id, name: entry["name"]?.text() ?? id, places: places, hours: hours, sectors: own,
                    countsInSlot: zip(open, minimumTeam).map { $0 && size >= $1 }))
        }
        checkNotEmpty(value, kinds)
    }

    /// Hours from which smaller teams do not count; where ranges meet the larger minimum holds.
    mutating func readMinimumTeam(_ value: YAMLValue?) {
        minimumTeam = Array(repeating: 1, count: axis.slotCount)
        for element in value?.list ?? [] {
            guard let entry = element.map(["from", "to", "agents"]) else { continue }
            let agents = entry.required("agents").flatMap { $0.whole(1...20) }
            guard let range = readRange(entry), let agents else { continue }
            for (slot, isInside) in slots(in: range).enumerated() where isInside {
                minimumTeam[slot] = max(minimumTeam[slot], agents)
            }
        }
    }

    private func readPlaces(of entry: YAMLMap) -> [TeamKind.Place] {
        guard let value = entry.required("places") else { return [] }
        var places: [TeamKind.Place] = []
        for element in value.list {
            guard let place = element.map(["count", "of", "qualifications"]) else { continue }
            let count = place["count"].map { $0.whole(1...20) } ?? 1
            let accepted = readProfessions(place.required("of"))
            let asked = place["qualifications"].map { $0.list.compactMap { $0.text() } } ?? []
            guard let count else { continue }
            places.append(
                TeamKind.Place(
                    count: count, professions: accepted.map(ProfessionID.init),
                    qualifications: Array(Set(asked)).sorted()))
        }
        if value.list.isEmpty {
            value.fault(
                Wording("le type d'équipe n'a aucune place", "the team kind has no place"),
                expected: Wording("au moins une place {count, of}", "at least one place {count, of}"),
                hint: Wording(
                    "un binôme : `places: [{count: 2, of: [mediateur]}]`",
                    "a pair: `places: [{count: 2, of: [mediator]}]`"))
        }
        return places
    }

    /// Slots of the horizon inside a daily range; the range of the day before may reach into the first service day.
    func slots(in range: ClockRange) -> [Bool] {
        var inside = Array(repeating: false, count: axis.slotCount)
        for day in -1..<axis.dayCount {
            for slot in slots(axis.minutes(day: day, range: range)) { inside[slot] = true }
        }
        return inside
    }

    /// Slots of the horizon that lie wholly in some minutes.
    func slots(_ minutes: Range<Int>) -> Range<Int> {
        let first = max(0, (minutes.lowerBound + axis.gridMinutes - 1).flooredDivision(by: axis.gridMinutes))
        let last = min(axis.slotCount, minutes.upperBound.flooredDivision(by: axis.gridMinutes))
        return first..<max(first, last)
    }
}
