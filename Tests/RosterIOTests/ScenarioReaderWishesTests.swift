import RosterIO
import RosterModel
import Testing

@Suite struct ScenarioReaderWishesTests {
    @Test func wishesAreRead() throws {
        let wishes = """
            agent,service_day,wish,weight
            M1,2026-10-02,repos,
            M1,2026-10-03,travail,2
            M2,2026-10-03,soir,"0,5"
            """
        let list = try Example.read(["wishes.csv": wishes]).scenario.wishes
        #expect(list.map(\.content) == [.off, .work, .shift(name: "soir")])
        #expect(list.map(\.weight) == [100, 200, 50])
        #expect(list.map(\.day) == [1, 2, 2])
    }

    @Test func theSameWishTwiceIsSaid() {
        let wishes = "agent,service_day,wish\nM1,2026-10-02,off\nM1,2026-10-02,repos\n"
        #expect(Example.issues(["wishes.csv": wishes]).map(\.line) == [3])
    }
}
