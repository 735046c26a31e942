import RosterModel

/// Bytes of a file turned into text, whatever Excel saved.
package enum TextDecoding {
    /// What keeps bytes from being text.
    package struct Failure: Error {
        /// 1-based line of the first bad byte.
        package let line: Int
        /// What was found.
        package let message: Wording
    }

    /// Decodes UTF-8 (with or without byte order mark), UTF-16 of both orders, else Windows-1252.
    package static func decode(_ bytes: [UInt8]) throws(Failure) -> String {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let body = bytes.dropFirst(3)
            if let bad = firstInvalidUTF8(body) {
                throw Failure(
                    line: line(of: bad, in: bytes),
                    message: Wording(
                        "le fichier s'annonce en UTF-8 mais contient des octets qui n'en sont pas",
                        "the file claims to be UTF-8 but holds bytes that are not"))
            }
            return String(decoding: body, as: UTF8.self)
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes.dropFirst(2), littleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes.dropFirst(2), littleEndian: false) }
        // Archives (xlsx, ods), and the compound files of older Excel.
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw Failure(
                line: 1,
                message: Wording(
                    "c'est un classeur (Excel, LibreOffice) ou une archive, et non du texte",
                    "this is a workbook (Excel, LibreOffice) or an archive, not text"))
        }
        if let zero = bytes.firstIndex(of: 0) {
            // Latin letters in UTF-16 without mark: every second byte is zero.
            if bytes.count % 2 == 0 {
                let odd = stride(from: 1, to: bytes.count, by: 2).count { bytes[$0] == 0 }
                let even = stride(from: 0, to: bytes.count, by: 2).count { bytes[$0] == 0 }
                if odd * 4 > bytes.count, even == 0 { return try utf16(bytes[...], littleEndian: true) }
                if even * 4 > bytes.count, odd == 0 { return try utf16(bytes[...], littleEndian: false) }
            }
            throw Failure(
                line: line(of: zero, in: bytes),
                message: Wording("le fichier contient des octets nuls", "the file holds zero bytes"))
        }
        guard let bad = firstInvalidUTF8(bytes[...]) else { return String(decoding: bytes, as: UTF8.self) }
        if holdsUTF8Letters(bytes) {
            throw Failure(
                line: line(of: bad, in: bytes),
                message: Wording("le fichier mélange deux encodages", "the file mixes two encodings"))
        }
        return try windows1252(bytes)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) throws(Failure) -> String {
        let broken = Wording("le texte UTF-16 est abîmé", "the UTF-16 text is damaged")
        guard bytes.count % 2 == 0 else { throw Failure(line: 1, message: broken) }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return littleEndian ? second << 8 | first : first << 8 | second
        }
        var text = String.UnicodeScalarView()
        var decoder = UTF16()
        var source = units.makeIterator()
        var line = 1
        while true {
            switch decoder.decode(&source) {
            case .scalarValue(let scalar):
                if scalar == "\n" { line += 1 }
                text.append(scalar)
            case .emptyInput: return String(text)
            case .error: throw Failure(line: line, message: broken)
            }
        }
    }

    private static func windows1252(_ bytes: [UInt8]) throws(Failure) -> String {
        var text = String.UnicodeScalarView()
        for (index, byte) in bytes.enumerated() {
            let code = (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt16(byte)
            guard code != 0, let scalar = Unicode.Scalar(code) else {
                throw Failure(
                    line: line(of: index, in: bytes),
                    message: Wording(
                        "l'octet 0x\(String(byte, radix: 16, uppercase: true)) n'est d'aucun encodage accepté",
                        "byte 0x\(String(byte, radix: 16, uppercase: true)) belongs to no accepted encoding"))
            }
            text.append(scalar)
        }
        return String(text)
    }

    /// Code points of 0x80...0x9F in Windows-1252; 0 where none is defined.
    private static let high: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    private static func line(of index: Int, in bytes: [UInt8]) -> Int {
        1 + bytes[..<index].count { $0 == UInt8(ascii: "\n") }
    }

    /// Length of the UTF-8 sequence at `index`, or nil when it is not valid.
    private static func sequenceLength(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int? {
        let first = bytes[index]
        let length: Int
        switch first {
        case 0..<0x80: return 1
        case 0xC2..<0xE0: length = 2
        case 0xE0..<0xF0: length = 3
        case 0xF0..<0xF5: length = 4
        default: return nil
        }
        guard index + length <= bytes.endIndex,
            bytes[(index + 1)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
        else { return nil }
        // Overlong forms, surrogates and values above U+10FFFF.
        let second = bytes[index + 1]
        switch first {
        case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
            return nil
        default: return length
        }
    }

    private static func firstInvalidUTF8(_ bytes: ArraySlice<UInt8>) -> Int? {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard let length = sequenceLength(bytes, at: index) else { return index }
            index += length
        }
        return nil
    }

    /// Whether some letter is written as UTF-8 of two bytes or more.
    private static func holdsUTF8Letters(_ bytes: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0] >= 0x80 && sequenceLength(bytes[...], at: $0) != nil }
    }
}
