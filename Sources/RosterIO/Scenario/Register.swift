/// Ids of one list of a scenario, in order.
struct Register {
    private(set) var ids: [String] = []
    private var positions: [String: Int] = [:]
    /// Whether the list could be read in full; when not, unknown names may be its fault and are not reported.
    var isComplete = true

    /// Adds an id and returns its position, or nil when it is taken.
    mutating func add(_ id: String) -> Int? {
        guard positions[id] == nil else { return nil }
        positions[id] = ids.count
        ids.append(id)
        return ids.count - 1
    }

    func position(of id: String) -> Int? { positions[id] }
}

/// What an id names, for messages.
enum Noun {
    case sector, employer, profession, regime, shift, teamKind, mission, requirement, agent

    /// `le secteur « x » est inconnu`.
    func unknown(_ id: String) -> Wording {
        switch self {
        case .sector: Wording("le secteur « \(id) » est inconnu", "sector \"\(id)\" is unknown")
        case .employer: Wording("l'employeur « \(id) » est inconnu", "employer \"\(id)\" is unknown")
        case .profession: Wording("la profession « \(id) » est inconnue", "profession \"\(id)\" is unknown")
        case .regime: Wording("le régime « \(id) » est inconnu", "regime \"\(id)\" is unknown")
        case .shift: Wording("le poste « \(id) » est inconnu", "shift \"\(id)\" is unknown")
        case .teamKind: Wording("le type d'équipe « \(id) » est inconnu", "team kind \"\(id)\" is unknown")
        case .mission: Wording("la mission « \(id) » est inconnue", "mission \"\(id)\" is unknown")
        case .requirement: Wording("le besoin « \(id) » est inconnu", "requirement \"\(id)\" is unknown")
        case .agent: Wording("l'agent « \(id) » est inconnu", "agent \"\(id)\" is unknown")
        }
    }

    /// `deux secteurs s'appellent « x »`.
    func duplicate(_ id: String) -> Wording {
        switch self {
        case .sector: Wording("deux secteurs s'appellent « \(id) »", "two sectors are called \"\(id)\"")
        case .employer: Wording("deux employeurs s'appellent « \(id) »", "two employers are called \"\(id)\"")
        case .profession: Wording("deux professions s'appellent « \(id) »", "two professions are called \"\(id)\"")
        case .regime: Wording("deux régimes s'appellent « \(id) »", "two regimes are called \"\(id)\"")
        case .shift: Wording("deux postes s'appellent « \(id) »", "two shifts are called \"\(id)\"")
        case .teamKind: Wording("deux types d'équipe s'appellent « \(id) »", "two team kinds are called \"\(id)\"")
        case .mission: Wording("deux missions s'appellent « \(id) »", "two missions are called \"\(id)\"")
        case .requirement: Wording("deux besoins s'appellent « \(id) »", "two requirements are called \"\(id)\"")
        case .agent: Wording("l'agent « \(id) » figure deux fois", "agent \"\(id)\" appears twice")
        }
    }

    /// What is expected where an id of this list stands.
    var expected: Wording {
        switch self {
        case .sector: Wording("l'identifiant d'un secteur de sectors", "the id of a sector in sectors")
        case .employer: Wording("l'identifiant d'un employeur de employers", "the id of an employer in employers")
        case .profession:
            Wording("l'identifiant d'une profession de professions", "the id of a profession in professions")
        case .regime: Wording("l'identifiant d'un régime", "the id of a regime")
        case .shift: Wording("l'identifiant d'un poste de shifts", "the id of a shift in shifts")
        case .teamKind: Wording("l'identifiant d'un type d'équipe de team_kinds", "the id of a team kind in team_kinds")
        case .mission: Wording("l'identifiant d'une mission de missions", "the id of a mission in missions")
        case .requirement:
            Wording("l'identifiant d'un besoin de requirements", "the id of a requirement in requirements")
        case .agent: Wording("l'identifiant d'un agent de agents.csv", "the id of an agent in agents.csv")
        }
    }
}
