import Foundation
import RosterCheck
import RosterModel
import RosterReport

/// What `check` prints.
struct CheckOutput {
    let scenario: Scenario
    let review: RosterReview
    let certificate: CertificateReview?
    let language: Language

    /// Whether every hard rule holds (or its breach is accepted) and, with a certificate, every claim.
    var holds: Bool { review.isLawful && (certificate?.isProved ?? true) }

    /// Lines for people.
    var text: String {
        let coverage = review.coverage
        var lines: [String] = []
        let broken = review.violations.filter { $0.acceptedReason == nil }
        lines.append(
            broken.isEmpty
                ? language.text("Légalité : 0 infraction.", "Legality: 0 breaches.")
                : language.text("Légalité : \(broken.count) infraction(s).", "Legality: \(broken.count) breach(es)."))
        lines += review.violations.map { "  " + ViolationText.line($0, scenario: scenario, language: language) }
        lines.append(
            language.text(
                "Niveau 1 : \(hours(coverage.levels.points, 6000)) h pondérées non couvertes sur "
                    + "\(hours(coverage.weightedDemand, 6000)) demandées (\(coverage.levels.points) points).",
                "Level 1: \(hours(coverage.levels.points, 6000)) weighted hours uncovered of "
                    + "\(hours(coverage.weightedDemand, 6000)) asked (\(coverage.levels.points) points)."))
        lines.append(
            language.text(
                "Heures tardives non couvertes : \(hours(coverage.lateMissingMinutes, 60)) h, dont personne du tout : "
                    + "\(hours(coverage.nobodyMinutes, 60)) h.",
                "Uncovered late hours: \(hours(coverage.lateMissingMinutes, 60)) h, nobody at all: "
                    + "\(hours(coverage.nobodyMinutes, 60)) h."))
        if let certificate { lines += proofLines(certificate) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func proofLines(_ certificate: CertificateReview) -> [String] {
        var lines: [String] = []
        if !certificate.isForScenario {
            lines.append(
                language.text(
                    "Preuve : elle n'est pas celle de ce scénario.", "Proof: it is not that of this scenario."))
        }
        if !certificate.isForRoster {
            lines.append(
                language.text("Preuve : elle n'est pas celle de ce planning.", "Proof: it is not that of this roster."))
        }
        if !certificate.figuresAgree {
            lines.append(
                language.text(
                    "Preuve : les chiffres annoncés ne sont pas ceux du planning.",
                    "Proof: the figures claimed are not those of the roster."))
        }
        if certificate.proofs.isEmpty {
            lines.append(language.text("Preuve : aucune borne n'est annoncée.", "Proof: no bound is claimed."))
        }
        for proof in certificate.proofs {
            let (name, unit) =
                switch proof.objective {
                case .points: (language.text("niveau 1", "level 1"), 6000)
                case .lateMinutes: (language.text("heures tardives", "late hours"), 60)
                }
            let claimed = hours(proof.claimed, unit)
            let derived = proof.derived.map { hours($0, unit) } ?? "–"
            lines.append(
                proof.isProved
                    ? language.text(
                        "Borne (\(name)) : prouvée, aucun planning sous ces règles ne descend sous \(claimed) h.",
                        "Bound (\(name)): proved, no roster under these rules goes below \(claimed) h.")
                    : language.text(
                        "Borne (\(name)) : NON prouvée : \(claimed) h annoncées, \(derived) h retrouvées.",
                        "Bound (\(name)): NOT proved: \(claimed) h claimed, \(derived) h derived."))
            lines += proof.problems.map { "  \($0)" }
        }
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
            let acceptedReason: String?
        }
        struct Proof: Encodable {
            let objective: String
            let claimed: Int
            let derived: Int?
            let proved: Bool
        }
        let holds: Bool
        let lawful: Bool
        let violations: [Breach]
        let levels: [Int]
        let weightedDemand: Int
        let lateMissingMinutes: Int
        let nobodyMinutes: Int
        let certificateIsForScenario: Bool?
        let certificateIsForRoster: Bool?
        let figuresAgree: Bool?
        let proofs: [Proof]?
    }

    /// The same for programs.
    var json: String {
        get throws {
            let levels = review.coverage.levels
            let file = File(
                holds: holds, lawful: review.isLawful,
                violations: review.violations.map { violation in
                    File.Breach(
                        agent: scenario[violation.agent].id, rule: violation.rule.rawValue,
                        serviceDay: violation.day.map { scenario.axis.date(ofDay: $0).iso },
                        measured: violation.measured, limit: violation.limit, unit: violation.unit.rawValue,
                        article: violation.article, acceptedReason: violation.acceptedReason)
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
                        objective: $0.objective.rawValue, claimed: $0.claimed, derived: $0.derived, proved: $0.isProved)
                })
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(file), as: UTF8.self) + "\n"
        }
    }
}
