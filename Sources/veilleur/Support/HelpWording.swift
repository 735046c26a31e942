import ArgumentParser
import RosterModel

/// Puts the fixed words of the argument parser, which knows English only, into the language of the run.
enum HelpWording {
    private static let french = [
        ("OVERVIEW: ", ""), ("USAGE: ", "UTILISATION : "), ("Usage: ", "Utilisation : "), ("ARGUMENTS:", "ARGUMENTS :"),
        ("SUBCOMMANDS:", "COMMANDES :"), ("OPTIONS:", "OPTIONS :"), ("<subcommand>", "<commande>"),
        ("(values:", "(valeurs :"), ("default:", "par défaut :"), ("Show the version.", "Affiche la version."),
        ("Show subcommand help information.", "Affiche l'aide d'une commande."),
        ("Show help information.", "Affiche cette aide."), ("Error: ", "Erreur : "), ("Help:  ", "Aide : "),
        ("Missing expected argument ", "argument manquant : "), ("Missing value for ", "valeur manquante pour "),
        ("Missing one of: ", "il manque l'un de : "), ("Unknown option ", "option inconnue : "),
        ("Unexpected argument ", "argument en trop : "), (" unexpected arguments: ", " arguments en trop : "),
        ("Did you mean ", "Vouliez-vous dire "), ("The value ", "la valeur "),
        (" is invalid for ", " ne convient pas à "),
        ("Please provide one of the following:", "Valeurs possibles :"),
        ("Please provide one of ", "Valeurs possibles : "),
        ("' or '", "' ou '"),
        ("See ", "Voir "), (" for detailed help.", " pour le détail."),
        (" for more information.", " pour en savoir plus."),
    ]

    /// A help text or a message of wrong usage.
    static func text(_ english: String, language: Language) -> String {
        guard language == .french else { return english }
        return french.reduce(english) { text, words in text.replacing(words.0, with: words.1) }
    }
}

extension ArgumentHelp {
    /// Help for a roster that may be a table of practice.
    static var rosterTable: ArgumentHelp {
        ArgumentHelp(
            Wording.here(
                "Planning : roster.csv, ou un tableau de la pratique en CSV (liste ou grille).",
                "Roster: roster.csv, or a table of practice as CSV (a list or a grid)."))
    }
}
