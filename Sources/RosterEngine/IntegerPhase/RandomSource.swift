/// Seeded pseudo-random numbers: the same on every machine and for every number of threads.
///
/// - Source: Blackman and Vigna 2021, doi:10.1145/3460772 (xoshiro256**), seeded by splitmix64.
package struct RandomSource: RandomNumberGenerator {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// A stream of its own for every pair of seed and stream number.
    package init(seed: UInt64, stream: UInt64 = 0) {
        var mixed = seed &+ stream &* 0xd134_2543_de82_ef95
        func split() -> UInt64 {
            mixed = mixed &+ 0x9e37_79b9_7f4a_7c15
            var value = mixed
            value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
            value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
            return value ^ (value >> 31)
        }
        state = (split(), split(), split(), split())
    }

    package mutating func next() -> UInt64 {
        let result = ((state.1 &* 5) << 7 | (state.1 &* 5) >> 57) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = state.3 << 45 | state.3 >> 19
        return result
    }

    /// A number in `0..<bound`; `bound` must be positive.
    mutating func below(_ bound: Int) -> Int { Int(((next() >> 32) &* UInt64(bound)) >> 32) }

    /// A number in 0..<1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A position, drawn by weights that add up to about 1.
    mutating func index(withWeights weights: [Double]) -> Int {
        var left = unit()
        for (position, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return position }
        }
        return weights.indices.last { weights[$0] > 0 } ?? 0
    }
}
