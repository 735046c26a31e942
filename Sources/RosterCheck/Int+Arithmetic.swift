extension Int {
    /// Quotient rounded towards minus infinity; the divisor is positive.
    func quotient(_ divisor: Int) -> Int { self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor) }

    /// Greatest common divisor; 0 divides nothing and is a multiple of all.
    static func greatestDivisor(_ left: Int, _ right: Int) -> Int {
        right == 0 ? left : greatestDivisor(right, left % right)
    }
}
