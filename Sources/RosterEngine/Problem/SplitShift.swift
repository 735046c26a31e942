import RosterModel

/// The parts of one shift, for the rules that look at its gaps and its break.
struct SplitShift {
    private let parts: [WorkPiece]
    private let breakMinutes: Int
    /// Position of the part that holds the break: the longest, the first of equals.
    private let breakPart: Int

    /// - Parameter parts: At least one; given work among them counts like a part without break.
    init(_ parts: [WorkPiece], breakMinutes: Int) {
        let sorted = WorkPiece.sorted(parts)
        self.parts = sorted
        self.breakMinutes = breakMinutes
        breakPart =
            sorted.indices.filter { sorted[$0].isPlanned }.max {
                (sorted[$0].minutes.count, $1) < (sorted[$1].minutes.count, $0)
            } ?? 0
    }

    private var gaps: [Int] {
        zip(parts, parts.dropFirst()).map { max(0, $1.minutes.lowerBound - $0.minutes.upperBound) }
    }

    /// Parts with no gap above `longest` between them, as runs of positions.
    private func runs(joinedBy longest: Int) -> [Range<Int>] {
        var runs = [0..<1]
        for (position, gap) in gaps.enumerated() {
            if gap <= longest {
                runs[runs.count - 1] = runs[runs.count - 1].lowerBound..<position + 2
            } else {
                runs.append(position + 1..<position + 2)
            }
        }
        return runs
    }

    func keeps(_ rule: SplitDay) -> Bool {
        parts.count <= rule.parts && gaps.allSatisfy { $0 <= rule.gapMinutes ?? .max }
    }

    func keeps(_ rule: ShortestShift) -> Bool {
        runs(joinedBy: rule.gapMinutes).allSatisfy { run in
            parts[run].reduce(0) { $0 + $1.minutes.count } >= rule.minutes
        }
    }

    /// A gap as long as the break is one.
    func keeps(_ rule: BreakDuringWork) -> Bool {
        runs(joinedBy: rule.minutes - 1).allSatisfy { run in
            parts[run].reduce(0) { $0 + $1.work } < rule.afterMinutes
                || run.contains(breakPart) && breakMinutes >= rule.minutes
        }
    }

    func keeps(_ rule: InnerRest) -> Bool {
        let amplitude = parts[parts.count - 1].minutes.upperBound - parts[0].minutes.lowerBound
        let due = rule.minutes - max(0, rule.amplitudeMinutes - amplitude)
        if due <= 0 { return true }
        let asked = max(due, rule.leastMinutes)
        let rests = (gaps + [breakMinutes]).sorted(by: >)
        return rests.prefix(2).reduce(0, +) >= asked && rests[0] * 100 >= asked * rule.largestShare
    }
}
