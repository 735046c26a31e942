import RosterModel

/// The section `night_permissions`: what the coordination convention allows outside the hours of missions.
extension ScenarioReader {
    /// Keys of a permission.
    static let permissionKeys = [
        "reference", "date", "sectors", "days", "from", "to", "valid_from", "valid_until",
    ]

    mutating func readNightPermissions(_ value: YAMLValue?) {
        for element in value?.list ?? [] {
            guard let entry = element.map(Self.permissionKeys) else { continue }
            let (referenceValue, dateValue) = (entry.required("reference"), entry.required("date"))
            let sectors = entry["sectors"].map { resolve($0, in: self.sectors, as: .sector) }
            let days = readDayRules(entry["days"])
            let hours = readPermissionHours(entry)
            let validFrom = entry["valid_from"].map { $0.date() }
            let validUntil = entry["valid_until"].map { $0.date() }
            guard let reference = referenceValue?.text(), let date = dateValue?.date(), let hours,
                let first = validFrom ?? date, let last = validUntil ?? CivilDate(daysSinceEpoch: .max / 2)
            else { continue }
            guard first <= last else {
                entry["valid_until"]?.fault(
                    Wording("l'autorisation finit avant de commencer", "the permission ends before it starts"),
                    expected: Wording(
                        "une date au moins égale au \(first.iso)", "a date not before \(first.iso)"),
                    hint: Wording("échangez les deux dates", "swap the two dates"))
                continue
            }
            let held = (0..<axis.dayCount).map { day -> Bool in
                let date = axis.date(ofDay: day)
                return first <= date && date <= last && holds(days, on: date, names: namesOfDay[day + 1])
            }
            if hasAxis, days?.isEmpty != true, !held.contains(true) {
                element.warn(
                    Wording(
                        "l'autorisation « \(reference) » ne vaut aucun jour de l'horizon",
                        "permission \"\(reference)\" holds on no day of the horizon"),
                    expected: Wording("une autorisation en vigueur", "a permission in force"),
                    hint: Wording("vérifiez les dates de validité", "check the dates of validity"))
            }
            nightPermissions.append(
                NightPermission(
                    reference: reference, date: date, expires: validUntil ?? nil,
                    sectors: sectors.map { Set($0.map(SectorID.init)) }, days: held, hours: hours))
        }
    }

    /// Hours of a permission, which need not lie on the grid.
    private func readPermissionHours(_ entry: YAMLMap) -> ClockRange? {
        let (fromValue, toValue) = (entry.required("from"), entry.required("to"))
        guard let from = fromValue?.clock(), let to = toValue?.clock() else { return nil }
        let first = from < axis.dayStart ? from + 1440 : from
        var last = to
        while last <= first { last += 1440 }
        guard last - first <= 1440 else {
            toValue?.fault(
                Wording("la plage dépasse 24 heures", "the range is longer than 24 hours"),
                expected: Wording("24 heures au plus", "24 hours at most"),
                hint: Wording("découpez-la en deux", "split it in two"))
            return nil
        }
        return ClockRange(start: first, end: last)
    }
}
