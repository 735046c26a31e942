import Foundation
import RosterCheck
import RosterModel
import RosterReport

/// What `check` prints.
struct CheckOutput {
    let scenario: Scenario
    let roster: Roster
    let review: RosterReview
    let certificate: CertificateReview?
    /// Whether the certificate came with another roster, so that only its bounds count.
    let isOtherRoster: Bool
    let margin: MarginText.Claim?
    let language: Language

    /// Whether every hard rule holds (or its breach is accepted) and, with a certificate, every claim.
    var holds: Bool { review.isLawful && (certificate.map(isProved) ?? true) }

    private func isProved(_ certificate: CertificateReview) -> Bool {
        isOtherRoster
            ? certificate.isForScenario && certificate.boundsAreProved : certificate.isProved
    }

    /// Most lines of soft rules, near limits and lone presence; the JSON has them all.
    private static let mostLines = 12

    /// Lines for people.
    var text: String {
        let coverage = review.coverage
        var lines: [String] = []
        lines.append(legalityLine)
        lines += review.violations.map { "  " + ViolationText.line($0, scenario: scenario, language: language) }
        lines += withdrawnLines
        lines += softLines
        lines += nearLines
        lines += unverifiableLines
        lines += restLines
        lines.append(
            language.text(
                "Niveau 1 : \(hours(coverage.levels.points, 6000)) h pondérées non couvertes sur "
                    + "\(hours(coverage.weightedDemand, 6000)) demandées (\(coverage.levels.points) points).",
                "Level 1: \(hours(coverage.levels.points, 6000)) weighted hours uncovered of "
                    + "\(hours(coverage.weightedDemand, 6000)) asked (\(coverage.levels.points) points)."))
        let covered = coverage.requiredMinutes - coverage.missingMinutes
        lines.append(
            language.text(
                "Couverture en heures : \(hours(covered, 60)) h d'équipe couvertes sur "
                    + "\(hours(coverage.requiredMinutes, 60)) h demandées.",
                "Cover in hours: \(hours(covered, 60)) team-hours covered of "
                    + "\(hours(coverage.requiredMinutes, 60)) h asked."))
        lines.append(
            language.text(
                "Heures tardives non couvertes : \(hours(coverage.lateMissingMinutes, 60)) h, dont personne du tout : "
                    + "\(hours(coverage.nobodyMinutes, 60)) h.",
                "Uncovered late hours: \(hours(coverage.lateMissingMinutes, 60)) h, nobody at all: "
                    + "\(hours(coverage.nobodyMinutes, 60)) h."))
        lines += presenceLines
        if let certificate { lines += proofLines(certificate) }
        if let margin {
            lines += MarginText.lines(margin, coverage: coverage, isLawful: review.isLawful, language: language)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var legalityLine: String {
        let broken = review.violations.filter { $0.acceptedReason == nil }
        let accepted = review.violations.count - broken.count
        // Menu, sectors, pins and contract are settled by the scenario; a court asks for the others.
        let own = broken.count(where: \.article.isEmpty)
        var parts = [
            broken.isEmpty
                ? language.text("Légalité : 0 infraction", "Legality: 0 breaches")
                : language.text("Légalité : \(broken.count) infraction(s)", "Legality: \(broken.count) breach(es)")
        ]
        if own > 0 {
            parts.append(
                language.text(
                    "dont \(own) à ce que fixe le scénario (vacations, secteurs, décisions, heures du contrat) et non à un texte",
                    "\(own) of them of what the scenario settles (shifts, sectors, decisions, contract hours), not of a text"
                ))
        }
        if accepted > 0 {
            parts.append(
                language.text(
                    "\(accepted) dérogation(s) acceptée(s) avec motif", "\(accepted) accepted with a reason"))
        }
        return parts.joined(separator: ", ") + "."
    }

    /// A title and the first values below it, one a line; nothing without values.
    private func list<Value>(_ title: String, _ values: [Value], _ line: (Value) -> String) -> [String] {
        guard !values.isEmpty else { return [] }
        let shown = values.prefix(Self.mostLines).map { "  " + line($0) }
        return [title] + shown + (values.count > shown.count ? ["  \u{2026}"] : [])
    }

    private var withdrawnLines: [String] {
        let withdrawn = review.withdrawn
        let title = language.text(
            "Vacations publiées illégales sur leur seule journée, à ne pas faire : \(withdrawn.shiftCount).",
            "Published shifts unlawful on their day alone, not to be worked: \(withdrawn.shiftCount).")
        return list(title, withdrawn) { ViolationText.line($0, scenario: scenario, language: language) }
    }

    private var softLines: [String] {
        let soft = review.softBreaches
        let title = language.text(
            "Règles souples non tenues, sans infraction : \(soft.count).",
            "Soft rules not kept, no breach: \(soft.count).")
        return list(title, soft) { ViolationText.line($0, scenario: scenario, language: language) }
    }

    private var nearLines: [String] {
        let near = review.nearLimits
        let title = language.text(
            "Proche d'une limite : \(near.count) valeur(s).", "Near a limit: \(near.count) value(s).")
        return list(title, near) { ViolationText.line($0, scenario: scenario, language: language) }
    }

    private var unverifiableLines: [String] {
        let unknown = review.unverifiable
        guard !unknown.isEmpty else { return [] }
        return [language.text("Non vérifiable :", "Not verifiable:")]
            + unknown.map { "  " + ViolationText.line($0, scenario: scenario, language: language) }
    }

    private var restLines: [String] {
        let title = language.text(
            "Repos compensateur acquis, à donner en dehors de ce planning :",
            "Compensatory rest earned, to be given outside this roster:")
        return list(title, review.earnedRests) { EarnedRestText.line($0, scenario: scenario, language: language) }
    }

    private var presenceLines: [String] {
        PresenceText.lines(
            scenario: scenario, roster: roster, coverage: review.coverage, mostLines: Self.mostLines,
            language: language)
    }

    private func proofLines(_ certificate: CertificateReview) -> [String] {
        var lines: [String] = []
        if !certificate.isForScenario {
            lines.append(
                language.text(
                    "Preuve : elle n'est pas celle de ce scénario.", "Proof: it is not that of this scenario."))
        }
        if !isOtherRoster, !certificate.isForRoster {
            lines.append(
                language.text("Preuve : elle n'est pas celle de ce planning.", "Proof: it is not that of this roster."))
        }
        if !isOtherRoster, !certificate.figuresAgree {
            lines.append(
                language.text(
                    "Preuve : les chiffres annoncés ne sont pas ceux du planning.",
                    "Proof: the figures claimed are not those of the roster."))
        }
        if certificate.proofs.isEmpty {
            lines.append(language.text("Preuve : aucune borne n'est annoncée.", "Proof: no bound is claimed."))
        }
        for claim in certificate.claims {
            let (name, unit) =
                switch claim.objective {
                case .points: (language.text("niveau 1", "level 1"), 6000)
                case .lateMinutes: (language.text("heures tardives", "late hours"), 60)
                }
            let claimed = hours(claim.claimed, unit)
            let derived = claim.derived.map { hours($0, unit) } ?? "–"
            let parts = claim.parts < 2 ? "" : language.text(", en \(claim.parts) parts", ", in \(claim.parts) parts")
            lines.append(
                claim.isProved
                    ? language.text(
                        "Borne (\(name)\(parts)) : prouvée, aucun planning sous ces règles ne descend sous \(claimed) h.",
                        "Bound (\(name)\(parts)): proved, no roster under these rules goes below \(claimed) h.")
                    : language.text(
                        "Borne (\(name)\(parts)) : NON prouvée : \(claimed) h annoncées, \(derived) h retrouvées.",
                        "Bound (\(name)\(parts)): NOT proved: \(claimed) h claimed, \(derived) h derived."))
        }
        lines += certificate.proofs.flatMap(\.problems).map { "  \($0)" }
        return lines
    }

    private func hours(_ value: Int, _ unit: Int) -> String {
        let text = String(format: "%.2f", Double(value) / Double(unit))
        return language == .french ? text.replacing(".", with: ",") : text
    }

    private struct File: Encodable {
        struct Breach: Encodable {
            let agent: String
            let rule: String
            let serviceDay: String?
            let measured: Int
            let limit: Int
            let unit: String
            let article: String
            let dates: [String]
            let acceptedReason: String?
        }
        struct Near: Encodable {
            let agent: String
            let rule: String
            let serviceDay: String?
            let measured: Int
            let limit: Int
            let unit: String
            let article: String
            let dates: [String]
        }
        struct Unknown: Encodable {
            let rule: String
            let reason: String
            let agents: [String]
        }
        struct Rest: Encodable {
            let agent: String
            let minutes: Int
            let basisMinutes: Int
            let percent: Int
            let article: String
        }
        struct Margin: Encodable {
            let boundPoints: Int?
            let boundLateMinutes: Int?
            let foundPoints: Int?
            let foundLateMinutes: Int?
            let seconds: Double
        }
        struct Proof: Encodable {
            let objective: String
            /// Such as `1/2`; absent for a proof of the whole objective.
            let part: String?
            let claimed: Int
            let derived: Int?
            let proved: Bool
        }
        let holds: Bool
        let lawful: Bool
        let violations: [Breach]
        let withdrawnShifts: [Breach]
        let softBreaches: [Breach]
        let nearLimits: [Near]
        let notVerifiable: [Unknown]
        let earnedRests: [Rest]
        let levels: [Int]
        let weightedDemand: Int
        let lateMissingMinutes: Int
        let nobodyMinutes: Int
        let certificateIsForScenario: Bool?
        let certificateIsForRoster: Bool?
        let figuresAgree: Bool?
        let proofs: [Proof]?
        let margin: Margin?
    }

    private func dates(_ days: [Int]) -> [String] { days.map { scenario.axis.date(ofDay: $0).iso } }

    private func breach(_ violation: Violation) -> File.Breach {
        File.Breach(
            agent: scenario[violation.agent].id, rule: violation.rule.rawValue,
            serviceDay: violation.day.map { scenario.axis.date(ofDay: $0).iso }, measured: violation.measured,
            limit: violation.limit, unit: violation.unit.rawValue, article: violation.article,
            dates: dates(violation.days), acceptedReason: violation.acceptedReason)
    }

    /// The same for programs.
    var json: String {
        get throws {
            let levels = review.coverage.levels
            let file = File(
                holds: holds, lawful: review.isLawful,
                violations: review.violations.map(breach), withdrawnShifts: review.withdrawn.map(breach),
                softBreaches: review.softBreaches.map(breach),
                nearLimits: review.nearLimits.map { near in
                    File.Near(
                        agent: scenario[near.agent].id, rule: near.rule.rawValue,
                        serviceDay: near.day.map { scenario.axis.date(ofDay: $0).iso }, measured: near.measured,
                        limit: near.limit, unit: near.unit.rawValue, article: near.article, dates: dates(near.days))
                },
                notVerifiable: review.unverifiable.map { unknown in
                    File.Unknown(
                        rule: unknown.rule.rawValue, reason: unknown.reason.rawValue,
                        agents: unknown.agents.map { scenario[$0].id })
                },
                earnedRests: review.earnedRests.map { rest in
                    File.Rest(
                        agent: scenario[rest.agent].id, minutes: rest.minutes, basisMinutes: rest.basisMinutes,
                        percent: rest.source.percent, article: rest.source.article)
                },
                levels: [
                    levels.points, levels.overlapMinutes, levels.unfairnessHundredths, levels.unusedMinutes,
                ],
                weightedDemand: review.coverage.weightedDemand,
                lateMissingMinutes: review.coverage.lateMissingMinutes, nobodyMinutes: review.coverage.nobodyMinutes,
                certificateIsForScenario: certificate?.isForScenario,
                certificateIsForRoster: certificate?.isForRoster, figuresAgree: certificate?.figuresAgree,
                proofs: certificate?.proofs.map {
                    File.Proof(
                        objective: $0.objective.rawValue, part: $0.part.map { "\($0.number + 1)/\($0.count)" },
                        claimed: $0.claimed, derived: $0.derived, proved: $0.isProved)
                },
                margin: margin.map {
                    File.Margin(
                        boundPoints: $0.points, boundLateMinutes: $0.lateMinutes,
                        foundPoints: $0.found?.levels.points, foundLateMinutes: $0.found?.lateMissingMinutes,
                        seconds: $0.seconds)
                })
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(file), as: UTF8.self) + "\n"
        }
    }
}
