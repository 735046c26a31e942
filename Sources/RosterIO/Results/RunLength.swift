/// Lists of numbers as flat runs `[count, value, count, value, …]`.
package enum RunLength {
    package static func encode(_ values: some Sequence<Int>) -> [Int] {
        var runs: [Int] = []
        for value in values {
            if let last = runs.last, last == value {
                runs[runs.count - 2] += 1
            } else {
                runs += [1, value]
            }
        }
        return runs
    }

    /// The list, or nil when the runs are damaged or longer than `limit`.
    package static func decode(_ runs: [Int], limit: Int) -> [Int]? {
        guard runs.count % 2 == 0 else { return nil }
        var values: [Int] = []
        for index in stride(from: 0, to: runs.count, by: 2) {
            let count = runs[index]
            guard count > 0, count <= limit - values.count else { return nil }
            values += Array(repeating: runs[index + 1], count: count)
        }
        return values
    }
}
