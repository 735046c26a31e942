public import RosterModel

/// The files of `veilleur init`: a small commented town to start from.
///
/// Two sectors, three employers and nine agents over one month. It reads without faults or warnings.
public enum ScenarioTemplate {
    /// The files, with comments in a language.
    ///
    /// - Parameter month: Any day of the month to plan.
    public static func files(month: CivilDate, language: Language) -> [OutputFile] {
        let (first, last) = days(of: month)
        return [
            OutputFile(path: "scenario.yaml", text: yaml(first: first, last: last, language: language)),
            OutputFile(path: "agents.csv", text: agents),
            OutputFile(path: "absences.csv", text: absences(first: first)),
            OutputFile(path: "wishes.csv", text: wishes(first: first)),
            OutputFile(path: "pins.csv", text: pins(first: first)),
        ]
    }

    private static func days(of date: CivilDate) -> (first: CivilDate, last: CivilDate) {
        let (_, month, day) = date.parts
        let first = date.advanced(by: 1 - day)
        var last = first.advanced(by: 27)
        while last.advanced(by: 1).parts.month == month { last = last.advanced(by: 1) }
        return (first, last)
    }

    private static func yaml(first: CivilDate, last: CivilDate, language: Language) -> String {
        func t(_ french: String, _ english: String) -> String { language.text(french, english) }
        return """
            # \(t("Scénario de départ. Vérifiez-le avec `veilleur validate`, calculez avec `veilleur plan`.", "A scenario to start from. Check it with `veilleur validate`, plan it with `veilleur plan`."))
            name: \(t("Petite ville, deux secteurs", "Small town, two sectors"))

            # \(t("Jours de service planifiés, premier et dernier compris.", "Service days to plan, the first and the last included."))
            horizon: {first: \(first.iso), last: \(last.iso)}
            time_zone: Europe/Paris
            # \(t("Pas de temps en minutes : 15, 30 ou 60.", "Step of time in minutes: 15, 30 or 60."))
            grid: 30
            # \(t("Une journée de service commence à cette heure : 02:00 appartient à la veille et peut s'écrire 26:00.", "A service day starts at this time: 02:00 belongs to the evening before and may be written 26:00."))
            day_start: "06:00"

            # \(t("Soirée tardive et cœur de nuit des indicateurs.", "Late evening and core of the night, for the indicators."))
            late_window: {from: "20:00", to: "05:00"}
            core_window: {from: "00:00", to: "05:00"}
            # \(t("Poids d'une heure non couverte ; 1 à toute autre heure.", "Weight of an uncovered hour; 1 at any other hour."))
            hour_weights:
              - {from: "20:00", to: "22:00", weight: 2}
              - {from: "22:00", to: "24:00", weight: 3}
              - {from: "00:00", to: "04:00", weight: 4}
              - {from: "04:00", to: "05:00", weight: 3}

            # \(t("Zone scolaire et jours nommés, utilisables dans `days` avec public_holidays, eves et school_holidays.", "School zone and named days, for use in `days` along with public_holidays, eves and school_holidays."))
            calendar:
              zone: B
              hot_nights: [\(last.iso)]

            sectors:
              - {id: centre, name: Centre, neighbours: [tilleuls]}
              - {id: tilleuls, name: \(t("Les Tilleuls", "Les Tilleuls")), neighbours: [centre]}

            employers:
              - {id: ville, name: \(t("Ville", "Town"))}
              - {id: regie, name: \(t("Régie de quartier", "Neighbourhood company"))}
              - {id: prevention, name: \(t("Association de prévention", "Prevention association"))}

            professions:
              - {id: policier, name: \(t("Police municipale", "Municipal police"))}
              - {id: mediateur, name: \(t("Médiation", "Mediation"))}
              - {id: educateur, name: \(t("Éducation spécialisée", "Street education"))}

            # \(t("Règles de travail : fpt, police-municipale, prive-jour, prive-nuit, mineur, ccn66, ccn1351, ccn1043a, ccn1043b et d'autres sont fournies.", "Rules of work: fpt, police-municipale, prive-jour, prive-nuit, mineur, ccn66, ccn1351, ccn1043a, ccn1043b and others are supplied."))
            # \(t("Une règle ne s'assouplit qu'avec la référence d'un accord.", "A rule is loosened only with the reference of an agreement."))
            regimes:
              - id: prive-nuit
                rules:
                  sundays_off:
                    value: 2
                    of: 4
                    agreement: {reference: "\(t("Accord d'entreprise (à remplacer)", "Company agreement (to be replaced)"))", date: \(first.advanced(by: -30).iso), scope: "\(t("médiateurs de la régie", "mediators of the company"))", expires: \(first.advanced(by: 335).iso)}

            # \(t("Missions de police municipale hors de 06:00-23:00 : seulement si la convention de coordination le dit.", "Missions of the municipal police outside 06:00-23:00: only if the coordination convention says so."))
            night_permissions:
              - {reference: "\(t("Convention de coordination (à remplacer)", "Coordination convention (to be replaced)"))", date: \(first.advanced(by: -30).iso), from: "23:00", to: "02:00"}

            # \(t("Postes du menu. `start`, `end` et `length` peuvent être des plages : un poste par choix.", "Shifts of the menu. `start`, `end` and `length` may be ranges: one shift for each choice."))
            shifts:
              - {id: soiree, name: \(t("Soirée", "Evening")), code: S, professions: [policier], start: "16:00", end: "24:00", break: 20}
              - {id: nuit, name: \(t("Nuit", "Night")), code: N, professions: [policier], start: "18:00", end: "26:00", break: 20}
              - id: mediation
                name: \(t("Médiation", "Mediation"))
                code: M
                professions: [mediateur]
                start: {from: "16:00", to: "18:00", every: 60}
                length: 8h
                break: 30
              - id: ronde
                name: \(t("Ronde", "Round"))
                code: R
                professions: [mediateur]
                start: "17:00"
                end: "24:00"
                break: 20
                days: [thu, fri, sat]
                round:
                  - {sector: tilleuls, until: "20:30"}
                  - {sector: centre}
              - {id: rue, name: \(t("Travail de rue", "Street work")), code: E, professions: [educateur], start: "15:00", end: "22:00", break: 20, days: [mon, tue, wed, thu, fri, sat]}

            # \(t("Ce qui compte comme une équipe. Un agent seul ne compte pas.", "What counts as a team. One agent alone does not count."))
            team_kinds:
              - {id: patrouille, name: \(t("Patrouille", "Patrol")), places: [{count: 2, of: [policier]}]}
              - {id: binome, name: \(t("Binôme", "Pair")), places: [{count: 2, of: [mediateur, educateur]}]}

            # \(t("Matrice des missions : qui peut répondre à quoi. Le rapport liste ce que personne ne traite.", "Mission matrix: who can answer what. The report lists what nobody does."))
            missions:
              - {id: voisinage, name: \(t("Conflits de voisinage", "Quarrels of neighbours")), kinds: [binome, patrouille]}
              - {id: tapage, name: \(t("Tapage et verbalisation", "Noise and fines")), kinds: [patrouille], hours: {from: "20:00", to: "05:00"}}
              - {id: technique, name: \(t("Veille technique", "Technical watch")), kinds: []}

            # \(t("Besoins : équipes par secteur, jours et heures. Pour un même besoin, le plus grand nombre l'emporte.", "Needs: teams by sector, days and hours. Within one requirement the largest number counts."))
            requirements:
              - id: presence-centre
                sector: centre
                kinds: [patrouille, binome]
                needs:
                  - {from: "20:00", to: "24:00", teams: 1}
                  - {days: [fri, sat, eves, hot_nights], from: "24:00", to: "26:00", teams: 1}
              - id: presence-tilleuls
                sector: tilleuls
                kinds: [binome, patrouille]
                weight: 2
                needs:
                  - {from: "17:00", to: "24:00", teams: 1}

            # \(t("Professions à ne pas faire se croiser dans un même secteur, sauf patrouille commune déclarée.", "Professions to keep apart in one sector, unless a joint patrol is declared."))
            avoid:
              - {professions: [policier, educateur]}

            """
    }

