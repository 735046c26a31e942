/// Numbers joined into sets.
struct DisjointSets {
    private var root: [Int]

    /// Every number alone.
    init(count: Int) { root = Array(0..<count) }

    private func top(_ number: Int) -> Int {
        var number = number
        while root[number] != number { number = root[number] }
        return number
    }

    /// Joins the sets of two numbers.
    mutating func join(_ one: Int, _ other: Int) {
        let (one, other) = (top(one), top(other))
        root[max(one, other)] = min(one, other)
    }

    /// The sets, each ascending, by their least numbers.
    var sets: [[Int]] {
        var members: [Int: [Int]] = [:]
        for number in root.indices { members[top(number), default: []].append(number) }
        return members.values.sorted { $0[0] < $1[0] }
    }
}
