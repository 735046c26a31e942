public import Foundation
public import RosterModel

/// Reads the folder of a scenario and gathers every fault of every file in one run.
///
/// What one file lacks does not hide the faults of another: a section that cannot be read is left open, and names that
/// would stand in it are then not judged.
public struct ScenarioReader: TableReading {
    let files: ScenarioFiles
    let log: IssueLog

    // The main file, section by section.
    var name: String
    var axis: TimeAxis
    /// Whether ``axis`` is that of the scenario; a stand-in otherwise, so that the other files can be read.
    var hasAxis = false
    var nightClock: ClockRange?
    var lateWindow: ClockRange?
    var coreWindow: ClockRange?
    /// Weight in hundredths by quarter of an hour of the local clock.
    var hourWeights = HourWeights.standard
    var handoverMinutes = 30
    var toleranceMinutes = 0
    var calendar = CalendarBook()
    /// Names that hold on each service day, the eve of the horizon first.
    var namesOfDay: [Set<String>] = []
    /// Calendar names that some `days` used, and where first.
    var usedNames: [String: Place] = [:]
    var sectors = Register()
    var sectorDrafts: [(name: String, neighbours: [SectorID])] = []
    var shapes: [SectorID: SectorShape] = [:]
    var employers = Register()
    var employerNames: [String] = []
    var professions = Register()
    var professionNames: [String] = []
    var regimes = RegimeBook()
    var templates = Register()
    /// Shifts of each template, in the order of ``templates``.
    var templateShifts: [[ShiftID]] = []
    var shifts: [Shift] = []
    var kinds = Register()
    var teamKinds: [TeamKind] = []
    /// Places of the kinds in the main file.
    var kindPlaces: [Place] = []
    /// Fewest agents of a team that counts, per slot of the horizon.
    var minimumTeam: [Int] = []
    var missionNames = Register()
    var missions: [Mission] = []
    var requirements = Register()
    var requirementDrafts: [RequirementDraft] = []
    var avoidedPairs: [AvoidedPair] = []
    var commitments: [Commitment] = []
    var hourCosts: [HourCost] = []
    var nightPermissions: [NightPermission] = []
    /// Date on which changes to the published roster are decided.
    var decisionDate: CivilDate?

    // The tables.
    var agents = Register()
    var agentDrafts: [AgentDraft] = []
    /// Personal names by spelling, to keep them out of messages.
    var personalNames: [String: String] = [:]
    var absences: [[Agent.Absence]] = []
    var busy: [[BusyInterval]] = []
    var standby: [[Range<Int>]] = []
    var histories: [Int: [Agent.PastShift]] = [:]
    /// First service day of each agent's history, where a row says so.
    var historyStarts: [Int: Int] = [:]
    var hasAgents = false

    private init(files: ScenarioFiles, language: Language) {
        self.files = files
        log = IssueLog(language: language)
        name = files.name
        axis = Self.standInAxis
    }

    /// Reads a scenario.
    ///
    /// - Parameter language: Language of the issues.
    /// - Returns: The scenario and what is doubtful in it.
    /// - Throws: All faults and doubtful points, by file and line, when there is at least one fault.
    public static func read(
        folder: URL, language: Language
    ) throws(ScenarioError) -> (scenario: Scenario, warnings: [ScenarioIssue]) {
        try read(files: ScenarioFiles(folder: folder, language: language), language: language)
    }

    /// Reads a scenario from the folder at a path.
    public static func read(
        folder: String, language: Language
    ) throws(ScenarioError) -> (scenario: Scenario, warnings: [ScenarioIssue]) {
        try read(folder: URL(fileURLWithPath: folder), language: language)
    }

    /// Reads a scenario from files in memory.
    public static func read(
        files: ScenarioFiles, language: Language
    ) throws(ScenarioError) -> (scenario: Scenario, warnings: [ScenarioIssue]) {
        var reader = ScenarioReader(files: files, language: language)
        let scenario = reader.readAll()
        let issues = reader.log.sorted(files: ScenarioFiles.knownNames)
        guard let scenario, !reader.log.hasErrors else { throw ScenarioError(issues: issues) }
        return (scenario, issues)
    }

    private mutating func readAll() -> Scenario? {
        for (file, reason) in files.unreadable.sorted(by: { $0.key < $1.key }) {
            log.fault(
                Place(file: file),
                Wording("le fichier ne peut pas être ouvert : \(reason)", "the file cannot be opened: \(reason)"),
                expected: Wording("un fichier lisible", "a readable file"),
                hint: Wording("vérifiez les droits d'accès", "check the access rights"))
        }
        readCalendarFiles()
        let map = readMainFile()
        readHorizon(map)
        readCalendarSection(map?["calendar"])
        checkTerritory(map?["time_zone"])
        namesOfDay = (-1..<axis.dayCount).map { calendar.names(on: axis.date(ofDay: $0)) }
        readPlaces(map)
        readRegimes(map?["regimes"])
        readNightPermissions(map?["night_permissions"])
        readDecisionDate(map?["decided_on"])
        readShifts(map)
        readMinimumTeam(map?["minimum_team"])
        readTeamKinds(map)
        readMissions(map?["missions"])
        readRequirements(map)
        readAvoidedPairs(map?["avoid"])
        readCommitments(map?["commitments"])
        readHourCosts(map?["hour_costs"])
        readShapes()
        readAgents()
        readAbsences()
        readBusy()
        readHistory()
        readNeedsTable()
        checkCalendarReach()
        let agents = makeAgents()
        checkTeams(agents.list)
        checkPersons()
        let pins = shared(readPins(agents), agents.list)
        let wishes = readWishes()
        guard hasAxis, hasAgents, !log.hasErrors else { return nil }
        return makeScenario(agents: agents, pins: pins, wishes: wishes)
    }

