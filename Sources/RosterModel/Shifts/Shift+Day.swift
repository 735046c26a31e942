extension Shift {
    /// Whether gaps split the shift.
    public var isSplit: Bool { parts.count > 1 }

    /// Elapsed minutes of work on a service day, in order: a span for each part, parts that a clock change joins as one.
    ///
    /// Empty when a clock change swallows the shift.
    public func workedParts(day: Int, axis: TimeAxis) -> [Range<Int>] {
        var worked: [Range<Int>] = []
        for part in parts {
            let minutes = axis.minutes(day: day, range: part)
            if minutes.isEmpty { continue }
            if let last = worked.last, last.upperBound >= minutes.lowerBound {
                worked[worked.count - 1] = last.lowerBound..<max(last.upperBound, minutes.upperBound)
            } else {
                worked.append(minutes)
            }
        }
        return worked
    }

    /// Elapsed minutes from the first start to the last end of work on a service day; empty when a clock change swallows it.
    public func minutes(day: Int, axis: TimeAxis) -> Range<Int> {
        let worked = workedParts(day: day, axis: axis)
        guard let first = worked.first, let last = worked.last else {
            return axis.minutes(day: day, range: ClockRange(start: hours.start, end: hours.start))
        }
        return first.lowerBound..<last.upperBound
    }

    /// Stays on a service day, gaps and what a clock change swallows left out.
    ///
    /// - Parameter sector: Where a shift that is no round is spent; rounds bring their own sectors.
    public func stays(in sector: SectorID, day: Int, axis: TimeAxis) -> [WorkedShift.Stage] {
        let worked = workedParts(day: day, axis: axis)
        guard !stages.isEmpty, let start = worked.first?.lowerBound, let end = worked.last?.upperBound else {
            return worked.map { WorkedShift.Stage(sector: sector, minutes: $0) }
        }
        var reached = start
        var stays: [WorkedShift.Stage] = []
        for (index, stage) in stages.enumerated() {
            let until =
                index == stages.count - 1
                ? end : min(end, max(reached, axis.minute(date: axis.date(ofDay: day), clock: stage.until)))
            for part in worked {
                let stay = part.clamped(to: reached..<until)
                if !stay.isEmpty { stays.append(WorkedShift.Stage(sector: stage.sector, minutes: stay)) }
            }
            reached = until
        }
        return stays
    }
}
