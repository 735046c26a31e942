import RosterModel

/// A requirement while its needs are gathered.
struct RequirementDraft {
    let id: String
    /// Id before the sector was added to it.
    let base: String
    let sector: SectorID
    let kinds: [TeamKindID]
    let weight: Int
    let place: Place
    /// Teams per slot.
    var teams: [UInt8]
}

/// Cover requirements and their needs.
extension ScenarioReader {
    /// Keys of a requirement.
    static let requirementKeys = ["id", "sector", "sectors", "kinds", "weight", "needs"]

    mutating func readRequirements(_ map: YAMLMap?) {
        guard let map else { return }
        guard let value = map.required("requirements") else {
            requirements.isComplete = false
            return
        }
        for element in value.list {
            guard let entry = element.map(Self.requirementKeys) else {
                requirements.isComplete = false
                continue
            }
            guard let id = readID(entry, in: \.requirements, as: .requirement) else { continue }
            readRequirement(entry, id: id)
        }
        checkNotEmpty(value, requirements)
    }

    private mutating func readRequirement(_ entry: YAMLMap, id: String) {
        var places: [Int] = []
        switch (entry["sector"], entry["sectors"]) {
        case (let sector?, nil):
            if let text = sector.text(), let position = resolve(text, at: sector.place, in: sectors, as: .sector) {
                places = [position]
            }
        case (nil, let list?): places = resolve(list, in: sectors, as: .sector)
        case (let sector?, _?):
            sector.fault(
                Wording("le besoin a sector et sectors", "the requirement has both sector and sectors"),
                expected: Wording("l'une des deux clés", "one of the two keys"),
                hint: Wording("gardez sectors pour plusieurs secteurs", "keep sectors for several sectors"))
        case (nil, nil): _ = entry.required("sector")
        }
        let accepted = entry.required("kinds").map { value -> [Int] in
            if value.list.isEmpty {
                value.fault(
                    Wording("le besoin n'accepte aucun type d'équipe", "the requirement accepts no team kind"),
                    expected: Noun.teamKind.expected,
                    hint: Wording("nommez au moins un type d'équipe", "name at least one team kind"))
            }
            return resolve(value, in: kinds, as: .teamKind)
        }
        let weight = entry["weight"].map { $0.whole(0...1000) ?? 1 } ?? 1
        let teams = readNeeds(entry["needs"])
        let suffixes = entry["sectors"] != nil
        for position in places {
            requirementDrafts.append(
                RequirementDraft(
                    id: suffixes ? "\(id)@\(sectors.ids[position])" : id, base: id, sector: SectorID(position),
                    kinds: (accepted ?? []).map(TeamKindID.init), weight: weight, place: entry.place, teams: teams))
        }
    }

    /// Teams per slot, patterns combined by the largest.
    private mutating func readNeeds(_ value: YAMLValue?) -> [UInt8] {
        var teams = Array(repeating: UInt8(0), count: axis.slotCount)
        guard let value else { return teams }
        for element in value.list {
            guard let entry = element.map(["days", "from", "to", "teams"]) else { continue }
            let days = readDayRules(entry["days"])
            let count = entry.required("teams").flatMap { $0.whole(0...255) }
            guard let range = readRange(entry), let count else { continue }
            // The need of the evening before may reach into the first service day.
            for day in -1..<axis.dayCount {
                let date = axis.date(ofDay: day)
                guard holds(days, on: date, names: namesOfDay[day + 1]) else { continue }
                for slot in slots(axis.minutes(day: day, range: range)) { teams[slot] = max(teams[slot], UInt8(count)) }
            }
        }
        return teams
    }

    static let needsSchema = CSVSchema(
        file: "needs.csv",
        columns: [
            .init("requirement", ["besoin", "exigence", "mission"], required: true),
            .init("service_day", ["jour_de_service", "jour", "date", "nuit"], required: true),
            .init("from", ["de", "debut", "heure_debut", "start"], required: true),
            .init("to", ["a", "fin", "heure_fin", "end"], required: true),
            .init("teams", ["equipes", "nombre"], required: true),
            .init("mode"),
        ])

