import RosterModel
import RosterReport
import Testing

struct DateFormatTests {
    @Test(arguments: [
        ("2026-10-01", 31, "octobre 2026", "October 2026"),
        ("2026-02-01", 28, "février 2026", "February 2026"),
        ("2026-10-05", 14, "du 5 au 18 octobre 2026", "5 to 18 October 2026"),
        ("2026-10-01", 3, "du 1er au 3 octobre 2026", "1 to 3 October 2026"),
        ("2026-09-28", 14, "du 28 septembre au 11 octobre 2026", "28 September to 11 October 2026"),
        ("2026-12-28", 7, "du 28 décembre 2026 au 3 janvier 2027", "28 December 2026 to 3 January 2027"),
        ("2026-10-31", 1, "31 octobre 2026", "31 October 2026"),
    ])
    func `a period is named by month when it is one`(first: String, days: Int, french: String, english: String) throws {
        let date = try #require(CivilDate(iso: first))
        #expect(DateFormat(language: .french).period(first: date, dayCount: days) == french)
        #expect(DateFormat(language: .english).period(first: date, dayCount: days) == english)
    }

    @Test func `a title does not tell the period twice`() throws {
        let date = try #require(CivilDate(iso: "2026-10-01"))
        let format = DateFormat(language: .french)
        #expect(format.title("Ville", first: date, dayCount: 31) == "Ville, octobre 2026")
        #expect(format.title("Ville, Octobre 2026", first: date, dayCount: 31) == "Ville, Octobre 2026")
    }

    @Test func `a night is named by its weekday`() throws {
        let date = try #require(CivilDate(iso: "2026-10-31"))
        #expect(DateFormat(language: .french).short(date) == "sam. 31/10")
        #expect(DateFormat(language: .english).short(date) == "Sat 31/10")
    }
}
