import RosterModel

/// What each figure of the page means.
struct DefinitionsSection: ReportSection {
    let page: PageContext
    var anchor: String { "definitions" }
    var title: String { page.text("Définitions", "Definitions") }

    func write(to html: inout HTML) {
        html.element("dl") { html in
            for (term, meaning) in definitions {
                html.element("dt", term)
                html.element("dd", meaning)
            }
        }
    }

    private func clocks(_ range: ClockRange) -> String { page.number.clocks(range.start, range.end) }

    private var definitions: [(String, String)] {
        let late = clocks(page.scenario.lateWindow)
        let core = clocks(page.scenario.coreWindow)
        let night = clocks(page.scenario.nightClock)
        let handover = page.number.integer(page.scenario.handoverMinutes)
        let start = page.number.clock(page.axis.dayStart)
        return [
            (
                page.text("Nuit du…", "Night of…"),
                page.text(
                    "Jour de service : il commence à \(start) et comprend les premières heures du lendemain.",
                    "Service day: it starts at \(start) and includes the small hours of the next day.")
            ),
            (
                page.text("Équipe", "Team"),
                page.text(
                    "Seules les équipes complètes comptent. À chaque instant, les agents présents dans un secteur sont répartis en équipes de façon à laisser le moins possible à découvert. Un agent seul d’une équipe qui en demande deux n’est pas une présence.",
                    "Only complete teams count. At each moment the agents present in a sector are formed into teams so that least stays uncovered. A lone agent of a team of two is not presence."
                )
            ),
            (
                page.text("Heure non couverte", "Uncovered hour"),
                page.text(
                    "Une équipe requise qui manque pendant une heure. Tardive : entre \(late). Après minuit : entre \(core). Personne : aucune équipe, d’aucune sorte, dans le secteur.",
                    "One required team missing for one hour. Late: within \(late). After midnight: within \(core). Nobody: no team of any kind in the sector."
                )
            ),
            (
                page.text("En heures, pondéré", "In hours, weighted"),
                page.text(
                    "« En heures » : toutes les heures d’équipe se valent. « Pondéré » : chacune est multipliée par le poids de son heure et de son besoin ; c’est ce que le planning minimise. La part couverte en pondéré est 1 moins ce qui manque divisé par tout ce qui est requis.",
                    "“In hours”: all team-hours are equal. “Weighted”: each is multiplied by the weight of its hour and of its need; this is what the roster minimises. The weighted share covered is 1 less what is missing divided by all that is required."
                )
            ),
            (
                page.text("Plancher prouvé", "Proved floor"),
                page.text(
                    "Calcul qui montre qu’aucun planning respectant les règles de ce scénario, avec ces agents, ne peut laisser moins d’heures à découvert. Le certificat joint permet de le vérifier. Ce qui est entre le planning et le plancher peut, ou non, être évitable.",
                    "A calculation that shows that no roster under the rules of this scenario, with these agents, can leave fewer hours uncovered. The certificate lets anyone verify it. What lies between the roster and the floor may or may not be avoidable."
                )
            ),
            (
                page.text("Surplus, relais", "Surplus, hand-over"),
                page.text(
                    "Agents présents au-delà du plus petit nombre qui couvrirait autant. Un surplus de \(handover) min au plus est un relais, gratuit.",
                    "Agents present beyond the fewest that would cover as much. A surplus of at most \(handover) min is a hand-over, free."
                )
            ),
            (
                page.text("Nuits, ven.-sam., dimanches", "Nights, Fri-Sat, Sundays"),
                page.text(
                    "Nuit : vacation d’au moins 3 h entre \(night). Ven.-sam. : celles des vendredis et samedis. Dimanche : travail entre 00:00 et 24:00.",
                    "Night: shift with at least 3 h within \(night). Fri-Sat: those of Fridays and Saturdays. Sunday: work between 00:00 and 24:00."
                )
            ),
            (
                page.text("Absence", "Absence"),
                page.text("Notée A, sans motif.", "Shown as A, without a motive.")
            ),
        ].filter { page.isNominative || $0.0 != page.text("Absence", "Absence") }
    }
}