    /// Needs of single service days: `mode` is empty for the larger of both, or `replace`.
    mutating func readNeedsTable() {
        guard let bytes = files.contents["needs.csv"],
            let rows = CSVTable.read(bytes, schema: Self.needsSchema, log: log)
        else { return }
        var replacements: [(drafts: [Int], slots: Range<Int>, teams: UInt8)] = []
        for row in rows {
            let name = row["requirement"]
            var drafts: [Int] = []
            if name.isEmpty {
                missing(name)
            } else {
                drafts = requirementDrafts.indices.filter {
                    requirementDrafts[$0].id == name.text || requirementDrafts[$0].base == name.text
                }
                // A requirement whose own entry is faulty has no draft and is not reported again.
                let base = String(name.text.prefix { $0 != "@" })
                let isFaulty =
                    requirements.position(of: base) != nil && !requirementDrafts.contains { $0.base == base }
                if drafts.isEmpty, requirements.isComplete, !isFaulty {
                    log.fault(
                        name.place, value: name.text, Noun.requirement.unknown(name.text),
                        expected: Noun.requirement.expected,
                        hint: Suggestion.hint(for: name.text, in: requirementDrafts.map(\.id) + requirements.ids))
                }
            }
            let day = serviceDay(row["service_day"])
            let (from, to) = (row["from"], row["to"])
            let (start, end) = (clock(from), clock(to))
            let teamsCell = row["teams"]
            let teams = NumberText.whole(teamsCell.text)
            let count = teams.flatMap { (0...255).contains($0) ? UInt8($0) : nil }
            if count == nil {
                log.fault(
                    teamsCell.place, value: teamsCell.text,
                    Wording(
                        "« \(teamsCell.text) » n'est pas un nombre d'équipes",
                        "\"\(teamsCell.text)\" is no number of teams"),
                    expected: Wording("un nombre entier de 0 à 255", "a whole number from 0 to 255"),
                    hint: Wording("les besoins se comptent en équipes entières", "needs are whole teams"))
            }
            let mode = row["mode"]
            let replaces = ["replace", "remplace", "remplacer"].contains(Folding.key(mode.text))
            if !replaces, !["", "add", "largest", "max", "ajoute", "ajouter"].contains(Folding.key(mode.text)) {
                log.fault(
                    mode.place, value: mode.text,
                    Wording("le mode « \(mode.text) » est inconnu", "mode \"\(mode.text)\" is unknown"),
                    expected: Wording("vide, add ou replace", "empty, add or replace"),
                    hint: Wording(
                        "laissez la cellule vide pour garder le plus grand besoin",
                        "leave the cell empty to keep the larger need"))
            }
            guard let start, let end,
                let range = range(
                    start: start, end: end, startText: from.text, endText: to.text, startPlace: from.place,
                    endPlace: to.place),
                let day, let count
            else { continue }
            let hit = slots(axis.minutes(day: day, range: range))
            if replaces {
                replacements.append((drafts, hit, count))
            } else {
                for draft in drafts {
                    for slot in hit {
                        requirementDrafts[draft].teams[slot] = max(requirementDrafts[draft].teams[slot], count)
                    }
                }
            }
        }
        for (drafts, slots, teams) in replacements {
            for draft in drafts {
                for slot in slots { requirementDrafts[draft].teams[slot] = teams }
            }
        }
    }

    /// The requirements with their points.
    func makeRequirements() -> [CoverRequirement] {
        let minutes = axis.gridMinutes
        let perSlot = (0..<axis.slotCount).map { slot in
            Int32(minutes * hourWeights.weight(at: axis.local(slot * minutes).clock))
        }
        return requirementDrafts.map { draft in
            CoverRequirement(
                id: draft.id, sector: draft.sector, kinds: draft.kinds, weight: draft.weight, teams: draft.teams,
                pointsPerTeam: perSlot.map { $0 * Int32(draft.weight) })
        }
    }
}
