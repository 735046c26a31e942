import RosterReport
import Testing

@Suite struct PageScriptTests {
    @Test func `the policy of the page admits this script`() {
        #expect(base64(sha256(Array(PageScript.text.utf8))) == PageScript.digest)
    }

    @Test func `the digest of the test is the published one`() {
        // FIPS 180-2, appendix B.1.
        #expect(
            sha256(Array("abc".utf8)).map { String($0, radix: 16) }.joined()
                == "ba7816bf8f1cfea414140de5dae2223b0361a396177a9cb410ff61f2015ad")
    }

    private func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = (0..<3).reduce(0) { $0 << 8 | (start + $1 < bytes.count ? Int(bytes[start + $1]) : 0) }
            for index in 0..<4 {
                text.append(start + index <= bytes.count ? alphabet[group >> (18 - 6 * index) & 63] : "=")
            }
        }
        return text
    }

    /// SHA-256 from its definition: the constants are the fractions of roots of primes.
    private func sha256(_ message: [UInt8]) -> [UInt8] {
        var primes: [Int] = []
        var candidate = 2
        while primes.count < 64 {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        func fraction(_ root: (UInt64) -> Bool) -> UInt32 {
            // Largest 36-bit fixed-point number below the root, of which the low 32 bits are the fraction.
            var value: UInt64 = 0
            for bit in (0..<36).reversed() where root(value | 1 << UInt64(bit)) { value |= 1 << UInt64(bit) }
            return UInt32(truncatingIfNeeded: value)
        }
        let constants = primes.map { prime in
            fraction { value in
                let square = value.multipliedFullWidth(by: value)
                // value³ ≤ prime × 2⁹⁶, in 128 bits and one more word.
                let low = square.low.multipliedFullWidth(by: value)
                let high = square.high.multipliedFullWidth(by: value)
                let (middle, carry) = high.low.addingReportingOverflow(low.high)
                let top = high.high + (carry ? 1 : 0)
                let limit = UInt64(prime) << 32
                return top == 0 && (middle < limit || (middle == limit && low.low == 0))
            }
        }
        var state = primes.prefix(8).map { prime in
            fraction { value in
                let square = value.multipliedFullWidth(by: value)
                return square.high < UInt64(prime) || (square.high == UInt64(prime) && square.low == 0)
            }
        }
        var padded = message + [0x80]
        while padded.count % 64 != 56 { padded.append(0) }
        padded += (0..<8).reversed().map { UInt8(truncatingIfNeeded: UInt64(message.count * 8) >> (8 * UInt64($0))) }
        func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }
        for block in stride(from: 0, to: padded.count, by: 64) {
            var words = (0..<16).map { word in
                (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(padded[block + 4 * word + $1]) }
            }
            for index in 16..<64 {
                let (early, late) = (words[index - 15], words[index - 2])
                let first = rotate(early, 7) ^ rotate(early, 18) ^ early >> 3
                let second = rotate(late, 17) ^ rotate(late, 19) ^ late >> 10
                words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
            }
            var h = state
            for index in 0..<64 {
                let choice = (h[4] & h[5]) ^ (~h[4] & h[6])
                let majority = (h[0] & h[1]) ^ (h[0] & h[2]) ^ (h[1] & h[2])
                let first =
                    h[7] &+ (rotate(h[4], 6) ^ rotate(h[4], 11) ^ rotate(h[4], 25)) &+ choice &+ constants[index]
                    &+ words[index]
                let second = (rotate(h[0], 2) ^ rotate(h[0], 13) ^ rotate(h[0], 22)) &+ majority
                h = [first &+ second, h[0], h[1], h[2], h[3] &+ first, h[4], h[5], h[6]]
            }
            for index in 0..<8 { state[index] = state[index] &+ h[index] }
        }
        return state.flatMap { word in (0..<4).reversed().map { UInt8(truncatingIfNeeded: word >> (8 * UInt32($0))) } }
    }
}
