/// "Did you mean": the nearest of a list of names.
package enum Suggestion {
    /// The candidate nearest to a text, or nil when none is near.
    ///
    /// Case, accents and separators do not count; of equally near candidates the first one is taken.
    package static func nearest(to text: String, in candidates: some Sequence<String>) -> String? {
        let folded = Array(Folding.key(text))
        guard !folded.isEmpty else { return nil }
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let other = Array(Folding.key(candidate))
            let distance = self.distance(folded, other)
            // About a third of the letters may differ, none of a word of one or two; a word that contains the other one
            // is near as well.
            let length = max(folded.count, other.count)
            let limit = length < 3 ? 0 : (length + 1) / 3
            let contains =
                min(folded.count, other.count) >= 3
                && (String(folded).contains(String(other)) || String(other).contains(String(folded)))
            guard distance <= limit || contains else { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
        }
        return best?.candidate
    }

    /// Edits between two words; a swap of neighbours counts once.
    ///
    /// - Source: Damerau 1964, in the restricted form (optimal string alignment).
    package static func distance(_ left: [Character], _ right: [Character]) -> Int {
        guard !left.isEmpty else { return right.count }
        guard !right.isEmpty else { return left.count }
        var rows = [Array(0...right.count)]
        for row in 1...left.count {
            var current = [row]
            for column in 1...right.count {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                var value = min(rows[row - 1][column] + 1, current[column - 1] + 1, rows[row - 1][column - 1] + cost)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    value = min(value, rows[row - 2][column - 2] + 1)
                }
                current.append(value)
            }
            rows.append(current)
        }
        return rows[left.count][right.count]
    }

    /// Hint that names the nearest candidate, or else lists what there is.
    static func hint(for text: String, in candidates: [String]) -> Wording {
        if let nearest = nearest(to: text, in: candidates) { return didYouMean(nearest) }
        if candidates.isEmpty { return Wording("aucun n'est déclaré", "none is declared") }
        let shown = candidates.prefix(12).joined(separator: ", ") + (candidates.count > 12 ? ", …" : "")
        return Wording("connus : \(shown)", "known: \(shown)")
    }

    static func didYouMean(_ candidate: String) -> Wording {
        Wording("vouliez-vous dire « \(candidate) » ?", "did you mean \"\(candidate)\"?")
    }
}
