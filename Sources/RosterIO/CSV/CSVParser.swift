/// Reader of comma-separated text after RFC 4180, with the habits of spreadsheets.
///
/// - Source: RFC 4180.
package enum CSVParser {
    /// One record and the line on which it starts.
    package struct Record {
        /// 1-based line.
        package let line: Int
        /// Cells without blanks at their ends.
        package let cells: [String]

        var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }
    }

    /// What does not follow the format.
    package enum Damage: Hashable {
        /// A quote that opened on this line is never closed.
        case openQuote(line: Int)
        /// Text stands between a closing quote and the next separator.
        case textAfterQuote(line: Int)
    }

    /// Separators in the order in which ties are settled.
    static let separators: [UInt8] = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]

    /// The separator that a first line `sep=;` declares.
    package static func declaredSeparator(_ text: String) -> UInt8? {
        let line = text.utf8.prefix { $0 != 10 && $0 != 13 }
        let bytes = Array(line).filter { $0 != UInt8(ascii: "\"") }
        guard bytes.count == 5, String(decoding: bytes.prefix(4), as: UTF8.self).lowercased() == "sep=" else {
            return nil
        }
        return bytes.last
    }

    /// Splits a text into records; blank records are kept, so that lines can be told.
    ///
    /// - Parameter limit: Largest number of records to return.
    package static func parse(
        _ text: String, separator: UInt8, limit: Int = .max
    ) -> (records: [Record], damage: [Damage]) {
        let bytes = Array(text.utf8)
        let (quote, newline, returned) = (UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        var records: [Record] = []
        var damage: [Damage] = []
        var cells: [String] = []
        var index = 0
        var line = 1
        var recordLine = 1
        func cell(_ bytes: some Sequence<UInt8>) -> String {
            Folding.trimmed(String(decoding: Array(bytes), as: UTF8.self))
        }
        while index < bytes.count, records.count < limit {
            // One cell.
            var start = index
            while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
            if start < bytes.count, bytes[start] == quote {
                var content: [UInt8] = []
                let openLine = line
                index = start + 1
                var closed = false
                while index < bytes.count {
                    if bytes[index] == quote {
                        if index + 1 < bytes.count, bytes[index + 1] == quote {
                            content.append(quote)
                            index += 2
                            continue
                        }
                        closed = true
                        index += 1
                        break
                    }
                    if bytes[index] == newline { line += 1 }
                    content.append(bytes[index])
                    index += 1
                }
                if !closed { damage.append(.openQuote(line: openLine)) }
                let end =
                    bytes[index...].firstIndex { $0 == separator || $0 == newline || $0 == returned } ?? bytes.count
                if !cell(bytes[index..<end]).isEmpty { damage.append(.textAfterQuote(line: line)) }
                index = end
                cells.append(cell(content))
            } else {
                let end =
                    bytes[index...].firstIndex { $0 == separator || $0 == newline || $0 == returned } ?? bytes.count
                cells.append(cell(bytes[index..<end]))
                index = end
            }
            // What follows it.
            if index < bytes.count, bytes[index] == separator {
                index += 1
                if index == bytes.count { cells.append("") }
                continue
            }
            if index < bytes.count {
                if bytes[index] == returned, index + 1 < bytes.count, bytes[index + 1] == newline { index += 1 }
                index += 1
                line += 1
            }
            records.append(Record(line: recordLine, cells: cells))
            cells = []
            recordLine = line
        }
        if !cells.isEmpty { records.append(Record(line: recordLine, cells: cells)) }
        return (records, damage)
    }

    /// A cell as it must be written for the comma.
    package static func escaped(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
