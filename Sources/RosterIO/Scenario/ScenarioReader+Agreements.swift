import RosterModel

/// Agreements and decisions that let a town loosen what the texts leave to them.
extension ScenarioReader {
    /// Keys of an agreement.
    static let agreementKeys = ["reference", "date", "scope", "expires"]
    static let agreementExpected = Wording(
        "agreement: {reference, date, scope, expires}", "agreement: {reference, date, scope, expires}")

    /// A recorded agreement in force over the horizon; nil without one or after a fault.
    func readAgreement(_ value: YAMLValue?, rule: Rule?) -> Agreement? {
        guard let value, let map = value.map(Self.agreementKeys) else { return nil }
        let (referenceValue, dateValue) = (map.required("reference"), map.required("date"))
        guard let reference = referenceValue?.text(), let date = dateValue?.date(), let dateValue else { return nil }
        var expires: CivilDate?
        if let expiresValue = map["expires"] {
            guard let end = expiresValue.date() else { return nil }
            expires = end
            if hasAxis, end < axis.date(ofDay: axis.dayCount - 1) {
                expiresValue.fault(
                    Wording(
                        "l'accord expire le \(end.iso), avant la fin de l'horizon",
                        "the agreement expires on \(end.iso), before the end of the horizon"),
                    expected: Wording(
                        "un accord en vigueur sur tout l'horizon", "an agreement in force over the whole horizon"),
                    hint: Wording(
                        "enregistrez l'accord suivant ou raccourcissez l'horizon",
                        "record the next agreement or shorten the horizon"))
                return nil
            }
        }
        if hasAxis, date > axis.firstDay {
            dateValue.fault(
                Wording(
                    "l'accord est daté du \(date.iso), après le début de l'horizon",
                    "the agreement is dated \(date.iso), after the start of the horizon"),
                expected: Wording(
                    "une date au plus égale au \(axis.firstDay.iso)", "a date not after \(axis.firstDay.iso)"),
                hint: Wording("vérifiez la date", "check the date"))
            return nil
        }
        return Agreement(
            rule: rule, reference: reference, date: date, scope: map["scope"]?.text() ?? "", expires: expires)
    }

    /// Records the agreement by which a key goes further than the texts.
    ///
    /// - Parameter missing: Reports the fault when none is given.
    /// - Returns: Whether it is recorded; a fault says why not.
    func recordAgreement(_ value: YAMLValue?, in draft: inout RegimeDraft, ifMissing missing: () -> Void) -> Bool {
        guard let value else {
            missing()
            return false
        }
        guard let agreement = readAgreement(value, rule: nil) else { return false }
        record(agreement, at: value, in: &draft)
        return true
    }

    /// Adds an agreement that loosened something to those that reports print, and says what it leaves open.
    func record(_ agreement: Agreement, at value: YAMLValue?, in draft: inout RegimeDraft) {
        draft.agreements.append(agreement)
        let (hasScope, hasEnd) = (!agreement.scope.isEmpty, agreement.expires != nil)
        guard let value, !hasScope || !hasEnd else { return }
        let scope = Wording("qui il couvre (scope)", "whom it covers (scope)")
        let end = Wording("jusqu'à quand il vaut (expires)", "how long it holds (expires)")
        let missing =
            hasEnd
            ? scope
            : hasScope ? end : Wording("\(scope.french) ni \(end.french)", "\(scope.english) nor \(end.english)")
        value.warn(
            Wording(
                "l'accord « \(agreement.reference) » ne dit pas \(missing.french)",
                "agreement \"\(agreement.reference)\" does not say \(missing.english)"),
            expected: Self.agreementExpected,
            hint: Wording(
                "complétez-le d'après le texte signé : le rapport imprime l'accord",
                "complete it from the signed text: the report prints the agreement"))
    }
}
