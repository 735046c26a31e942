import ArgumentParser

/// Limits of a command that runs several searches.
struct SearchOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Wording.here("Secondes en tout, depuis le lancement.", "Seconds in all, from process start."),
            valueName: Wording.here("secondes", "seconds")))
    var timeLimit: Double?

    @Option(
        help: ArgumentHelp(
            Wording.here(
                "Mouvements de chaque recherche ; arrêt reproductible.", "Moves of each search; a reproducible stop."),
            valueName: Wording.here("mouvements", "moves")))
    var work: Int?

    @OptionGroup var machine: ThreadOptions

    @Option(help: ArgumentHelp(Wording.here("Graine du hasard.", "Seed of the search."), valueName: "n"))
    var seed: UInt64 = 1
}
