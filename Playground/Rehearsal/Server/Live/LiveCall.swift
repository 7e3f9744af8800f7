import Ladder

/// A call for the list of the last ones.
struct LiveCall: Sendable {
    let id: String
    /// The position in the order in which calls changed; a page has seen all up to one of these.
    var change = 0
    var question = ""
    var explanation = ""
    /// What is known at the end of the call; nil before that.
    var row: CallRow?
    var model: String?
    var wasAbandoned = false
    var isStreamed = false
    var start: WallTime?
}
