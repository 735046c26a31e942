import Foundation
import RosterModel
import Yams

/// Reads a change file and applies its changes, in order, to the files of the base.
///
/// A change that cannot be read is passed over, so that the faults of the others are found in the same run.
struct VariantReader {
    var draft: VariantDraft
    let file: String
    let log: IssueLog
    /// Name of the variant.
    private(set) var name: String
    /// Cost over the horizon in euros, if given.
    private(set) var cost: Int?

    /// Kinds of changes, as keys of the entries of `changes`.
    private static let kinds = [
        "add_agents", "remove_agents", "change_agents", "share_sectors", "add_shift", "change_shift", "remove_shift",
        "sign_agreement", "end_agreement", "change_regime", "sign_permission", "end_permission", "change_needs",
        "add_requirement", "remove_requirement", "close_night",
        "merge_teams",
    ]

    init(draft: VariantDraft, file: String, log: IssueLog) {
        self.draft = draft
        self.file = file
        self.log = log
        name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    }

    mutating func read(_ document: YAMLValue, basePath: String) {
        guard let map = document.map(["name", "base", "cost", "changes"]) else { return }
        if let text = map["name"]?.text(), !text.isEmpty { name = text }
        cost = map["cost"]?.whole(-1_000_000_000...1_000_000_000)
        if let value = map["base"], let text = value.text() { check(base: text, value, against: basePath) }
        guard let changes = map.required("changes") else { return }
        let entries = changes.list
        if entries.isEmpty {
            changes.fault(
                Wording("la liste des changements est vide", "the list of changes is empty"),
                expected: Wording("au moins un changement", "at least one change"),
                hint: Wording(
                    "par exemple `- remove_agents: {profession: educateur, count: 1}`",
                    "such as `- remove_agents: {profession: educateur, count: 1}`"))
        }
        for entry in entries { apply(entry) }
    }

    /// The base named in the file is taken relative to the file.
    private func check(base text: String, _ value: YAMLValue, against path: String) {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        let named = URL(fileURLWithPath: text, relativeTo: folder).standardizedFileURL.resolvingSymlinksInPath()
        let given = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
        guard named.path != given.path else { return }
        value.fault(
            Wording("la variante est écrite pour un autre scénario", "the variant is written for another scenario"),
            expected: Wording("le dossier comparé : \(path)", "the folder compared: \(path)"),
            hint: Wording("corrigez base, ou retirez la clé", "correct base, or remove the key"))
    }

    private mutating func apply(_ entry: YAMLValue) {
        guard let map = entry.map(Self.kinds) else { return }
        guard map.order.count == 1, let kind = map.order.first, let value = map[kind] else {
            entry.fault(
                Wording("une entrée porte un seul changement", "an entry holds one change"),
                expected: Wording(
                    "une clé parmi \(Self.kinds.joined(separator: ", "))",
                    "one key of \(Self.kinds.joined(separator: ", "))"),
                hint: Wording("faites une entrée par changement", "make one entry for each change"))
            return
        }
        switch kind {
        case "add_agents": addAgents(value)
        case "remove_agents": removeAgents(value)
        case "change_agents": changeAgents(value)
        case "share_sectors": shareSectors(value)
        case "add_shift": addShift(value)
        case "change_shift": changeShift(value)
        case "remove_shift": removeShift(value)
        case "sign_agreement": signAgreement(value)
        case "end_agreement": endAgreement(value)
        case "change_regime": changeRegime(value)
        case "sign_permission": signPermission(value)
        case "end_permission": endPermission(value)
        case "change_needs": changeNeeds(value)
        case "add_requirement": addRequirement(value)
        case "remove_requirement": removeRequirement(value)
        case "close_night": closeNight(value)
        default: mergeTeams(value)
        }
    }

    // MARK: Helpers of changes

    /// The id of an existing entry of a section; nil after a fault.
    func known(_ value: YAMLValue?, in section: String, as noun: Noun) -> String? {
        guard let value, let text = value.text() else { return nil }
        let ids = draft.ids(section)
        if ids.contains(text) { return text }
        value.fault(noun.unknown(text), expected: noun.expected, hint: Suggestion.hint(for: text, in: ids))
        return nil
    }

    /// Known ids of a list; unknown ones are faults.
    func knownList(_ value: YAMLValue, in section: String, as noun: Noun) -> [String] {
        value.list.compactMap { known($0, in: section, as: noun) }
    }

    /// A new id for a section; nil after a fault.
    func new(_ value: YAMLValue?, in section: String, as noun: Noun) -> String? {
        guard let value, let text = value.text() else { return nil }
        guard !draft.ids(section).contains(text) else {
            value.fault(
                noun.duplicate(text), expected: Wording("un identifiant nouveau", "a new id"),
                hint: Wording("choisissez un autre identifiant", "choose another id"))
            return nil
        }
        return text
    }

    /// Keys of a map laid over those of an entry.
    func merged(
        _ entry: Node, with changes: YAMLMap, except left: Set<String>, excluding pairs: [(String, String)] = []
    )
        -> Node
    {
        var result = entry
        for key in changes.order where !left.contains(key) {
            result.set(key, to: changes[key]?.node)
            // Of two keys that exclude each other the new one stays.
            for (one, other) in pairs {
                if key == one { result.set(other, to: nil) }
                if key == other { result.set(one, to: nil) }
            }
        }
        return result
    }
}
