/// What a sector's night sees of the rounds that pass through it: how many agents of each come, as one number.
///
/// Rounds tie sectors together: the same agents come to each of them. A staffing names the counts that it relies on, the
/// muster names the counts that come, and each combination has a price of its own, of either sign. So sectors cannot count
/// on two agents of a round here and on none of it there.
struct RoundLabel: Sendable {
    /// Rows of the block that rounds supply, and the most agents that a staffing uses of each.
    let rows: [Int]
    let most: [Int]
    /// Price of the first combination, as a position among the prices; combination `Σ count × stride` follows.
    let firstPrice: Int
    let strides: [Int]
    /// Number of combinations.
    let count: Int

    init(rows: [Int], most: [Int], firstPrice: Int) {
        self.rows = rows
        self.most = most
        self.firstPrice = firstPrice
        var strides: [Int] = []
        var count = 1
        for limit in most {
            strides.append(count)
            count *= limit + 1
        }
        self.strides = strides
        self.count = count
    }

    /// Least price of a combination in which no fewer agents come, by combination.
    func leastAbove(_ prices: [Int32]) -> [Int32] {
        var least = Array(prices[firstPrice..<firstPrice + count])
        for (limit, stride) in zip(most, strides) {
            for combination in Swift.stride(from: count - 1, through: 0, by: -1)
            where combination / stride % (limit + 1) < limit {
                least[combination] = min(least[combination], least[combination + stride])
            }
        }
        return least
    }

    /// The first combination with this price in which no fewer agents come than in another.
    func combination(above given: Int, price: Int32, _ prices: [Int32]) -> Int {
        (0..<count).first { combination in
            prices[firstPrice + combination] == price
                && zip(most, strides).allSatisfy { limit, stride in
                    combination / stride % (limit + 1) >= given / stride % (limit + 1)
                }
        } ?? given
    }
}
