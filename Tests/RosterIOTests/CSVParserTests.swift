import RosterIO
import Testing

@Suite struct CSVParserTests {
    private func cells(_ text: String, _ separator: Character = ",") -> [[String]] {
        CSVParser.parse(text, separator: separator.asciiValue ?? 0).records.map(\.cells)
    }

    @Test func splitsCellsAndRecords() {
        #expect(cells("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
        #expect(cells("a;b\r\n1;2", ";") == [["a", "b"], ["1", "2"]])
        #expect(cells("a\tb\r1\t", "\t") == [["a", "b"], ["1", ""]])
        #expect(cells("a,,\n") == [["a", "", ""]])
        #expect(cells("") == [])
    }

    @Test func keepsSeparatorsQuotesAndLineBreaksInsideQuotes() {
        let (records, damage) = CSVParser.parse("a,\"b,\"\"c\"\"\nd\",e\nf,g,h\n", separator: 44)
        #expect(records.map(\.cells) == [["a", "b,\"c\"\nd", "e"], ["f", "g", "h"]])
        #expect(records.map(\.line) == [1, 3])
        #expect(damage.isEmpty)
    }

    @Test func trimsBlanksAndKeepsQuotesInsideText() {
        #expect(cells(" a ,\u{A0}b\u{202F}, \"c\" ,d\"e\n") == [["a", "b", "c", "d\"e"]])
    }

    @Test func reportsDamage() {
        #expect(CSVParser.parse("a\n\"b,c\n", separator: 44).damage == [.openQuote(line: 2)])
        #expect(CSVParser.parse("\"a\"b,c\n", separator: 44).damage == [.textAfterQuote(line: 1)])
    }

    @Test func readsTheDeclaredSeparator() {
        #expect(CSVParser.declaredSeparator("sep=;\na;b") == UInt8(ascii: ";"))
        #expect(CSVParser.declaredSeparator("\"SEP=,\"\r\na,b") == UInt8(ascii: ","))
        #expect(CSVParser.declaredSeparator("a;b\n") == nil)
    }

    @Test func writesCellsThatNeedQuotes() {
        #expect(CSVParser.escaped("a") == "a")
        #expect(CSVParser.escaped("a,\"b\"") == "\"a,\"\"b\"\"\"")
    }
}
