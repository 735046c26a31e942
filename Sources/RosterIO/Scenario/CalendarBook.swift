import RosterModel

/// Named days: public holidays, their eves, school holidays of a zone, and whatever a town adds.
struct CalendarBook {
    static let publicHolidays = "public_holidays"
    static let eves = "eves"
    static let schoolHolidays = "school_holidays"
    static let hotNights = "hot_nights"
    /// Territories of the shipped calendar whose holidays come on top of the national ones.
    static let territories = ["ALSACE-MOSELLE", "MAYOTTE", "MARTINIQUE", "GUADELOUPE", "GUYANE", "REUNION"]

    /// A run of days.
    struct Span: Hashable {
        let first: CivilDate
        let last: CivilDate

        func contains(_ date: CivilDate) -> Bool { first <= date && date <= last }
    }

    /// National and territorial public holidays by territory (`FR` is national).
    private(set) var holidays: [String: [Span]] = [:]
    /// School holidays by zone letter.
    private(set) var school: [Character: [Span]] = [:]
    /// Other named days.
    private(set) var named: [String: [Span]] = [CalendarBook.hotNights: [], MissionHours.festivities: []]
    /// School zone of the town.
    var zone: Character?
    /// Territory of the town, besides the nation.
    var territory: String?

    /// Adds named days.
    mutating func add(_ spans: [Span], name: String) { named[name, default: []] += spans }

    /// Adds a row of a calendar file.
    mutating func add(_ span: Span, kind: String, zone: String) {
        switch Self.canonical(kind) {
        case Self.publicHolidays: holidays[zone.isEmpty ? "FR" : zone.uppercased(), default: []].append(span)
        case Self.schoolHolidays:
            for letter in (zone.isEmpty ? "ABC" : zone.uppercased()) where "ABC".contains(letter) {
                school[letter, default: []].append(span)
            }
        case let name: named[name, default: []].append(span)
        }
    }

    /// All names that `days` may use.
    var names: [String] { [Self.publicHolidays, Self.eves, Self.schoolHolidays] + named.keys.sorted() }

    /// Name under which a name or one of its French equivalents is kept.
    static func canonical(_ name: String) -> String {
        let key = Folding.key(name)
        switch key {
        case "public", "public_holiday", "jours_feries", "jour_ferie", "feries", "ferie": return publicHolidays
        case "eve", "veilles", "veille", "veilles_de_feries", "veille_de_ferie", "veilles_de_fetes": return eves
        case "school", "school_holiday", "vacances_scolaires", "vacances": return schoolHolidays
        case "hot", "hot_night", "nuits_chaudes", "nuit_chaude", "nuits_sensibles": return hotNights
        case "fetes_communales", "fetes_de_la_ville", "festivites": return MissionHours.festivities
        default: return key
        }
    }

    func isPublicHoliday(_ date: CivilDate) -> Bool {
        [("FR" as String?), territory].compactMap { $0 }.contains { name in
            holidays[name]?.contains { $0.contains(date) } ?? false
        }
    }

    /// Names that hold on a date. An eve is the day before a public holiday.
    func names(on date: CivilDate) -> Set<String> {
        var names: Set<String> = []
        if isPublicHoliday(date) { names.insert(Self.publicHolidays) }
        if isPublicHoliday(date.advanced(by: 1)) { names.insert(Self.eves) }
        if let zone, school[zone]?.contains(where: { $0.contains(date) }) ?? false { names.insert(Self.schoolHolidays) }
        for (name, spans) in named where spans.contains(where: { $0.contains(date) }) { names.insert(name) }
        return names
    }

    /// Last date on which the calendar knows about a name of its own; nil when it knows nothing.
    func lastDate(of name: String) -> CivilDate? {
        switch name {
        case Self.publicHolidays, Self.eves: holidays["FR"]?.map(\.last).max()
        case Self.schoolHolidays: zone.flatMap { school[$0]?.map(\.last).max() }
        default: nil
        }
    }
}
