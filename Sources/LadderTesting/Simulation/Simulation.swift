public import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A runtime with virtual time and seeded random numbers, and an executor that runs every task of a test on one thread.
///
/// Time moves only when no task can run, so an hour of outage takes milliseconds. The seed decides which of the ready tasks
/// runs next, so a seed that fails fails again, step by step.
///
/// ```swift
/// let simulation = Simulation(seed: 7)
/// let pipeline = try Pipeline(model: ScriptedModel("m")) { Retry() }.running(on: simulation)
/// let answer = try simulation.run { try await pipeline.respond(to: "Hello") }
/// ```
///
/// Structured tasks, actors without executors of their own, `runtime.spawn` and `Task(executorPreference: simulation)` stay
/// inside the simulation. A plain `Task {}` or `Task.detached` leaves it: ``strayJobs`` counts the jobs that came back from
/// outside, and a run with such jobs cannot be repeated.
public final class Simulation: TaskExecutor, RuntimeDriver {
    /// The seed of every random number and of the order of tasks.
    public let seed: UInt64
    private let state: Locked<SimulationState>
    private let measuresSteps: Bool
    private let longestStep = Locked(Duration.zero)

    /// Creates a simulation whose time begins at the origin, which is 1 January 2026 on its calendar.
    public convenience init(seed: UInt64 = 1) {
        self.init(seed: seed, measuresSteps: false)
    }

    init(seed: UInt64, measuresSteps: Bool) {
        self.seed = seed
        state = Locked(SimulationState(seed: seed))
        self.measuresSteps = measuresSteps
    }

    /// The longest real time that one job held the thread; zero unless steps are measured.
    var longestStepTime: Duration { longestStep.withLock { $0 } }

    // MARK: Running

    /// Runs `body`, and all work it spawns, until no task can run and no task sleeps.
    ///
    /// Work that has not ended by then is named in ``alive``.
    ///
    /// - Parameters:
    ///   - maximumSteps: The number of jobs and time steps after which the run is taken for endless.
    ///   - body: The test.
    /// - Throws: What `body` throws, and ``Deadlock`` when `body` cannot go on.
    @discardableResult
    public func run<Value: Sendable>(
        maximumSteps: Int = 50_000_000, _ body: @escaping @Sendable () async throws -> Value
    ) throws -> Value {
        let result = Locked<Result<Value, any Error>?>(nil)
        let home = SimulationState.threadID
        state.withLock { $0.home = home }
        defer { state.withLock { $0.home = nil } }
        let outcome = SharedResult(result)
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
        guard let value = outcome.value else { throw deadlock("no task can run and no task sleeps") }
        return try value.get()
    }

    /// Runs one job, or moves time on to the next sleeping tasks. Returns false where there is neither.
    private func advance() -> Bool {
        if let job = state.withLock({ $0.takeJob() }) {
            run(job)
            return true
        }
        guard let sleepers = state.withLock({ $0.takeSleepers() }) else { return false }
        for sleeper in sleepers { sleeper.resume() }
        return true
    }

    private func run(_ job: UnownedJob) {
        guard measuresSteps else { return job.runSynchronously(on: asUnownedTaskExecutor()) }
        let start = ContinuousClock.now
        job.runSynchronously(on: asUnownedTaskExecutor())
        let time = ContinuousClock.now - start
        longestStep.withLock { $0 = max($0, time) }
    }

    private func deadlock(_ reason: String) -> Deadlock {
        let (alive, calls, strays) = state.withLock { ($0.alive, $0.openCalls, $0.strays) }
        let open = calls.map { call in
            "call \(call.id): " + (call.lastStep ?? "no decision yet")
        }
        return Deadlock(seed: seed, reason: reason, alive: alive, openCalls: open, hasStrayJobs: strays > 0)
    }

    /// The names of spawned work that has not ended, oldest first.
    public var alive: [String] { state.withLock { $0.alive } }

    /// The number of jobs that came from another thread. If it is not zero, the run cannot be repeated.
    public var strayJobs: Int { state.withLock { $0.strays } }

    /// The number of jobs that have run so far.
    public var steps: Int { state.withLock { $0.steps } }

    /// Moves the calendar but not the time, as a correction of the system clock does.
    public func shiftWallClock(by shift: Duration) {
        state.withLock { $0.wallOrigin = $0.wallOrigin + shift }
    }

    // MARK: TaskExecutor

    /// Adds a job; the seed decides when it runs.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let thread = SimulationState.threadID
        state.withLock { $0.add(job, from: thread) }
    }

    // MARK: RuntimeDriver

    /// The present moment in virtual time.
    public var now: Instant { state.withLock { $0.now } }

    /// The present moment on the virtual calendar.
    public var wallNow: WallTime { state.withLock { $0.wallOrigin + $0.now.sinceOrigin } }

    /// Returns the next random number of the seed.
    public func random() -> UInt64 { state.withLock { $0.random.next() } }

    /// Returns at `instant` of virtual time, or throws `CancellationError` as soon as the task is cancelled.
    public func sleep(until instant: Instant) async throws {
        let id = state.withLock { $0.newID() }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isCancelled = state.withLock { $0.sleep(id, until: instant, resuming: continuation) }
                if isCancelled { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            state.withLock { $0.wake(id) }?.resume(throwing: CancellationError())
        }
        state.withLock { $0.removeCancelled(id) }
    }

    /// Returns after `duration` of virtual time, or throws `CancellationError` as soon as the task is cancelled.
    public func sleep(for duration: Duration) async throws {
        try await sleep(until: now + duration)
    }

    /// A runtime over this simulation, as layers find it in their context.
    public var runtime: Runtime { Runtime(self) }

    /// Starts a task that stays inside the simulation, and returns a way to cancel it.
    public func spawn(_ name: String, operation work: @escaping @isolated(any) @Sendable () async -> Void)
        -> @Sendable () -> Void
    {
        let id = state.withLock { $0.beginWork(name) }
        let task = Task(executorPreference: self) {
            await work()
            self.state.withLock { $0.endWork(id) }
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

/// The result of the test, handed from its task to the thread that runs the simulation.
private final class SharedResult<Value: Sendable>: Sendable {
    private let result: Locked<Result<Value, any Error>?>

    init(_ initial: consuming Locked<Result<Value, any Error>?>) {
        result = initial
    }

    func set(_ value: Result<Value, any Error>) {
        result.withLock { $0 = value }
    }

    var value: Result<Value, any Error>? { result.withLock { $0 } }
}
