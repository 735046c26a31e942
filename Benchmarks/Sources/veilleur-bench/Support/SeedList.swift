import ArgumentParser

/// Seeds written with commas between.
struct SeedList {
    let seeds: [UInt64]

    init(_ text: String) throws {
        seeds = try text.split(separator: ",").map { part in
            guard let seed = UInt64(part) else {
                throw ValidationError("--seeds: \(part) is no seed; expected numbers such as 1,2,3")
            }
            return seed
        }
        if seeds.isEmpty { throw ValidationError("--seeds names no seed; expected numbers such as 1,2,3") }
    }
}
