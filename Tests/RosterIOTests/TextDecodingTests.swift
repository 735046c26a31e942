import RosterIO
import Testing

@Suite struct TextDecodingTests {
    static let text = "métier;€ ’\n"

    @Test func readsUTF8WithAndWithoutMark() throws {
        #expect(try TextDecoding.decode(Array(Self.text.utf8)) == Self.text)
        #expect(try TextDecoding.decode([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)) == Self.text)
        #expect(try TextDecoding.decode([]) == "")
    }

    @Test func readsWindows1252() throws {
        // é is 0xE9, € 0x80, ’ 0x92.
        let bytes: [UInt8] = [0x6D, 0xE9, 0x74, 0x69, 0x65, 0x72, 0x3B, 0x80, 0x20, 0x92, 0x0A]
        #expect(try TextDecoding.decode(bytes) == Self.text)
    }

    @Test(arguments: [true, false], [true, false]) func readsUTF16(littleEndian: Bool, mark: Bool) throws {
        let units = Array((mark ? "\u{FEFF}" + Self.text : Self.text).utf16)
        let bytes = units.flatMap { unit -> [UInt8] in
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            return littleEndian ? [low, high] : [high, low]
        }
        // Without mark the text must be mostly Latin; the euro and the quote are not.
        let latin = mark ? bytes : Array(bytes.prefix(14))
        #expect(try TextDecoding.decode(latin) == (mark ? Self.text : "métier;"))
    }

    @Test(
        arguments: [
            // Declared UTF-8 that is not.
            ([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xE9], 2),
            // UTF-8 and Windows-1252 in one file.
            ([0xC3, 0xA9, 0x0A, 0x0A, 0xE9, 0x20], 3),
            // Half a UTF-16 unit, and a lone surrogate.
            ([0xFF, 0xFE, 0x61], 1), ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x61, 0x00], 1),
            // A byte that Windows-1252 does not define, a zero byte, an Excel workbook, one of older Excel.
            ([0x61, 0x0A, 0x81], 2), ([0x61, 0x00, 0x61], 1), ([0x50, 0x4B, 0x03, 0x04, 0x00], 1),
            ([0xD0, 0xCF, 0x11, 0xE0, 0x0A, 0x00], 1),
        ] as [([UInt8], Int)])
    func refusesDamagedText(bytes: [UInt8], line: Int) {
        #expect { try TextDecoding.decode(bytes) } throws: { ($0 as? TextDecoding.Failure)?.line == line }
    }
}
