import LadderCore

/// One call of one caller, and what the caller has a right to.
final class ChaosCall: Sendable {
    private let plan: ChaosPlan
    private let pipeline: Pipeline
    private let simulation: Simulation
    private let journal: ChaosJournal
    private let start: Instant
    private let cancelTime = Locked<Instant?>(nil)

    init(plan: ChaosPlan, pipeline: Pipeline, simulation: Simulation, journal: ChaosJournal) {
        self.plan = plan
        self.pipeline = pipeline
        self.simulation = simulation
        self.journal = journal
        start = simulation.now
    }

    func cancelled() {
        let now = simulation.now
        cancelTime.withLock { $0 = now }
    }

    func run() async {
        do {
            if plan.isStreamed { try await read() } else { try await ask() }
        } catch is CancellationError {
            if cancelTime.withLock({ $0 }) == nil { broken("cancelled by nobody") }
            note("cancelled", [])
        } catch let error as ChatError {
            checkAttempts(error.attempts)
            note("threw \(error.kind.name)", ["  \(error)"])
        } catch {
            broken("threw \(error)")
        }
    }

    private func ask() async throws {
        let response = try await onTime {
            try await self.pipeline.respond(to: self.plan.request, options: self.plan.options)
        }
        check(response.completion, response.fallbackLevel, response.model)
        checkAttempts(response.attempts)
        note(
            "\(response.fallbackLevel) \(ending(response.finishReason))",
            ["  \(response.model): \(response.content)", response.trace.description])
    }

    private func read() async throws {
        let stream = try await onTime {
            try await self.pipeline.streamResponse(to: self.plan.request, options: self.plan.options)
        }
        checkAttempts(stream.attempts)
        var text = ""
        var count = 0
        while let chunk = try await onTime({ try await stream.next() }) {
            if case .text(let piece) = chunk { text += piece }
            if case .finished(let ending) = chunk {
                check(
                    Completion(text, finishReason: ending.finishReason), stream.fallbackLevel, stream.model)
                note(
                    "\(stream.fallbackLevel) \(self.ending(ending.finishReason))",
                    ["  \(stream.model): \(text)", stream.trace.description])
            }
            count += 1
            if count == plan.dropsAfter { return note("\(stream.fallbackLevel) dropped", ["  \(text)"]) }
            if let nap = plan.nap, nap.piece == count {
                try await simulation.sleep(until: simulation.now + nap.time)
            } else if plan.readTime > .zero {
                try await simulation.sleep(until: simulation.now + plan.readTime)
            }
        }
    }

    // MARK: What the caller has a right to

    /// Whatever the pipeline is asked, it comes back by the deadline, and at once when the caller leaves.
    private func onTime<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        let begin = simulation.now
        defer {
            if let limit = plan.options.timeLimit {
                let latest = max(begin, start + limit)
                if simulation.now > latest { broken("\(simulation.now - latest) after the deadline") }
                if let left = cancelTime.withLock({ $0 }), simulation.now > max(begin, left) {
                    broken("\(simulation.now - left) after the caller had left")
                }
            }
        }
        return try await body()
    }

    private func check(_ completion: Completion, _ level: FallbackLevel, _ model: String) {
        guard journal.checksText, level < .staticFAQ else { return }
        let words = completion.text.split(separator: " ")
        let isWhole = !completion.finishReason.isPartial
        guard let first = words.first else {
            // A stream whose first content came in the very instant of the deadline may be cut before it is read.
            if isWhole || !plan.isStreamed { broken("an answer without text") }
            return
        }
        let owner = level == .semanticCache ? String(first.prefix(while: { $0 != "/" })) : String(first)
        let expected = level == .semanticCache ? plan.tenant : String(plan.opening.dropLast())
        if owner != expected { broken("asked as \(expected), got the answer of \(owner)") }
        for (index, word) in words.enumerated().dropFirst() where word != "\(index)" {
            return broken("piece \(index) is \(word): lost, repeated or mixed up")
        }
        if isWhole, completion.finishReason != .stop { broken("ended by \(completion.finishReason)") }
    }

    private func checkAttempts(_ attempts: [Attempt]) {
        let limit = plan.options.maximumAttempts ?? .max
        if attempts.count > limit { broken("\(attempts.count) attempts, allowed \(limit)") }
    }

    private func ending(_ reason: FinishReason) -> String { reason.isPartial ? "partial" : "full" }

    private func broken(_ sentence: String) {
        journal.broken("call \(plan.name): \(sentence)")
    }

    private func note(_ result: String, _ details: [String]) {
        let way = plan.isStreamed ? "stream" : "whole"
        journal.note("\(way) \(result)") {
            ["call \(plan.name) \(start.sinceOrigin) … \(simulation.now.sinceOrigin) \(way) \(result)"] + details
        }
    }
}
