extension TinyScenario {
    /// Two sectors with a need of a pair each for one evening (24,000 points each), and three agents for both: one pair, not a
    /// pair and a half.
    public static var threeForTwoSectors: TinyScenario {
        var town = TinyScenario(first: "2026-10-05", days: 1)
        town.sectors = ["a", "b"]
        town.shift("late", "20:00", "24:00")
        town.kind("pair", [.init(2, ["m"])])
        town.need("a", kinds: ["pair"], "20:00", "24:00")
        town.need("b", kinds: ["pair"], "20:00", "24:00")
        for name in ["m1", "m2", "m3"] { town.agent(name, sectors: ["a", "b"]) }
        return town
    }
}