    private static let agents = """
        agent,name,employer,profession,regime,hours_max,weekly_hours,hours_min,sectors,shifts,qualifications,team,night_allowed
        PM1,,ville,policier,police-municipale,,35,,centre|tilleuls,,,,
        PM2,,ville,policier,police-municipale,,35,,centre|tilleuls,,,,
        PM3,,ville,policier,police-municipale,,35,,centre|tilleuls,,,,
        PM4,,ville,policier,police-municipale,,35,,centre|tilleuls,soiree,,,
        ME1,,regie,mediateur,prive-nuit,,35,,tilleuls|centre,,,,
        ME2,,regie,mediateur,prive-nuit,,35,,tilleuls|centre,,,,
        ME3,,regie,mediateur,prive-nuit,,35,,tilleuls|centre,,,,
        ME4,,regie,mediateur,prive-nuit,,28,,tilleuls|centre,,,,
        ED1,,prevention,educateur,ccn66,60,,,tilleuls,,,,

        """

    private static func absences(first: CivilDate) -> String {
        """
        agent,from,to,from_time,to_time
        ME2,\(first.advanced(by: 11).iso),\(first.advanced(by: 17).iso),,
        PM3,\(first.advanced(by: 19).iso),\(first.advanced(by: 19).iso),14:00,18:00

        """
    }

    private static func wishes(first: CivilDate) -> String {
        """
        agent,service_day,wish,weight
        ME1,\(first.advanced(by: 13).iso),off,1
        PM1,\(first.advanced(by: 20).iso),soiree,0.5

        """
    }

    private static func pins(first: CivilDate) -> String {
        """
        agent,service_day,decision,sector,reason
        PM2,\(first.advanced(by: 5).iso),soiree,centre,
        ME3,\(first.advanced(by: 6).iso),off,,

        """
    }
}
