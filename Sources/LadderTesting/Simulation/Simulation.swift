public import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A world of its own: virtual time, seeded randomness and one thread on which every task of a test runs.
///
/// Time moves only when nothing can run, so an hour of outage takes milliseconds. Which of the ready tasks runs next is
/// drawn from the seed, so a failing seed fails again, step by step.
///
/// ```swift
/// let simulation = Simulation(seed: 7)
/// let pipeline = try Pipeline(model: ScriptedModel("m")) { Retry() }.running(on: simulation)
/// let answer = try simulation.run { try await pipeline.respond(to: "Hello") }
/// ```
///
/// What stays inside: structured tasks, actors without executors of their own, `runtime.spawn`, and
/// `Task(executorPreference: simulation)`. A plain `Task {}` or `Task.detached` leaves; ``strayJobs`` counts what came
/// back from outside, and a run with strays cannot be repeated.
public final class Simulation: TaskExecutor, RuntimeDriver {
    /// What every draw comes from.
    public let seed: UInt64
    private let state: Locked<SimulationState>

    /// A world that begins at the origin, on 1 January 2026 on its calendar.
    public init(seed: UInt64 = 1) {
        self.seed = seed
        state = Locked(SimulationState(seed: seed))
    }

    // MARK: Running

    /// Runs `body`, and everything it leaves behind, until nothing can run and nobody sleeps any more.
    ///
    /// Throws what `body` throws, and ``Deadlock`` when `body` cannot go on. What outlives the run is named in
    /// ``alive``.
    @discardableResult
    public func run<Value: Sendable>(
        maximumSteps: Int = 50_000_000, _ body: @escaping @Sendable () async throws -> Value
    ) throws -> Value {
        let result = Locked<Result<Value, any Error>?>(nil)
        let home = SimulationState.threadID
        state.withLock { $0.home = home }
        defer { state.withLock { $0.home = nil } }
        let outcome = Box(result)
        Task(executorPreference: self) {
            do {
                outcome.set(.success(try await body()))
            } catch {
                outcome.set(.failure(error))
            }
        }
        var steps = 0
        while advance() {
            steps += 1
            if steps > maximumSteps {
                throw deadlock("more than \(maximumSteps) steps")
            }
        }
        guard let value = outcome.value else { throw deadlock("nothing can run and nobody sleeps") }
        return try value.get()
    }

    /// Runs one job, or moves time on to the next sleepers. False when there is neither.
    private func advance() -> Bool {
        if let job = state.withLock({ $0.takeJob() }) {
            job.runSynchronously(on: asUnownedTaskExecutor())
            return true
        }
        guard let sleepers = state.withLock({ $0.takeSleepers() }) else { return false }
        for sleeper in sleepers { sleeper.resume() }
        return true
    }

    private func deadlock(_ reason: String) -> Deadlock {
        let (alive, calls, strays) = state.withLock { ($0.alive, $0.openCalls, $0.strays) }
        let open = calls.map { call in
            "call \(call.id): " + (call.lastStep ?? "no decision yet")
        }
        return Deadlock(seed: seed, reason: reason, alive: alive, openCalls: open, hasLeft: strays > 0)
    }

    /// Names of spawned work that has not ended, oldest first.
    public var alive: [String] { state.withLock { $0.alive } }

    /// How many jobs were put here from another thread. Zero, or the run cannot be repeated.
    public var strayJobs: Int { state.withLock { $0.strays } }

    /// How many jobs have run so far.
    public var steps: Int { state.withLock { $0.steps } }

    /// Sets the calendar, not the time: what happens when somebody corrects the clock.
    public func shiftWallClock(by shift: Duration) {
        state.withLock { $0.wallOrigin = $0.wallOrigin + shift }
    }

    // MARK: TaskExecutor

    /// Takes a job; it runs when its turn is drawn.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let thread = SimulationState.threadID
        state.withLock { $0.add(job, from: thread) }
    }

    // MARK: RuntimeDriver

    /// The virtual present.
    public var now: Instant { state.withLock { $0.now } }

    /// The virtual present on the calendar.
    public var wallNow: WallTime { state.withLock { $0.wallOrigin + $0.now.sinceOrigin } }

    /// The next number of the seed.
    public func random() -> UInt64 { state.withLock { $0.random.next() } }

    /// Waits in virtual time.
    public func sleep(until instant: Instant) async throws {
        let id = state.withLock { $0.newID() }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isGone = state.withLock { $0.sleep(id, until: instant, continuation) }
                if isGone { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            state.withLock { $0.wake(id) }?.resume(throwing: CancellationError())
        }
        state.withLock { $0.forget(id) }
    }

    /// Starts a task that stays in this world.
    public func spawn(_ name: String, operation work: @escaping @isolated(any) @Sendable () async -> Void)
        -> @Sendable () -> Void
    {
        let id = state.withLock { $0.begin(name) }
        let task = Task(executorPreference: self) {
            await work()
            self.state.withLock { $0.end(id) }
        }
        return { task.cancel() }
    }

}

extension Simulation: CallTrackingDriver {
    /// Adds a call to those that ``Deadlock`` reports.
    package func began(_ call: any OpenCall) {
        state.withLock { $0.calls.append(call) }
    }

    /// Removes a call from those that ``Deadlock`` reports.
    package func ended(_ call: any OpenCall) {
        state.withLock { $0.calls.removeAll { $0 === call } }
    }
}

/// What a task leaves for the thread that runs the simulation.
private final class Box<Value: Sendable>: Sendable {
    private let result: Locked<Result<Value, any Error>?>

    init(_ initial: consuming Locked<Result<Value, any Error>?>) {
        result = initial
    }

    func set(_ value: Result<Value, any Error>) {
        result.withLock { $0 = value }
    }

    var value: Result<Value, any Error>? { result.withLock { $0 } }
}
