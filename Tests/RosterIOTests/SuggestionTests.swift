import RosterIO
import Testing

@Suite struct SuggestionTests {
    @Test(
        arguments: [
            ("tileuls", "tilleuls"), ("Tilleuls", "tilleuls"), ("médiateur", "mediateur"), ("cnetre", "centre"),
            ("night-clock", "night_clock"), ("mediatuer", "mediateur"),
        ])
    func findsTheNearest(text: String, expected: String) {
        #expect(
            Suggestion.nearest(to: text, in: ["centre", "tilleuls", "mediateur", "night_clock", "late_window"])
                == expected)
    }

    @Test func staysSilentWhenNothingIsNear() {
        #expect(Suggestion.nearest(to: "gare", in: ["centre", "tilleuls"]) == nil)
        #expect(Suggestion.nearest(to: "", in: ["a"]) == nil)
        #expect(Suggestion.nearest(to: "M9", in: ["M1", "M2"]) == nil)
    }

    @Test func takesTheFirstOfEquallyNearOnes() {
        #expect(Suggestion.nearest(to: "brake", in: ["days", "break", "brace"]) == "brace")
        #expect(Suggestion.nearest(to: "brake", in: ["days", "break"]) == "break")
    }

    @Test func countsEdits() {
        #expect(Suggestion.distance(Array("abcd"), Array("acbd")) == 1)
        #expect(Suggestion.distance(Array("kitten"), Array("sitting")) == 3)
        #expect(Suggestion.distance([], Array("abc")) == 3)
    }
}
