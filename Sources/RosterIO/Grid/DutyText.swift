import RosterModel

/// What one cell of a grid says: shifts or hours, each perhaps with its sector, or that nothing is worked.
///
/// `N`, `N@centre`, `N Centre`, `18h30-01h`, `S 18h30-01h`, `18h-21h / 22h-1h`, `RH`, or nothing.
struct DutyText {
    /// One spell of work, in the words of the cell; empty where it says nothing.
    struct Stretch: Hashable {
        var shift = ""
        var start = ""
        var end = ""
        var sector = ""
        /// Whether it starts when the one before ends, in the same shift.
        var continues = false
    }

    /// Why a cell cannot be read.
    enum Fault: Error, Hashable {
        /// A text that is neither shift, hours nor one of the words for no work.
        case unknown(String)
        /// A shift or hours followed by what is no sector.
        case unknownSector(String)
        /// A word for no work that is the code of a shift which this agent does not have.
        case contested(String, ShiftID)
        /// A length of time, which does not say when.
        case amount(String)
        /// A start without end.
        case lone(String)
    }

    /// Nil when the row names nobody.
    let agent: AgentID?
    let menu: ShiftLookup
    let isSector: (String) -> Bool

    /// Spells of work of a cell, in its order.
    func read(_ text: String) throws(Fault) -> [Stretch] {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        if let whole = try stretch(line) { return whole }
        let pieces = text.split { "/+".contains($0) || $0.isNewline }.map { Folding.trimmed($0) }.filter { !$0.isEmpty }
        if pieces.count == 2, pieces.allSatisfy({ Int($0) == nil && ClockText.parse($0) != nil }) {
            return [Stretch(start: pieces[0], end: pieces[1])]
        }
        guard pieces.count > 1 else { throw fault(line) }
        var stretches: [Stretch] = []
        for piece in pieces {
            guard let read = try stretch(piece) else { throw fault(piece) }
            for var stretch in read {
                if let last = stretches.last, last.shift == stretch.shift, !last.end.isEmpty,
                    let end = ClockText.parse(last.end), let start = ClockText.parse(stretch.start)
                {
                    stretch.continues = end % 1440 == start % 1440
                }
                stretches.append(stretch)
            }
        }
        return stretches
    }

    /// One spell of work, none, or nil when the text is no single one.
    private func stretch(_ text: String) throws(Fault) -> [Stretch]? {
        if let duty = try duty(text) { return duty }
        if let mark = text.lastIndex(of: "@") {
            let sector = Folding.trimmed(text[text.index(after: mark)...])
            if isSector(sector), var duty = try duty(String(text[..<mark])), !duty.isEmpty {
                duty[0].sector = sector
                return duty
            }
        }
        for (start, sector) in splits(text) {
            if isSector(sector), var duty = try duty(start), !duty.isEmpty {
                duty[0].sector = sector
                return duty
            }
        }
        return nil
    }

    /// Each way to cut a text between two of its words, the longest start first.
    private func splits(_ text: String) -> [(start: String, end: String)] {
        let words = text.split { $0.isWhitespace || "()".contains($0) }
        return words.indices.dropFirst().reversed().map { cut in
            (words[..<cut].joined(separator: " "), words[cut...].joined(separator: " "))
        }
    }

    /// A shift, hours, a shift with hours, or an empty list for no work; nil for anything else.
    private func duty(_ text: String) throws(Fault) -> [Stretch]? {
        let text = Folding.trimmed(text)
        switch menu.meaning(of: text, for: agent) {
        case .shifts: return [Stretch(shift: text)]
        case .noWork: return []
        case .contested(let shift): throw .contested(text, shift)
        case .unknown: break
        }
        if let hours = Self.hours(text) { return [Stretch(start: hours.start, end: hours.end)] }
        for (name, end) in splits(text) {
            if let hours = Self.hours(end), case .shifts = menu.meaning(of: name, for: agent) {
                return [Stretch(shift: name, start: hours.start, end: hours.end)]
            }
        }
        return nil
    }

    /// Start and end of `18h30-01h`, `18:30 – 01:00`, `de 18h à 1h`; nil when the text has not two parts that begin as times.
    private static func hours(_ text: String) -> (start: String, end: String)? {
        var text = text.replacing(" a ", with: "-")
        for mark in ["–", "—", "−", "à", "→", "->", ">"] { text = text.replacing(mark, with: "-") }
        text.removeAll(where: \.isWhitespace)
        if text.lowercased().hasPrefix("de") { text.removeFirst(2) }
        guard let dash = text.firstIndex(of: "-") else { return nil }
        let (start, end) = (String(text[..<dash]), String(text[text.index(after: dash)...]))
        // The end of a shift in an hour that exists twice may carry its date and offset.
        let isDated = DatedTime.parse(end)?.offsetMinutes != nil
        guard looksLikeTime(start), isDated || looksLikeTime(end) else { return nil }
        return (start, end)
    }

    /// Whether a text is a time, or a bad one such as `25h99`.
    private static func looksLikeTime(_ text: String) -> Bool {
        ClockText.parse(text) != nil
            || text.first?.isNumber == true && text.allSatisfy { $0.isNumber || "hH:".contains($0) }
    }

    private func fault(_ text: String) -> Fault {
        if NumberText.parse(text) != nil { return .amount(text) }
        if ClockText.parse(text) != nil { return .lone(text) }
        if let mark = text.lastIndex(of: "@"), let duty = try? duty(String(text[..<mark])), !duty.isEmpty {
            return .unknownSector(Folding.trimmed(text[text.index(after: mark)...]))
        }
        for (start, sector) in splits(text) {
            if let duty = try? duty(start), !duty.isEmpty { return .unknownSector(sector) }
        }
        return .unknown(text)
    }
}
