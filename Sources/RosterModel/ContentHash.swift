/// Running FNV-1a hash of 64 bits.
///
/// It tells mixed-up files apart and is no protection against forgery; it need not be, since the checker recomputes every
/// figure of a certificate from the scenario itself.
///
/// - Source: Fowler, Noll, Vo; IETF draft-eastlake-fnv.
public struct ContentHash: Sendable {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// A hash of nothing.
    public init() {}

    /// Adds the UTF-8 bytes of a text.
    public mutating func add(_ text: String) { add(text.utf8) }

    /// Adds bytes.
    public mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }

    /// Sixteen hexadecimal digits.
    public var hexadecimal: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
