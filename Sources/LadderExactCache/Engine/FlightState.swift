import LadderCore

/// The state of an answer that several callers share while it is under way.
///
/// The callers are kept in the order in which they came. The first one pays at the beginning; when the payer leaves,
/// the caller that has waited longest and may pay takes its place.
struct FlightState<Caller: Sendable> {
    typealias Waiter = CheckedContinuation<Void, any Error>

    private struct Member {
        let id: Int
        let caller: Caller
        let mayPay: Bool
    }

    enum Ending {
        case completed(Completion)
        case failed(any Error)
    }

    private var members: [Member] = []
    private var waiting: [(id: Int, waiter: Waiter)] = []
    private var nextID = 0
    private var payerID = 0
    /// Whether the flight goes on without callers, because it refreshes a stale answer.
    private let isInBackground: Bool
    /// The reply of the inner layers, with its body as far as it is known; nil before the first content.
    private(set) var reply: Reply?
    /// The pieces of a live answer so far.
    private(set) var pieces: [ReplyChunk] = []
    private(set) var ending: Ending?
    /// Whether the last caller has left before the end, so that the flight is cancelled.
    private(set) var isAbandoned = false
    /// Whether a newer flight has taken this one's place, so that its answer is not stored.
    var isSuperseded = false
    /// A way to cancel the flight's task.
    var cancel: (@Sendable () -> Void)?

    init(isInBackground: Bool = false) {
        self.isInBackground = isInBackground
    }

    var count: Int { members.count }

    // MARK: Callers

    /// Adds a caller and returns its id; nil when the flight has failed or has been abandoned.
    mutating func join(_ caller: Caller, mayPay: Bool) -> Int? {
        if isAbandoned { return nil }
        if case .failed = ending { return nil }
        nextID += 1
        members.append(Member(id: nextID, caller: caller, mayPay: mayPay))
        if members.count == 1, !isInBackground { payerID = nextID }
        return nextID
    }

    struct Departure {
        /// The caller's own wait, which ends with a cancellation.
        var waiter: Waiter?
        /// The caller that pays from now on, where the payer has left.
        var newPayer: Caller?
        /// Whether no caller is left and the flight is cancelled.
        var endsFlight = false
    }

    /// Removes a caller. A caller that has left already changes nothing.
    mutating func leave(_ id: Int) -> Departure {
        var departure = Departure()
        guard let index = index(of: id) else { return departure }
        members.remove(at: index)
        if let place = waiting.firstIndex(where: { $0.id == id }) {
            departure.waiter = waiting.remove(at: place).waiter
        }
        guard ending == nil else { return departure }
        if members.isEmpty, !isInBackground {
            isAbandoned = true
            departure.endsFlight = true
        } else if id == payerID, let payer = members.first(where: \.mayPay) ?? members.first {
            payerID = payer.id
            departure.newPayer = payer.caller
        }
        return departure
    }

    /// Ids grow with every caller, so the members are sorted by them.
    private func index(of id: Int) -> Int? {
        var range = members.startIndex..<members.endIndex
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if members[middle].id == id { return middle }
            range = members[middle].id < id ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }

    // MARK: Waiting

    enum WaitStep {
        case ready
        case waits
        case hasLeft
    }

    /// Suspends a caller until there is more than `known` pieces, or, where `known` is nil, until there is a reply.
    mutating func wait(_ id: Int, known: Int?, waiter: Waiter) -> WaitStep {
        guard index(of: id) != nil else { return .hasLeft }
        if isReady(known: known) { return .ready }
        waiting.append((id, waiter))
        return .waits
    }

    func isReady(known: Int?) -> Bool {
        if ending != nil { return true }
        return known.map { pieces.count > $0 } ?? (reply != nil)
    }

    /// Returns every caller that waits, in the order in which they began to.
    mutating func takeWaiting() -> [Waiter] {
        defer { waiting = [] }
        return waiting.map(\.waiter)
    }

    // MARK: The answer

    /// Records the first content of a live answer.
    mutating func begin(_ reply: Reply, pieces: [ReplyChunk]) {
        self.reply = reply
        self.pieces = pieces
    }

    mutating func append(_ piece: ReplyChunk) {
        pieces.append(piece)
    }

    /// Records the end of the whole answer.
    mutating func complete(_ reply: Reply, completion: Completion) {
        self.reply = reply
        ending = .completed(completion)
        cancel = nil
    }

    mutating func fail(_ error: any Error) {
        guard ending == nil else { return }
        ending = .failed(error)
        cancel = nil
    }
}
