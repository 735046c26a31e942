import ArgumentParser
import Foundation
import RosterEngine
import RosterModel
import RosterReport
import Synchronization

/// How progress is shown.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable {
    case auto, plain, json, none
}

/// Shows progress on stderr: one line that is rewritten on a terminal, plain lines when piped, JSON lines on request.
final class ProgressPrinter: Sendable {
    private enum Shape { case line, plain, json, none }

    private let shape: Shape
    private let language: Language
    private let lastShown = Mutex((seconds: -Double.infinity, phase: PlanProgress.Phase.preparing))

    init(_ style: ProgressStyle, language: Language) {
        self.language = language
        shape =
            switch style {
            case .auto: isatty(STDERR_FILENO) == 1 ? .line : .plain
            case .plain: .plain
            case .json: .json
            case .none: .none
            }
    }

    /// Shows a snapshot, unless one was shown a moment ago.
    ///
    /// - Parameter subject: What is being planned, when there is more than one thing to plan.
    func show(_ progress: PlanProgress, of subject: String = "") {
        let interval: Double
        switch shape {
        case .none: return
        case .line: interval = 0.2
        case .plain: interval = 5
        case .json: interval = 0.5
        }
        let isDue = lastShown.withLock { last in
            let isNewPhase = progress.phase == .polishing && last.phase != .polishing
            guard progress.seconds - last.seconds >= interval || isNewPhase else { return false }
            last = (progress.seconds, progress.phase)
            return true
        }
        guard isDue else { return }
        switch shape {
        case .none: break
        case .line: FileHandle.standardError.write(Data(("\r\u{1B}[2K" + text(progress, of: subject)).utf8))
        case .plain: Console.tell(text(progress, of: subject))
        case .json: Console.tell(json(progress, of: subject))
        }
    }

    /// Ends the rewritten line.
    func end() {
        if shape == .line { FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8)) }
    }

    private func text(_ progress: PlanProgress, of subject: String) -> String {
        let phase =
            switch progress.phase {
            case .preparing: language.text("préparation", "preparing")
            case .searching: language.text("recherche", "searching")
            case .polishing: language.text("finition", "polishing")
            }
        let start = "\(Int(progress.seconds)) s  " + (subject.isEmpty ? "" : subject + "  ") + phase
        guard progress.primalBound != nil || progress.dualBound != nil else { return start }
        return start + "  "
            + ProgressText.cover(
                points: progress.primalBound, bound: progress.dualBound, demand: progress.weightedDemand,
                language: language)
    }

    private func json(_ progress: PlanProgress, of subject: String) -> String {
        func number(_ value: Int?) -> String { value.map(String.init) ?? "null" }
        // Names hold no quotes or control characters but those that must be escaped.
        let name = subject.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let start = subject.isEmpty ? "{" : "{\"scenario\":\"\(name)\","
        return start
            + "\"phase\":\"\(progress.phase.rawValue)\",\"seconds\":\(String(format: "%.3f", progress.seconds)),"
            + "\"primalBound\":\(number(progress.primalBound)),\"dualBound\":\(number(progress.dualBound)),"
            + "\"weightedDemand\":\(progress.weightedDemand),\"passes\":\(progress.passes),"
            + "\"moves\":\(progress.moves),\"columns\":\(progress.columns)}"
    }
}
