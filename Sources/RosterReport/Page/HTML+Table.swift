extension HTML {
    /// A column of a plain table.
    package struct Column {
        /// Heading.
        package let title: String
        /// Class of its cells: `n` for figures, set flush right; `t` for words that do not break; empty for others.
        let style: String

        /// A column of words.
        package static func words(_ title: String) -> Column { Column(title: title, style: "") }
        /// A column of short words, such as dates, that do not break over lines.
        package static func tight(_ title: String) -> Column { Column(title: title, style: "t") }
        /// A column of figures.
        package static func figures(_ title: String) -> Column { Column(title: title, style: "n") }
    }

    /// Most rows of a table whose rows become blocks on narrow screens; longer ones would double in bytes.
    private static let mostBlocks = 500

    /// Adds a table. On narrow screens each row becomes a block that repeats the headings, or the table scrolls sideways
    /// when it has very many rows. The first column names the rows.
    package mutating func table(
        _ columns: [Column], rows: [[String]], total: [String]? = nil, caption: String = "", isDense: Bool = false
    ) {
        let isStacked = columns.count > 3 && rows.count <= Self.mostBlocks
        element("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption]) { html in
            html.element(
                "table", ["class": "plain" + (isDense ? " dense" : "") + (isStacked ? " stack" : "")]
            ) { html in
                if !caption.isEmpty { html.element("caption", caption) }
                html.raw("<thead><tr>")
                for column in columns {
                    html.element("th", ["scope": "col", "class": column.style], column.title)
                }
                html.raw("</tr></thead><tbody>")
                for row in rows { html.row(row, columns: columns, isStacked: isStacked) }
                html.raw("</tbody>")
                if let total {
                    html.raw("<tfoot>")
                    html.row(total, columns: columns, isStacked: isStacked)
                    html.raw("</tfoot>")
                }
            }
        }
    }

    private mutating func row(_ cells: [String], columns: [Column], isStacked: Bool) {
        raw("<tr>")
        for (index, cell) in cells.enumerated() {
            if index == 0 {
                element("th", ["scope": "row", "class": columns[0].style], cell)
            } else {
                element("td", ["class": columns[index].style, "data-l": isStacked ? columns[index].title : ""], cell)
            }
        }
        raw("</tr>\n")
    }
}
