package import RosterModel

/// Dates as people write them.
package enum DateText {
    /// The date of `2026-10-25`, `25/10/2026`, `25.10.2026`, `5/1/26`; nil when unreadable.
    package static func parse(_ text: String) -> CivilDate? {
        let text = Folding.trimmed(text)
        if let date = CivilDate(iso: text) { return date }
        for separator in ["/", ".", "-"] as [Character] {
            let parts = text.split(separator: separator, omittingEmptySubsequences: false)
            guard parts.count == 3, let first = number(ofDigits: parts[0]), let month = number(ofDigits: parts[1]),
                let last = number(ofDigits: parts[2])
            else { continue }
            if parts[0].count == 4, parts[2].count <= 2 { return CivilDate(year: first, month: month, day: last) }
            guard parts[0].count <= 2, parts[1].count <= 2 else { return nil }
            switch parts[2].count {
            case 4: return CivilDate(year: last, month: month, day: first)
            case 2: return CivilDate(year: 2000 + last, month: month, day: first)
            default: return nil
            }
        }
        return nil
    }

    /// How dates may be written.
    static let expected = Wording(
        "une date comme 2026-10-25 ou 25/10/2026", "a date such as 2026-10-25 or 25/10/2026")

    /// What a text that is no date may be.
    static func hint(for text: String) -> Wording {
        if let serial = Int(text), (36_526...73_415).contains(serial) {
            let date = CivilDate(daysSinceEpoch: serial - 25_569).iso
            return Wording(
                "c'est un numéro de jour d'Excel (\(date)) : donnez à la colonne le format date avant d'enregistrer",
                "this is an Excel day number (\(date)): format the column as a date before saving")
        }
        return Wording("vérifiez le jour et le mois", "check the day and the month")
    }
}
