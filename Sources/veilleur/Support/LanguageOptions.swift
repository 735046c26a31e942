public import ArgumentParser
public import RosterModel

extension Language: ExpressibleByArgument {}

/// `--lang`, shared by all commands.
struct LanguageOptions: ParsableArguments {
    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp(
            Wording.here(
                "Langue des textes : fr ou en (par défaut celle de LANG, sinon le français).",
                "Language of the texts: fr or en (by default that of LANG, else French)."), valueName: "fr|en"))
    var chosen: Language?

    /// Language of the run.
    var language: Language { chosen ?? Wording.ofEnvironment }
}
