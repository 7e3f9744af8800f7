import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The state of a ``Simulation``: its clock, its ready jobs, its sleeping tasks and its spawned work.
struct SimulationState {
    var now = Instant.origin
    var wallOrigin = WallTime(secondsSince1970: 1_767_225_600)
    var random: SeededRandom
    var home: UInt?
    var calls: [any OpenCall] = []
    private(set) var strays = 0
    private(set) var steps = 0
    private var jobs: [UnownedJob] = []
    private var sleepers = SleeperQueue()
    private var cancelled: Set<Int> = []
    private var work: [Int: String] = [:]
    private var nextID = 0

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    static var threadID: UInt {
        #if canImport(Glibc)
        UInt(pthread_self())
        #else
        UInt(bitPattern: pthread_self())
        #endif
    }

    mutating func newID() -> Int {
        nextID += 1
        return nextID
    }

    // MARK: Jobs

    mutating func add(_ job: UnownedJob, from thread: UInt) {
        if thread != home { strays += 1 }
        jobs.append(job)
    }

    mutating func takeJob() -> UnownedJob? {
        guard !jobs.isEmpty else { return nil }
        steps += 1
        jobs.swapAt(random.below(jobs.count), jobs.count - 1)
        return jobs.removeLast()
    }

    // MARK: Sleepers

    /// Adds a sleeping task. Returns true if it was cancelled before.
    mutating func sleep(_ id: Int, until instant: Instant, resuming continuation: SleeperQueue.Continuation) -> Bool {
        if cancelled.remove(id) != nil { return true }
        sleepers.add(id, at: max(instant, now), resuming: continuation)
        return false
    }

    mutating func wake(_ id: Int) -> SleeperQueue.Continuation? {
        if let continuation = sleepers.remove(id) { return continuation }
        cancelled.insert(id)
        return nil
    }

    mutating func removeCancelled(_ id: Int) {
        cancelled.remove(id)
    }

    mutating func takeSleepers() -> [SleeperQueue.Continuation]? {
        guard let (instant, waking) = sleepers.takeFirst() else { return nil }
        now = max(now, instant)
        return waking
    }

    // MARK: Spawned work

    mutating func beginWork(_ name: String) -> Int {
        let id = newID()
        work[id] = name
        return id
    }

    mutating func endWork(_ id: Int) {
        work.removeValue(forKey: id)
    }

    var alive: [String] { work.sorted { $0.key < $1.key }.map(\.value) }

    var openCalls: [any OpenCall] { calls }
}
