import LadderCore

/// One call of one caller, with checks of what the caller receives and when.
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
            if cancelTime.withLock({ $0 }) == nil { reportViolation("CancellationError without a cancellation") }
            note("cancelled")
        } catch let error as ChatError {
            checkAttempts(error.attempts)
            note("threw \(error.kind.name)", details: ["  \(error)"])
        } catch {
            reportViolation("threw \(error)")
        }
    }

    private func ask() async throws {
        let response = try await onTime {
            try await self.pipeline.respond(to: self.plan.request, options: self.plan.options)
        }
        check(response.completion, level: response.fallbackLevel, cached: response.cached)
        checkAttempts(response.attempts)
        note(
            "\(response.fallbackLevel) \(ending(response.finishReason))",
            details: ["  \(response.model): \(response.content)", response.trace.description])
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
                    Completion(text, finishReason: ending.finishReason), level: stream.fallbackLevel,
                    cached: stream.cached)
                note(
                    "\(stream.fallbackLevel) \(self.ending(ending.finishReason))",
                    details: ["  \(stream.model): \(text)", stream.trace.description])
            }
            count += 1
            if count == plan.dropsAfter { return note("\(stream.fallbackLevel) dropped", details: ["  \(text)"]) }
            if let pause = plan.readPause, pause.piece == count {
                try await simulation.sleep(for: pause.time)
            } else if plan.readTime > .zero {
                try await simulation.sleep(for: plan.readTime)
            }
        }
    }

    // MARK: Checks

    /// Checks that the pipeline returns by the deadline, and at once when the caller has cancelled.
    private func onTime<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        let begin = simulation.now
        defer {
            if let limit = plan.options.timeLimit {
                let latest = max(begin, start + limit)
                if simulation.now > latest { reportViolation("\(simulation.now - latest) after the deadline") }
                if let left = cancelTime.withLock({ $0 }), simulation.now > max(begin, left) {
                    reportViolation("\(simulation.now - left) after the caller had left")
                }
            }
        }
        return try await body()
    }

    private func check(_ completion: Completion, level: FallbackLevel, cached: CacheHit?) {
        if let age = cached?.age, let longest = journal.longestAge, age > longest {
            reportViolation("an answer of \(age.shortText), allowed \(longest.shortText)")
        }
        guard journal.checksText, level < .staticFAQ else { return }
        let words = completion.text.split(separator: " ")
        let isWhole = !completion.finishReason.isPartial
        guard let first = words.first else {
            // A stream whose first content came in the instant of the deadline may be cut before it is read.
            if isWhole || !plan.isStreamed { reportViolation("an answer without text") }
            return
        }
        // The answer to a similar question must be one of the same tenant.
        let isSimilar = cached?.similarity != nil
        let owner = isSimilar ? String(first.prefix(while: { $0 != "/" })) : String(first)
        let expected = isSimilar ? plan.tenant : String(plan.opening.dropLast())
        if owner != expected { reportViolation("asked as \(expected), got the answer of \(owner)") }
        for (index, word) in words.enumerated().dropFirst() where word != "\(index)" {
            return reportViolation("piece \(index) is \(word): lost, repeated or mixed up")
        }
        if isWhole, completion.finishReason != .stop { reportViolation("ended by \(completion.finishReason)") }
    }

    private func checkAttempts(_ attempts: [Attempt]) {
        let limit = plan.options.maximumAttempts ?? .max
        if attempts.count > limit { reportViolation("\(attempts.count) attempts, allowed \(limit)") }
    }

    private func ending(_ reason: FinishReason) -> String { reason.isPartial ? "partial" : "full" }

    private func reportViolation(_ sentence: String) {
        journal.reportViolation("call \(plan.name): \(sentence)")
    }

    private func note(_ result: String, details: [String] = []) {
        let way = plan.isStreamed ? "stream" : "whole"
        journal.note("\(way) \(result)") {
            ["call \(plan.name) \(start.sinceOrigin) … \(simulation.now.sinceOrigin) \(way) \(result)"] + details
        }
    }
}
