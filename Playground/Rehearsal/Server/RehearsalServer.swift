package import Ladder
import LadderJSON

/// The rehearsal for an application in any language: OpenAI's chat completions in front of a pipeline, and a page that
/// shows what happens.
package final class RehearsalServer: Sendable {
    package let pipeline: Pipeline
    package let live: LiveRecord
    private let http: HTTPServer

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - options: Where it listens and what it rehearses.
    ///   - limits: The bounds within which it serves its clients.
    /// - Throws: `ConfigurationError` with every mistake of the configuration, or an error where it cannot listen.
    package init(_ options: ServerOptions, limits: ServerLimits = ServerLimits()) throws {
        let runtime = Runtime.live
        let scenario = options.scenario ?? .allHealthy
        let conductor = Conductor(scenario, from: runtime.now - scenario.healthyLead)
        let stage = Stage(scenario, conductor: conductor, measuresRequests: true, store: options.store)
        let live = LiveRecord(begin: runtime.now)
        let pipeline = try options.source.pipeline(for: stage).observing { live.add($0) }
        let routes = ServerRoutes(
            pipeline: pipeline, stage: stage, live: live, isSimulated: options.source.isSimulated,
            servesLoopbackOnly: options.isLoopback)
        (self.pipeline, self.live) = (pipeline, live)
        http = try HTTPServer(
            host: options.host, port: options.port, limits: limits, runtime: pipeline.runtime
        ) { request, output in
            await routes.answer(request, through: output)
        }
    }

    /// The URL without a path, such as `http://127.0.0.1:8080`.
    package var url: String { http.url }
    package var port: Int { http.port }

    /// Closes the listener and all connections.
    package func stop() { http.stop() }
}

extension Stage {
    /// The names of the simulated providers.
    var providers: [String] { scenario.models.flatMap(\.providers) }

    /// The scenarios that change one of the providers. Others change the callers, which an application has of its own.
    var playableScenarios: [Scenario] {
        let known = Scenario.builtIn.filter { $0.name != scenario.name }
        return (known + [scenario]).filter { scenario in
            scenario.phases.contains { phase in
                providers.contains { (phase.states[$0] ?? .healthy) != .healthy }
            }
        }
    }
}

extension Scenario {
    /// A scenario in which nothing goes wrong.
    package static let allHealthy = Scenario(name: "healthy", summary: "All models are healthy.", phases: [])

    /// The time before the first phase in which a provider is not healthy; zero where there is no such phase.
    ///
    /// The application has had its healthy time when the scenario is started, so a server skips this part.
    package var healthyLead: Duration {
        let first = phases.firstIndex { phase in phase.states.values.contains { $0 != .healthy } }
        return first.map { start(ofPhase: $0) } ?? .zero
    }
}
