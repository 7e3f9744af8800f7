import Testing

@testable import LadderCore

@Suite struct SleeperScheduleTests {
    private var schedule = SleeperSchedule<Int>(longestPause: .seconds(1))

    private static func at(_ seconds: Double) -> Instant { Instant(sinceOrigin: .seconds(seconds)) }

    private mutating func add(_ id: Int, until seconds: Double) -> SleeperSchedule<Int>.Reaction {
        schedule.add(id, id: id, until: SleeperScheduleTests.at(seconds))
    }

    private mutating func look(at seconds: Double) -> (due: [Int], next: Instant)? {
        schedule.look(at: SleeperScheduleTests.at(seconds)).map { ($0.due, $0.next) }
    }

    @Test mutating func `only the first sleeper starts the thread, and only an earlier one signals it`() {
        let reactions = [add(1, until: 0.5), add(2, until: 0.6), add(3, until: 0.4), add(4, until: 0.4)]
        #expect(reactions == [.startThread, .nothing, .signalThread, .nothing])
    }

    @Test mutating func `the thread waits for the earliest sleeper, but never longer than a pause`() {
        _ = add(1, until: 0.25)
        _ = add(2, until: 100)
        let (first, second, third) = (look(at: 0), look(at: 0.25), look(at: 1.25))
        #expect(first?.due == [])
        #expect(first?.next == SleeperScheduleTests.at(0.25))
        #expect(second?.due == [1])
        #expect(second?.next == SleeperScheduleTests.at(1.25))
        #expect(third?.next == SleeperScheduleTests.at(2.25))
    }

    @Test mutating func `sleepers that come and go within a pause cost no signal`() {
        _ = add(0, until: 60)
        _ = look(at: 0)
        for id in 1...100 {
            let reaction = add(id, until: 60 + Double(id) / 1_000)
            let sleeper = schedule.cancel(id)
            #expect(reaction == .nothing)
            #expect(sleeper == id)
        }
    }

    @Test mutating func `the thread ends after a pause in which nothing slept`() {
        _ = add(1, until: 0)
        let (first, second) = (look(at: 0), look(at: 1))
        #expect(first?.due == [1])
        #expect(second == nil)
        #expect(!schedule.hasThread)
        let reaction = add(2, until: 5)
        #expect(reaction == .startThread)
    }

    @Test mutating func `the thread stays when a sleeper came and was cancelled in the pause`() {
        _ = add(1, until: 0)
        _ = look(at: 0)
        _ = add(2, until: 60)
        _ = schedule.cancel(2)
        let (used, unused) = (look(at: 1), look(at: 2))
        #expect(used != nil)
        #expect(unused == nil)
    }

    @Test mutating func `a sleeper that is due when the thread would end is resumed`() {
        _ = add(1, until: 1)
        _ = look(at: 0)
        let look = look(at: 1)
        #expect(look?.due == [1])
    }

    @Test mutating func `without a thread every sleeper is returned`() {
        _ = add(1, until: 1)
        _ = schedule.add(2, id: 2, until: .distantFuture)
        let all = schedule.removeAll()
        #expect(all == [1, 2])
        #expect(!schedule.hasThread)
        #expect(schedule.count == 0)
    }
}
