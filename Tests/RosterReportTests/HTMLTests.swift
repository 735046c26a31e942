import RosterReport
import Testing

struct HTMLTests {
    @Test func `text and attributes are escaped`() {
        var html = HTML()
        html.element("p", ["title": "\"a\" & 'b'"], "<script>alert(1)</script> & co")
        #expect(
            html.markup
                == "<p title=\"&quot;a&quot; &amp; &#39;b&#39;\">&lt;script&gt;alert(1)&lt;/script&gt; &amp; co</p>")
    }

    @Test func `control characters are replaced and letters kept`() {
        #expect(HTML.escape("\u{0}é\u{1B}\n\u{85}😀") == "\u{FFFD}é\u{FFFD}\n\u{FFFD}😀")
    }

    @Test func `a table names its columns and rows`() {
        var html = HTML()
        html.table([.words("Secteur"), .figures("heures")], rows: [["Bel & Air", "3"]], caption: "Essai")
        #expect(html.markup.contains("<th scope=\"col\" class=\"n\">heures</th>"))
        #expect(html.markup.contains("<th scope=\"row\">Bel &amp; Air</th><td class=\"n\">3</td>"))
    }
}
