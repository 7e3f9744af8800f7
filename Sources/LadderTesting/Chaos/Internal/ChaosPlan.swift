import LadderCore

/// What one caller does in one call, drawn before the call begins.
struct ChaosPlan: Sendable {
    let name: String
    let pause: Duration
    let request: ChatRequest
    let tenant: String
    let options: CallOptions
    let isStreamed: Bool
    /// The time after which the caller cancels, if it does.
    let cancelAfter: Duration?
    /// The number of pieces that are read before the stream is dropped, if it is.
    let dropsAfter: Int?
    /// The time the reader takes for each piece.
    let readTime: Duration
    /// One piece after which the reader stops for longer.
    let readPause: (piece: Int, time: Duration)?

    static func opening(tenant: String, question: String) -> String { "\(tenant)/\(question) " }

    var opening: String { ChaosPlan.opening(tenant: tenant, question: request.lastUserText ?? "") }

    init(caller: Int, number: Int, maximumAttempts: Int, on simulation: Simulation) {
        func draw(_ count: Int) -> Int { Int(simulation.random() % UInt64(max(1, count))) }
        func oneIn(_ count: Int) -> Bool { draw(count) == 0 }
        // Half of all calls use multiples of 250 ms, so that several timers end in the same instant.
        let grain = oneIn(2) ? 250 : 1
        func time(upTo limit: Int) -> Duration { .milliseconds(draw(limit) / grain * grain) }
        name = "\(caller).\(number)"
        pause = time(upTo: 12_000)
        tenant = "t\(draw(3))"
        request = ChatRequest("q\(draw(10))", model: oneIn(8) ? "beta" : "alpha")
        var options = CallOptions(scope: CallScope(tenant: tenant))
        if !oneIn(6) { options.timeLimit = time(upTo: 25_000) }
        if oneIn(3) { options.maximumAttempts = 1 + draw(maximumAttempts) }
        options.cache = [.use, .use, .use, .refresh, .bypass, .doNotStore][draw(6)]
        self.options = options
        isStreamed = oneIn(2)
        cancelAfter = oneIn(4) ? (oneIn(4) ? .zero : time(upTo: 8_000)) : nil
        dropsAfter = oneIn(4) ? draw(6) : nil
        readTime = oneIn(5) ? .milliseconds(200) : .zero
        readPause = oneIn(8) ? (draw(6), time(upTo: 40_000)) : nil
    }
}
