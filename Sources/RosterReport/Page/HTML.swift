/// Text of a page in the making. What comes from data is always escaped; only markup written in this module is not.
package struct HTML: Sendable {
    /// Markup so far.
    package private(set) var markup = ""

    /// An empty text.
    package init() {}

    /// Adds text from data.
    package mutating func text(_ text: String) { Self.escape(text, into: &markup) }

    /// Adds markup written by this module; never anything from data.
    package mutating func raw(_ markup: String) { self.markup += markup }

    /// Opens a tag with escaped attributes.
    package mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
        markup += "<\(name)"
        for (key, value) in attributes where !value.isEmpty {
            markup += " \(key)=\""
            Self.escape(value, into: &markup)
            markup += "\""
        }
        markup += ">"
    }

    /// Closes a tag.
    package mutating func close(_ name: StaticString) { markup += "</\(name)>" }

    /// Adds an element with content.
    package mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], content: (inout HTML) -> Void
    ) {
        open(name, attributes)
        content(&self)
        close(name)
    }

    /// Adds an element with text.
    package mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ text: String
    ) {
        open(name, attributes)
        self.text(text)
        close(name)
    }

    /// Adds a legend: for each entry a swatch, which is markup of this module, and its name.
    package mutating func legend(_ entries: [(swatch: String, name: String)]) {
        element("div", ["class": "legend"]) { html in
            for (swatch, name) in entries {
                html.raw("<span class=\"key\">\(swatch) ")
                html.text(name)
                html.raw("</span> ")
            }
        }
    }

    /// Adds an element with text and no attributes.
    package mutating func element(_ name: StaticString, _ text: String) { element(name, [:], text) }

    /// Escapes text for element content and quoted attributes; control characters, which HTML forbids, become U+FFFD.
    package static func escape(_ text: String) -> String {
        var escaped = ""
        escape(text, into: &escaped)
        return escaped
    }

    private static func escape(_ text: String, into markup: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": markup += "&amp;"
            case "<": markup += "&lt;"
            case ">": markup += "&gt;"
            case "\"": markup += "&quot;"
            case "'": markup += "&#39;"
            case "\t", "\n", "\r": markup.unicodeScalars.append(scalar)
            case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}": markup.unicodeScalars.append("\u{FFFD}")
            default: markup.unicodeScalars.append(scalar)
            }
        }
    }
}