    private func makeScenario(agents: (list: [Agent], types: [AgentType]), pins: [Pin], wishes: [Wish]) -> Scenario {
        var scenario = Scenario(
            name: name, axis: axis,
            sectors: sectors.ids.enumerated().map { index, id in
                Sector(
                    id: id, name: sectorDrafts[index].name, neighbours: sectorDrafts[index].neighbours,
                    shape: shapes[SectorID(index)])
            },
            employers: zip(employers.ids, employerNames).map(Employer.init),
            professions: zip(professions.ids, professionNames).map(Profession.init),
            regimes: regimes.used, agentTypes: agents.types, agents: agents.list, shifts: shifts, teamKinds: teamKinds,
            requirements: makeRequirements())
        if let nightClock { scenario.nightClock = nightClock }
        if let lateWindow { scenario.lateWindow = lateWindow }
        if let coreWindow { scenario.coreWindow = coreWindow }
        scenario.avoidedPairs = avoidedPairs
        scenario.missions = missions
        scenario.commitments = commitments
        scenario.hourCosts = hourCosts
        scenario.handoverMinutes = handoverMinutes
        scenario.pins = pins
        scenario.nightPermissions = nightPermissions
        scenario.wishes = wishes
        scenario.dayNames = Array(namesOfDay.dropFirst())
        scenario.publicHolidays = Set(
            (0...axis.dayCount).map { axis.date(ofDay: $0) }.filter(calendar.isPublicHoliday))
        scenario.hash = files.hash
        scenario.published = readPublished(scenario)
        checkCover(of: scenario)
        return scenario
    }

    /// Four weeks in Paris, for reading the other files when the horizon is not known.
    private static var standInAxis: TimeAxis {
        let first = CivilDate(daysSinceEpoch: 20_454)
        return TimeAxis(
            firstDay: first, dayCount: 28, gridMinutes: 15, dayStart: 360, zoneName: "Europe/Paris",
            offsets: ZoneOffsets.offsets(of: .gmt, from: first, to: first.advanced(by: 27)))
    }
}

// MARK: - Names

extension ScenarioReader {
    /// Adds an id to a list; nil after a fault.
    mutating func declare(
        _ text: String, at place: Place, in list: WritableKeyPath<Self, Register>, as noun: Noun
    ) -> Int? {
        guard Self.isID(text) else {
            // The entry may be what other places name.
            self[keyPath: list].isComplete = false
            // What stands in the place of an agent's id may be a personal name.
            let isShown = noun != .agent
            log.fault(
                place, value: isShown ? text : "",
                text.isEmpty
                    ? Wording("l'identifiant manque", "the id is missing")
                    : !isShown
                        ? Wording("la cellule n'est pas un identifiant", "the cell is no id")
                        : Wording("« \(text) » ne peut pas servir d'identifiant", "\"\(text)\" cannot be an id"),
                expected: Wording(
                    "des lettres, chiffres, points, tirets ou soulignés, sans espace, une lettre ou un chiffre en tête",
                    "letters, digits, dots, hyphens or underscores, without blanks, a letter or digit first"),
                hint: Wording("le nom complet va dans name", "the full name goes in name"))
            return nil
        }
        guard let position = self[keyPath: list].add(text) else {
            if noun != .agent { self[keyPath: list].isComplete = false }
            log.fault(
                place, value: text, noun.duplicate(text),
                expected: Wording("un identifiant par entrée", "one id for each entry"),
                hint: Wording("renommez ou supprimez l'une des deux", "rename or remove one of them"))
            return nil
        }
        return position
    }

    /// Positions of the names in a list of the document, without repetitions.
    func resolve(_ value: YAMLValue, in register: Register, as noun: Noun) -> [Int] {
        var positions: [Int] = []
        for element in value.list {
            guard let text = element.text(), let position = resolve(text, at: element.place, in: register, as: noun)
            else {
                continue
            }
            if !positions.contains(position) { positions.append(position) }
        }
        return positions
    }

    static func isID(_ text: String) -> Bool {
        guard let first = text.first, first.isLetter || first.isNumber else { return false }
        return text.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) }
    }

    /// Whether messages may repeat what stands in the place of an agent's id: a word without figures may be a personal name.
    static func mayShowAgent(_ text: String) -> Bool { isID(text) && text.contains(where: \.isNumber) }
}
