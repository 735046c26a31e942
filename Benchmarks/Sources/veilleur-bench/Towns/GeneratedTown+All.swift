extension GeneratedTown {
    private static func shift(_ id: String, _ profession: String, _ start: String, _ end: String) -> String {
        "{id: \(id), professions: [\(profession)], start: \"\(start)\", end: \"\(end)\", break: 20}"
    }

    private static let mediators = [
        shift("m16", "mediateur", "16:00", "24:00"), shift("m17", "mediateur", "17:00", "25:00"),
        shift("m19", "mediateur", "19:00", "26:00"), shift("m20", "mediateur", "20:00", "28:00"),
    ]
    private static let police = [
        shift("p16", "policier", "16:00", "24:00"), shift("p18", "policier", "18:00", "26:00"),
        shift("p20", "policier", "20:00", "29:00"),
    ]
    private static let educators = [
        shift("e15", "educateur", "15:00", "22:00"), shift("e17", "educateur", "17:00", "24:00"),
    ]
    private static let caretakers = [
        shift("g12", "gardien", "12:00", "20:00"), shift("g13", "gardien", "13:00", "21:00"),
    ]

    private static let pair = "{id: binome, places: [{count: 2, of: [mediateur]}]}"
    private static let mixedPair =
        "{id: mixte, places: [{count: 1, of: [mediateur]}, {count: 1, of: [educateur]}]}"
    private static let patrol =
        "{id: patrouille, places: [{count: 2, of: [policier]}], hours: {from: \"06:00\", to: \"24:00\"}}"
    private static let trio =
        "{id: trio, places: [{count: 1, of: [policier], qualifications: [chef]}, {count: 2, of: [policier]}]}"
    private static let accompanied =
        "{id: accompagne, places: [{count: 1, of: [gardien]}, {count: 1, of: [mediateur, educateur]}], "
        + "hours: {from: \"06:00\", to: \"20:00\"}}"

    private static let evening = "{from: \"18:00\", to: \"24:00\", teams: 1}"
    private static let afternoon = "{from: \"16:00\", to: \"24:00\", teams: 1}"
    private static let night = "{from: \"18:00\", to: \"26:00\", teams: 1}"
    private static let longNight = "{from: \"17:00\", to: \"28:00\", teams: 1}"
    private static let weekend = "{days: [thu, fri, sat], from: \"20:00\", to: \"26:00\", teams: 2}"
    private static let doubled = "{from: \"19:00\", to: \"24:00\", teams: 2}"

    /// The eight towns, by size.
    static let all: [GeneratedTown] = [
        // Pairs only, ten days: small enough to be proved.
        GeneratedTown(
            id: "duo-10", seed: 10, days: 10, sectorCount: 2,
            groups: [Group(profession: "mediateur", count: 10, sectors: 2, hours: 95...130)],
            shifts: mediators, kinds: [pair], needs: [night, "\(evening), \(weekend)"]),
        // Pairs, one month, two sectors.
        GeneratedTown(
            id: "duo-17", seed: 17, days: 31, sectorCount: 2,
            groups: [Group(profession: "mediateur", count: 17, sectors: 2, hours: 82...112)],
            shifts: mediators, kinds: [pair], needs: ["\(night), \(weekend)", longNight]),
        // Police: pairs until midnight, trios with a leader afterwards.
        GeneratedTown(
            id: "trio-24", seed: 24, days: 31, sectorCount: 3,
            groups: [Group(profession: "policier", count: 24, sectors: 3, hours: 62...85, leaderEvery: 3)],
            shifts: police, kinds: [patrol, trio], needs: ["\(evening), \(weekend)", night, evening]),
        // Pairs of one or two professions.
        GeneratedTown(
            id: "mixte-32", seed: 32, days: 31, sectorCount: 4,
            groups: [
                Group(profession: "mediateur", count: 20, sectors: 2, hours: 88...115),
                Group(profession: "educateur", count: 12, sectors: 2, hours: 60...90),
            ],
            shifts: mediators + educators, kinds: [pair, mixedPair], needs: [night, "\(evening), \(weekend)"]),
        // A kind that ends at 20:00, and needs that begin long before.
        GeneratedTown(
            id: "heure-40", seed: 40, days: 31, sectorCount: 5,
            groups: [
                Group(profession: "mediateur", count: 24, sectors: 2, hours: 88...115),
                Group(profession: "educateur", count: 6, sectors: 3, hours: 60...90),
                Group(profession: "gardien", count: 10, sectors: 1, hours: 75...100),
            ],
            shifts: mediators + educators + caretakers, kinds: [pair, mixedPair, accompanied],
            needs: [
                "{from: \"16:00\", to: \"25:00\", teams: 1}", "\(afternoon), \(weekend)",
            ]),
        // Rounds through two sectors, needs of two teams.
        GeneratedTown(
            id: "ronde-60", seed: 60, days: 31, sectorCount: 4,
            groups: [
                Group(profession: "policier", count: 30, sectors: 4, hours: 58...80, leaderEvery: 3),
                Group(profession: "mediateur", count: 30, sectors: 4, hours: 58...80),
            ],
            shifts: police + mediators
                + (0..<4).map { sector in
                    "{id: ronde-\(sector), professions: [policier], start: \"18:00\", end: \"26:00\", break: 20, "
                        + "round: [{sector: s\(sector), until: \"22:00\"}, {sector: s\((sector + 1) % 4), until: \"26:00\"}]}"
                },
            kinds: [pair, patrol, trio], needs: ["\(longNight), \(doubled)", "\(night), \(doubled), \(weekend)"]),
        // Many sectors, pairs.
        GeneratedTown(
            id: "duo-81", seed: 81, days: 31, sectorCount: 12,
            groups: [Group(profession: "mediateur", count: 81, sectors: 4, hours: 80...105)],
            shifts: mediators, kinds: [pair], needs: [night, evening, "\(evening), \(weekend)"]),
        // Everything at once.
        GeneratedTown(
            id: "tout-150", seed: 150, days: 31, sectorCount: 16,
            groups: [
                Group(profession: "policier", count: 60, sectors: 4, hours: 84...108, leaderEvery: 3),
                Group(profession: "mediateur", count: 50, sectors: 3, hours: 84...108),
                Group(profession: "educateur", count: 22, sectors: 3, hours: 60...90),
                Group(profession: "gardien", count: 18, sectors: 1, hours: 90...120),
            ],
            shifts: police + mediators + educators + caretakers,
            kinds: [pair, mixedPair, patrol, trio, accompanied],
            needs: [
                longNight, "\(night), \(weekend)", afternoon,
                "\(evening), \(doubled)",
            ]),
    ]
}
