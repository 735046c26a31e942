import RosterModel

/// Rest that work earns, by regime.
extension ScenarioReader {
    /// Reads the list, which takes the place of that of the base. No plan is held to it, so a list that gives less is no fault;
    /// but the report would then show less than the texts grant.
    func readCompensatoryRests(_ value: YAMLValue, lawful: RegimeDraft?, into draft: inout RegimeDraft) {
        let rests = value.list.compactMap(readCompensatoryRest)
        for due in lawful?.compensatoryRests ?? [] where !rests.contains(where: { $0.gives(due) }) {
            value.warn(
                Wording(
                    "le repos compensateur de \(due.percent) % (\(due.article)) ne sera plus montré en entier",
                    "the compensatory rest of \(due.percent) % (\(due.article)) will no longer be shown in full"),
                expected: Wording(
                    "une liste qui donne au moins celui du régime \(lawful?.id ?? "")",
                    "a list that gives at least that of regime \(lawful?.id ?? "")"),
                hint: Wording("ajoutez-le à la liste s'il reste dû", "add it to the list if it is still due"))
        }
        draft.compensatoryRests = rests
    }

    /// Rest earned by hours of the night or by long days; nil after a fault.
    private func readCompensatoryRest(_ value: YAMLValue) -> CompensatoryRest? {
        guard let map = value.map(["night_hours", "day_above", "percent", "article"]) else { return nil }
        let percent = map.required("percent")?.whole(1...1000)
        let article = map.required("article")?.text()
        let basis: CompensatoryRest.Basis?
        switch (map["night_hours"], map["day_above"]) {
        case (let hours?, nil): basis = readHours(hours).map { .nightHours($0) }
        case (nil, let day?): basis = day.minutes(.hours, 0...1440).map { .longDays(aboveMinutes: $0) }
        default:
            value.fault(
                Wording(
                    "le repos compensateur ne dit pas par quoi il est acquis",
                    "the compensatory rest does not say what earns it"),
                expected: Wording("night_hours ou day_above", "night_hours or day_above"),
                hint: Wording(
                    "écrivez par exemple night_hours: {from: \"23:00\", to: \"06:00\"}",
                    "write for instance night_hours: {from: \"23:00\", to: \"06:00\"}"))
            return nil
        }
        guard let percent, let article, let basis else { return nil }
        return CompensatoryRest(basis: basis, percent: percent, article: article)
    }
}

extension CompensatoryRest {
    /// Whether this rest is at least another one, whatever is worked.
    fileprivate func gives(_ other: CompensatoryRest) -> Bool {
        guard percent >= other.percent else { return false }
        switch (basis, other.basis) {
        case (.nightHours(let own), .nightHours(let due)): return own.covers(due)
        case (.longDays(let own), .longDays(let due)): return own <= due
        default: return false
        }
    }
}
