import ArgumentParser
import RosterModel

/// Checks of limits that several commands take.
struct LimitOptions {
    let language: Language

    /// Refuses limits that make no sense.
    func check(timeLimit: Double? = nil, gap: Double? = nil, work: Int? = nil, threads: Int? = nil) throws {
        func require(_ condition: Bool, _ option: String, _ expected: String) throws {
            if !condition { throw ValidationError(language.text("\(option) : \(expected)", "\(option): \(expected)")) }
        }
        let positive = language.text("un nombre positif est attendu", "a positive number is expected")
        try require(timeLimit.map { $0 >= 0 && $0.isFinite } ?? true, "--time-limit", positive)
        try require(
            gap.map { $0 >= 0 && $0 < 1 } ?? true, "--gap",
            language.text("un nombre de 0 à 1 (exclu) est attendu", "a number from 0 to 1 (excluded) is expected"))
        try require(work.map { $0 > 0 } ?? true, "--work", positive)
        try require(
            threads.map { (1...256).contains($0) } ?? true, "--threads",
            language.text("un nombre de 1 à 256 est attendu", "a number from 1 to 256 is expected"))
    }
}
