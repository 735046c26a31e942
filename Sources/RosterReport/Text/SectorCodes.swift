/// Short, distinct codes of sectors for the cells of the roster grid.
package enum SectorCodes {
    /// One code of two to four characters per name, in order.
    ///
    /// A name that ends with a number gives its initial and the number (`Secteur 12`: `S12`); others give their first
    /// three letters, or the first and two later ones when these are taken; a running number is the last resort.
    package static func codes(for names: [String]) -> [String] {
        var taken: Set<String> = []
        return names.enumerated().map { position, name in
            let code = candidates(for: name).first { !taken.contains($0) } ?? free(position + 1, taken)
            taken.insert(code)
            return code
        }
    }

    private static func free(_ start: Int, _ taken: Set<String>) -> String {
        var number = start
        while taken.contains("#\(number)") { number += 1 }
        return "#\(number)"
    }

    private static func candidates(for name: String) -> [String] {
        let words = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let letters = words.joined().filter(\.isLetter).uppercased().map(String.init)
        guard let first = letters.first else {
            return words.joined().count >= 2 ? [String(words.joined().prefix(4))] : []
        }
        var codes: [String] = []
        if let last = words.last, last.count <= 3, last.allSatisfy(\.isNumber) { codes.append(first + last) }
        if letters.count >= 2 { codes.append(letters.prefix(3).joined()) }
        for second in letters.indices.dropFirst() {
            for third in letters.indices.dropFirst(second + 1) {
                codes.append(first + letters[second] + letters[third])
            }
            if codes.count > 60 { break }
        }
        return codes
    }
}
