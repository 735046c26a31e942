/// Duties of one service day that agents of one type work to the same effect: equal presence in every slot that matters.
///
/// A *duty row* says that the lines supply what the group's muster puts on duty. In each sector where the group is present
/// it has *presence rows*, one for each agent more ("at least one", "at least two", …), which say that a staffing counts on
/// no more agents than the muster puts on duty. Presence is priced agent by agent because a staffing of two on half of the
/// nights is not the same as a staffing of one on all of them.
struct DutyGroup: Sendable {
    /// Presence in one sector.
    struct Place: Sendable {
        /// Block and row of that block.
        let block: Int
        let row: Int
        /// Price of each agent more, as positions among the prices; in the slot form all are the same row. Empty when the
        /// block sees the group through its ``RoundLabel``.
        var levels: [Int32]
        /// Most agents that the block can use.
        let most: Int
    }

    let day: Int
    let type: Int
    /// Duties of the problem.
    let duties: [Int]
    /// Position of the duty row among the prices.
    var price: Int32
    /// Agents of the type who may lawfully work one of the duties.
    let people: Int
    /// Presence by sector; in the slot form there may be several segments of one sector.
    var places: [Place]
}
