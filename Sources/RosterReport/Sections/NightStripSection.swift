import RosterModel

/// Each sector's nights, one strip a night, slot by slot.
package struct NightStripSection: ReportSection {
    let page: PageContext
    var anchor: String { "nuits" }
    var title: String { page.text("Nuit par nuit, secteur par secteur", "Night by night, sector by sector") }

    /// Height of a strip in the units of its picture.
    private static let height = 8

    /// What a slot of a sector looks like.
    package enum State: Hashable, Sendable {
        /// Nothing is required.
        case notRequired
        /// Nothing is missing.
        case covered
        /// Teams are missing, some team is there; the height (1..<8) grows with the share that is missing.
        case partly(height: Int)
        /// Something is missing and no team is formed.
        case nobody
    }

    /// State of a slot.
    package static func state(required: Int, missing: Int, isAnyTeamFormed: Bool) -> State {
        if required == 0 { return .notRequired }
        if missing == 0 { return .covered }
        if !isAnyTeamFormed { return .nobody }
        return .partly(height: min(6, max(2, (2 * height * missing + required) / (2 * required))))
    }

    func write(to html: inout HTML) {
        guard let hours = page.figures.neededHours else {
            html.element("p", page.text("Aucun besoin.", "No need."))
            return
        }
        html.element("p", ["class": "note"]) { html in
            html.text(
                page.text(
                    "Une ligne par nuit, du soir au petit matin. L’encre sombre est ce qui manque : pleine hauteur quand il n’y a personne, en partie quand une équipe est là sans suffire.",
                    "One line a night, from evening to early morning. Dark ink is what is missing: full height when nobody is there, part of it when a team is there but does not suffice."
                ))
        }
        html.legend(
            [
                ("", page.text("rien n’est requis", "nothing required")),
                ("<rect class=\"c\" width=\"24\" height=\"16\"/>", page.text("couvert", "covered")),
                (
                    "<rect class=\"c\" width=\"24\" height=\"16\"/><rect class=\"m\" y=\"8\" width=\"24\" height=\"8\"/>",
                    page.text("couvert en partie", "partly covered")
                ),
                ("<rect class=\"m\" width=\"24\" height=\"16\"/>", page.text("personne", "nobody")),
            ].map { content, name in
                ("<svg class=\"swatch wide\" viewBox=\"0 0 24 16\" aria-hidden=\"true\">\(content)</svg>", name)
            })
        let edges = (0..<page.axis.dayCount).map { self.edges(ofDay: $0, from: hours.lowerBound * 60) }
        html.raw("<div class=\"strips\" style=\"--hours:\(hours.count)\">")
        for sector in page.scenario.sectors.indices { strip(sector, hours: hours, edges: edges, &html) }
        html.raw("</div>")
    }

    /// Left and right edge of each slot of a service day, in half slots after a clock.
    ///
    /// An hour that the clock repeats is drawn in the width of one, one it skips stays empty, so that hours stand below
    /// one another in all nights.
    private func edges(ofDay day: Int, from origin: Int) -> [Range<Int>] {
        let grid = page.axis.gridMinutes
        let slots = page.axis.slots(ofDay: day)
        let clocks = slots.map { page.figures.clockOfSlot[$0] }
        // First slot that starts before the clock at which the slot before it ends: the clock went back.
        guard let change = clocks.indices.dropFirst().first(where: { clocks[$0] < clocks[$0 - 1] + grid }) else {
            return clocks.map { clock in
                let left = 2 * (clock - origin) / grid
                return left..<left + 2
            }
        }
        let repeated = (clocks[change - 1] + grid - clocks[change]) / grid
        return clocks.indices.map { index in
            if index >= change - repeated, index < change + repeated {
                let left = 2 * (clocks[change] - origin) / grid + index - (change - repeated)
                return left..<left + 1
            }
            let left = 2 * (clocks[index] - origin) / grid
            return left..<left + 2
        }
    }

    private func strip(_ sector: Int, hours: Range<Int>, edges: [[Range<Int>]], _ html: inout HTML) {
        let name = page.scenario.sectors[sector].name
        let late = page.figures.lateSectors[sector]
        html.element("div", ["class": "strip"]) { html in
            html.element("table") { html in
                html.element("caption") { html in
                    html.element("b", name)
                    html.text(
                        late.required == 0
                            ? ""
                            : " "
                                + page.text(
                                    "\(page.number.hours(late.missing)) tardives manquent sur \(page.number.hours(late.required))",
                                    "\(page.number.hours(late.missing)) of \(page.number.hours(late.required)) late missing"
                                ))
                }
                html.raw("<thead><tr><td><td class=\"axis\">")
                for hour in hours { html.raw("<i>\(pad(hour % 24, 2))</i>") }
                html.element("th", ["scope": "col"], page.text("manque", "missing"))
                html.raw("</tr></thead><tbody>")
                for day in 0..<page.axis.dayCount { night(day, sector: sector, hours: hours, edges: edges[day], &html) }
                html.raw("</tbody>")
            }
            details(sector, &html)
        }
    }

    private func night(_ day: Int, sector: Int, hours: Range<Int>, edges: [Range<Int>], _ html: inout HTML) {
        let slots = page.axis.slots(ofDay: day)
        let date = page.axis.date(ofDay: day)
        html.raw(page.isShaded(day: day) ? "<tr class=\"w\">" : "<tr>")
        html.raw("<th scope=\"row\">")
        html.text("\(page.dates.narrowWeekday(date.weekday)) \(date.parts.day)")
        let grid = page.axis.gridMinutes
        html.raw(
            "<td><svg viewBox=\"0 0 \(hours.count * 120 / grid) \(Self.height)\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        )
        var covered = ""
        var missing = ""
        var missingMinutes = 0
        var start = slots.lowerBound
        func state(_ slot: Int) -> State {
            Self.state(
                required: page.figures.required[sector][slot], missing: page.figures.missing[sector][slot],
                isAnyTeamFormed: page.figures.isAnyTeamFormed[sector][slot])
        }
        while start < slots.upperBound {
            let current = state(start)
            var end = start
            while end < slots.upperBound, state(end) == current {
                missingMinutes += page.figures.missing[sector][end] * grid
                end += 1
            }
            let left = edges[start - slots.lowerBound].lowerBound
            let width = edges[end - 1 - slots.lowerBound].upperBound - left
            switch current {
            case .notRequired: break
            case .covered: covered += "M\(left) 0h\(width)v\(Self.height)h-\(width)z"
            case .partly(let height):
                covered += "M\(left) 0h\(width)v\(Self.height)h-\(width)z"
                missing += "M\(left) \(Self.height - height)h\(width)v\(height)h-\(width)z"
            case .nobody: missing += "M\(left) 0h\(width)v\(Self.height)h-\(width)z"
            }
            start = end
        }
        if !covered.isEmpty { html.raw("<path class=\"c\" d=\"\(covered)\"/>") }
        if !missing.isEmpty { html.raw("<path class=\"m\" d=\"\(missing)\"/>") }
        html.raw("</svg><td class=\"n\">")
        if missingMinutes > 0 { html.raw(page.number.compactHours(missingMinutes)) }
        html.raw("\n")
    }

    /// The strip in words: nights with something missing, and when.
    private func details(_ sector: Int, _ html: inout HTML) {
        var rows: [[String]] = []
        for day in 0..<page.axis.dayCount {
            var nobody: [String] = []
            var partly: [String] = []
            let slots = page.axis.slots(ofDay: day)
            var start = slots.lowerBound
            while start < slots.upperBound {
                let isMissing = page.figures.missing[sector][start] > 0
                let isNobody = !page.figures.isAnyTeamFormed[sector][start]
                var end = start + 1
                while end < slots.upperBound, (page.figures.missing[sector][end] > 0) == isMissing,
                    !isMissing || !page.figures.isAnyTeamFormed[sector][end] == isNobody
                {
                    end += 1
                }
                if isMissing {
                    let clocks = page.clocks(start..<end, day: day)
                    if isNobody { nobody.append(clocks) } else { partly.append(clocks) }
                }
                start = end
            }
            if !nobody.isEmpty || !partly.isEmpty {
                rows.append([
                    page.dates.short(page.axis.date(ofDay: day)), nobody.joined(separator: ", "),
                    partly.joined(separator: ", "),
                ])
            }
        }
        guard !rows.isEmpty else { return }
        html.element("details") { html in
            html.element("summary", page.text("En tableau", "As a table"))
            html.table(
                [
                    .tight(page.text("Nuit du", "Night of")), .words(page.text("personne", "nobody")),
                    .words(page.text("en partie", "partly")),
                ],
                rows: rows, caption: page.scenario.sectors[sector].name)
        }
    }
}
