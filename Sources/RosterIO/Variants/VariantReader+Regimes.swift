import RosterModel
import Yams

/// Agreements by which rules of work are loosened.
extension VariantReader {
    /// Keys of a rule but for its agreement, which a change spells out; those of all rules for a name that no rule has, so that
    /// the name is the only fault.
    private static func ruleKeys(_ name: String?) -> [String] {
        let named = Rule.keys.filter { $0.key == name }
        var keys: [String] = []
        for (_, rule) in named.isEmpty ? Rule.keys : named {
            keys += ScenarioReader.ruleKeys(rule).filter { $0 != "agreement" && !keys.contains($0) }
        }
        return keys
    }

    /// Records an agreement for one rule of a regime.
    mutating func signAgreement(_ value: YAMLValue) {
        let ruleKeys = Self.ruleKeys(value.node["rule"]?.string)
        guard let map = value.map(["regime", "rule"] + ruleKeys + ScenarioReader.agreementKeys) else { return }
        let (regimeValue, ruleValue, amount) = (map.required("regime"), map.required("rule"), map.required("value"))
        let (reference, date) = (map.required("reference"), map.required("date"))
        guard let regime = regimeValue?.text(), let rule = ruleValue?.text(), amount != nil, reference != nil,
            date != nil
        else { return }
        var entry = draft.entry("regimes", regime) ?? Node([(Node("id"), Node(regime))])
        var rules = entry["rules"] ?? Node([(Node, Node)]())
        var content = Node([(Node, Node)]())
        for key in ruleKeys { content.set(key, to: map[key]?.node) }
        var agreement = Node([(Node, Node)]())
        for key in ScenarioReader.agreementKeys { agreement.set(key, to: map[key]?.node) }
        content.set("agreement", to: agreement)
        rules.set(rule, to: content)
        entry.set("rules", to: rules)
        draft.put(entry, in: "regimes", id: regime, path: ["rules", rule], from: value)
    }

    /// Takes an agreement back: the rule is that of the regime's base again.
    mutating func endAgreement(_ value: YAMLValue) {
        guard let map = value.map(["regime", "rule"]) else { return }
        guard let regime = known(map.required("regime"), in: "regimes", as: .regime),
            let ruleValue = map.required("rule"), let rule = ruleValue.text(),
            var entry = draft.entry("regimes", regime)
        else { return }
        let signed = entry["rules"]?.mapping?.compactMap { key, content in
            content["agreement"] == nil ? nil : key.string
        }
        guard var rules = entry["rules"], signed?.contains(rule) ?? false else {
            ruleValue.fault(
                Wording(
                    "le régime « \(regime) » n'a pas d'accord pour la règle « \(rule) »",
                    "regime \"\(regime)\" has no agreement for rule \"\(rule)\""),
                expected: Wording("une règle avec un accord", "a rule with an agreement"),
                hint: Suggestion.hint(for: rule, in: signed ?? []))
            return
        }
        rules.set(rule, to: nil)
        entry.set("rules", to: rules.mapping?.isEmpty ?? true ? nil : rules)
        draft.put(entry, in: "regimes", id: regime, path: ["rules"], from: value)
    }

    /// Lays keys and rules over those of a regime, or adds a regime.
    mutating func changeRegime(_ value: YAMLValue) {
        guard let map = value.map(ScenarioReader.regimeKeys), let id = map.required("id")?.text() else { return }
        var entry = draft.entry("regimes", id) ?? Node([(Node("id"), Node(id))])
        var rules = entry["rules"] ?? Node([(Node, Node)]())
        for (key, rule) in map["rules"]?.node.mapping ?? [:] { rules[key] = rule }
        entry = merged(entry, with: map, except: ["id", "rules"])
        if rules.mapping?.isEmpty == false { entry.set("rules", to: rules) }
        draft.put(entry, in: "regimes", id: id, from: value)
    }

    /// Records a mention of the coordination convention.
    mutating func signPermission(_ value: YAMLValue) {
        guard let map = value.map(ScenarioReader.permissionKeys) else { return }
        guard let reference = map.required("reference")?.text() else { return }
        draft.put(value.node, in: "night_permissions", id: reference, from: value)
    }

    /// Takes permissions of the convention back, by reference or `all`.
    mutating func endPermission(_ value: YAMLValue) {
        let references = draft.ids("night_permissions")
        for element in value.list {
            guard let text = element.text() else { continue }
            if ["all", "tous", "toutes"].contains(Folding.key(text)) {
                for reference in references { draft.remove("night_permissions", reference) }
            } else if references.contains(text) {
                draft.remove("night_permissions", text)
            } else {
                element.fault(
                    Wording(
                        "aucune autorisation n'a la référence « \(text) »", "no permission has reference \"\(text)\""),
                    expected: Wording(
                        "la référence d'une autorisation, ou all", "the reference of a permission, or all"),
                    hint: Suggestion.hint(for: text, in: references))
            }
        }
    }
}
