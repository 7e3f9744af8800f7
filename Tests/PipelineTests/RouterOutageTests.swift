import Ladder
import LadderCircuitBreaker
import LadderCore
import LadderModelFallback
import LadderRetry
import LadderRouter
import LadderTesting
import LadderTimeout
import Testing

/// Three deployments of one model, one of which goes down and comes back.
@Suite struct RouterOutageTests {
    /// The way in which the deployment is down.
    enum Outage: String, CaseIterable {
        case refusing, hanging

        var condition: ProviderCondition {
            switch self {
            case .refusing: return .down
            case .hanging:
                var condition = ProviderCondition.healthy
                condition.hangs = 1
                condition.ignoredCancellations = 0.2
                return condition
            }
        }
    }

    /// The facts of one call and its answer.
    struct Seen: Sendable {
        var start: Instant
        var firstContent: Duration?
        var target: String?
        var level: FallbackLevel?
    }

    static let firstToken = Duration.seconds(3)
    static let down = Instant(sinceOrigin: .seconds(60))
    static let up = Instant(sinceOrigin: .seconds(1_260))
    static let end = Instant(sinceOrigin: .seconds(1_800))

    /// Plays half an hour with five calls a second.
    private func play(_ outage: Outage, policy: RouterPolicy, seed: UInt64) throws -> (
        seen: [Seen], router: ModelRouter
    ) {
        let simulation = Simulation(seed: seed)
        let east = FaultyModel(
            "east",
            phases: [
                ProviderPhase(for: .seconds(60), .healthy), ProviderPhase(for: .seconds(1_200), outage.condition),
                ProviderPhase(for: .seconds(100_000), .healthy),
            ])
        let router = ModelRouter(
            "chat",
            deployments: [
                Deployment("east", client: east), Deployment("west", client: FaultyModel("west")),
                Deployment("north", client: FaultyModel("north")),
            ], policy: policy)
        let pipeline = try Pipeline(models: []) {
            router
            CircuitBreaker()
            Retry()
            Timeout(firstToken: RouterOutageTests.firstToken)
        }.running(on: simulation)
        let seen = try simulation.run {
            await withTaskGroup(of: Seen.self, returning: [Seen].self) { group in
                var start = Instant.origin
                while start < RouterOutageTests.end {
                    let at = start
                    group.addTask { await RouterOutageTests.ask(pipeline, at: at, in: simulation) }
                    start = start + .milliseconds(200)
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
        }
        #expect(simulation.strayJobs == 0)
        #expect(simulation.alive.isEmpty)
        return (seen, router)
    }

    private static func ask(_ pipeline: Pipeline, at start: Instant, in simulation: Simulation) async -> Seen {
        var seen = Seen(start: start)
        let options = CallOptions(scope: CallScope(user: "\(start.nanoseconds / 200_000_000 % 97)"))
        do {
            try await simulation.sleep(until: start)
            let stream = try await pipeline.streamResponse(to: ChatRequest("hi", model: "chat"), options: options)
            seen.firstContent = simulation.now - start
            seen.target = stream.attempts.last?.target
            seen.level = stream.fallbackLevel
            _ = try await stream.collect()
        } catch {}
        return seen
    }

    private static let policies: [RouterPolicy] =
        RouterPolicy.Strategy.allCases.map { RouterPolicy(strategy: $0) } + [RouterPolicy(sticky: .user)]

    @Test(arguments: policies)
    func `with one of three down, 99.9 percent succeed within the first-token limit`(policy: RouterPolicy) throws {
        let (seen, router) = try play(.refusing, policy: policy, seed: 42)
        #expect(seen.count == 9_000)
        let calls = seen.filter { $0.start >= RouterOutageTests.down && $0.start < RouterOutageTests.up }
        let good = calls.filter { $0.firstContent.map { $0 <= RouterOutageTests.firstToken } ?? false }
        #expect(Double(good.count) >= 0.999 * Double(calls.count), "\(calls.count - good.count) did not")
        #expect(calls.allSatisfy { $0.firstContent != nil && $0.target != "east" })
        #expect(seen.allSatisfy { $0.level == .primary })
        #expect(router.deployments().map(\.activeCalls) == [0, 0, 0])
    }

    /// A silent deployment costs the limit itself to detect: calls are late until the breaker has counted five
    /// failures, and one call is late for every probe after that. None fails.
    @Test func `with one of three silent, every call succeeds and few are late`() throws {
        let (seen, router) = try play(.hanging, policy: RouterPolicy(), seed: 42)
        let calls = seen.filter { $0.start >= RouterOutageTests.down && $0.start < RouterOutageTests.up }
        #expect(calls.allSatisfy { $0.firstContent != nil && $0.target != "east" })
        let known = calls.filter { $0.start >= RouterOutageTests.down + .seconds(30) }
        let late = known.filter { $0.firstContent.map { $0 > RouterOutageTests.firstToken } ?? true }
        #expect(late.count <= 8, "more than a probe for each reopening in twenty minutes: \(late.count)")
        #expect(router.deployments().map(\.activeCalls) == [0, 0, 0])
    }

    @Test(arguments: Outage.allCases)
    func `traffic returns gradually after recovery`(outage: Outage) throws {
        let (seen, router) = try play(outage, policy: RouterPolicy(rampTime: .seconds(60)), seed: 7)
        func share(from: Instant, seconds: Int) -> Double {
            let calls = seen.filter { $0.start >= from && $0.start < from + .seconds(seconds) }
            return Double(calls.count { $0.target == "east" }) / Double(max(1, calls.count))
        }
        let first = try #require(
            seen.filter { $0.start >= RouterOutageTests.up && $0.target == "east" }.map(\.start).min())
        #expect(share(from: RouterOutageTests.down + .seconds(20), seconds: 600) == 0)
        // Over the first half of the ramp it gets a twelfth, without a ramp a third; 150 calls show the difference.
        #expect(share(from: first, seconds: 30) < 0.2)
        let late = share(from: RouterOutageTests.end - .seconds(120), seconds: 120)
        #expect(abs(late - 1.0 / 3) < 0.07, "\(late)")
        #expect(router.deployments().first?.cooldownEnd.map { $0 < RouterOutageTests.end } ?? false)
    }

    @Test func `deployments of a model come before the next model`() throws {
        let simulation = Simulation(seed: 3)
        let bad = ["a", "b"].map { ScriptedModel($0, .fail(.server)) }
        let pipeline = try Pipeline(models: [ScriptedModel("spare", .reply("from spare"))]) {
            ModelFallback("spare")
            ModelRouter("chat", deployments: bad.map { Deployment($0.name, client: $0) })
            CircuitBreaker()
            Retry()
            Timeout()
        }.running(on: simulation)
        let response = try simulation.run { try await pipeline.respond(to: ChatRequest("hi", model: "chat")) }
        #expect(response.content == "from spare")
        #expect(response.fallbackLevel == .fallbackModel)
        // Six attempts in all: Retry leaves one for every deployment and model that could be asked next.
        #expect(Set(response.attempts.map(\.target)) == ["a", "b", "spare"])
        #expect(response.attempts.last?.target == "spare")
        #expect(response.attempts.count <= 6)
    }
}
