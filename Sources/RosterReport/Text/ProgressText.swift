public import RosterModel

/// What is covered while a plan is made, in the words and with the rounding of the summary that follows.
public enum ProgressText {
    /// One part of a line, with plain spaces.
    ///
    /// - Units: points of level 1.
    /// - Parameters:
    ///   - points: Best roster so far; nil before the first.
    ///   - bound: Proved lower bound; nil before the first.
    ///   - demand: Points of an empty roster.
    ///   - language: Language of the text.
    /// - Returns: A single figure once the roster is proved best, so that the two roundings of one value never differ.
    public static func cover(points: Int?, bound: Int?, demand: Int, language: Language) -> String {
        let number = NumberFormat(language: language)
        let covered = points.map { number.coverReached(points: $0, demand: demand) } ?? "–"
        let text: String
        if let points, let bound, bound >= points {
            text = language.text(
                "couvert \(covered) (pondéré), aucun planning ne peut faire mieux",
                "covered \(covered) (weighted), no roster can do better")
        } else {
            let possible = bound.map { number.coverPossible(bound: $0, demand: demand) } ?? "–"
            text = language.text(
                "couvert \(covered) (pondéré), possible au plus \(possible)",
                "covered \(covered) (weighted), at most possible \(possible)")
        }
        return text.replacing(NumberFormat.space, with: " ")
    }
}
