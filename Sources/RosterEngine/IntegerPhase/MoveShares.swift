/// How often each kind of move is tried: running sums of shares, in ten thousandths when no kind is switched off.
package struct MoveShares: Sendable {
    let changeDay: Int
    let shiftDay: Int
    let swap: Int
    let formTeam: Int
    let moveTeam: Int
    let swapNights: Int
    let moveCrew: Int
    let stirNight: Int
    let drawLine: Int
    let drawCrew: Int

    /// Sum of all shares.
    var total: Int { drawCrew }

    /// The measured shares, without kinds that are switched off.
    ///
    /// - Parameter drawsCrews: Whether lines of whole crews are drawn. They bring teams of three into an empty town; with pairs,
    ///   and from a good roster on, they only cost time.
    package init(switchedOff: Set<Technique> = [], drawsCrews: Bool = false) {
        func share(_ tenThousandths: Int, _ technique: Technique) -> Int {
            switchedOff.contains(technique) ? 0 : tenThousandths
        }
        changeDay = 2790
        shiftDay = changeDay + share(1600, .shiftDays)
        swap = shiftDay + share(1040, .swaps)
        formTeam = swap + share(1120, .formTeams)
        moveTeam = formTeam + share(1427, .moveTeams)
        swapNights = moveTeam + share(1500, .swapNights)
        moveCrew = swapNights + share(500, .moveCrews)
        stirNight = moveCrew + share(20, .stirNights)
        drawLine = stirNight + share(3, .drawLines)
        drawCrew = drawLine + (drawsCrews ? share(6, .drawCrews) : 0)
    }
}
