import RosterModel

/// What employers promised their partners, and what hours of work cost.
extension ScenarioReader {
    mutating func readCommitments(_ value: YAMLValue?) {
        guard let value else { return }
        for element in value.list {
            guard let entry = element.map(["employer", "sector", "days", "from", "to", "hours"]) else { continue }
            let employer = entry.required("employer").flatMap { position(of: $0, in: employers, as: .employer) }
            let sector = entry["sector"].map { position(of: $0, in: sectors, as: .sector) }
            let days = readDayRules(entry["days"])
            let promised = entry.required("hours").flatMap { $0.minutes(.hours, 0...6_000_000) }
            guard let range = readRange(entry), let employer, let promised else { continue }
            // A sector that is not known is a fault already; without the key the promise is for the whole town.
            if let sector, sector == nil { continue }
            var isHeld = Array(repeating: false, count: axis.dayCount)
            var isInBand = Array(repeating: false, count: axis.slotCount)
            for day in 0..<axis.dayCount where holds(days, on: axis.date(ofDay: day), names: namesOfDay[day + 1]) {
                isHeld[day] = true
                for slot in slots(axis.minutes(day: day, range: range)) { isInBand[slot] = true }
            }
            commitments.append(
                Commitment(
                    employer: EmployerID(employer), sector: sector.flatMap { $0 }.map { SectorID($0) }, hours: range,
                    days: isHeld,
                    isInBand: isInBand, minutes: promised))
        }
    }

    mutating func readHourCosts(_ value: YAMLValue?) {
        guard let value else { return }
        for element in value.list {
            guard let entry = element.map(["employer", "profession", "base", "night", "sunday", "holiday"]) else {
                continue
            }
            let employer = entry["employer"].map { position(of: $0, in: employers, as: .employer) }
            let profession = entry["profession"].map { position(of: $0, in: professions, as: .profession) }
            guard let base = entry.required("base").flatMap(cents) else { continue }
            if let employer, employer == nil { continue }
            if let profession, profession == nil { continue }
            hourCosts.append(
                HourCost(
                    employer: employer.flatMap { $0 }.map { EmployerID($0) },
                    profession: profession.flatMap { $0 }.map { ProfessionID($0) },
                    base: base, night: entry["night"].flatMap(cents) ?? 0, sunday: entry["sunday"].flatMap(cents) ?? 0,
                    holiday: entry["holiday"].flatMap(cents) ?? 0))
        }
    }

    private func position(of value: YAMLValue, in register: Register, as noun: Noun) -> Int? {
        value.text().flatMap { resolve($0, at: value.place, in: register, as: noun) }
    }

    /// Euros an hour in cents; nil after a fault.
    private func cents(_ value: YAMLValue) -> Int? {
        guard let text = value.text() else { return nil }
        if let (cents, isExact) = NumberText.hundredths(text), isExact, (0...100_000).contains(cents) { return cents }
        value.fault(
            Wording("« \(text) » n'est pas un coût horaire", "\"\(text)\" is no cost of an hour"),
            expected: Wording(
                "des euros de l'heure, de 0 à 1000, deux décimales au plus",
                "euros an hour, from 0 to 1000, two decimals at most"),
            hint: Wording("écrivez par exemple 28,50", "write 28.50, for example"))
        return nil
    }
}
