import LadderCircuitBreaker
import LadderCore
import LadderTesting

/// A breaker that opened at the origin for ten seconds, with the pipeline and the model around it.
struct OpenedBreaker {
    let breaker: CircuitBreaker
    let pipeline: Pipeline
    let backend: Backend

    init(
        _ simulation: Simulation, probes: Int = 1, ramp: Duration = .zero, behaviour: @escaping Backend.Behaviour
    ) throws {
        let breaker = CircuitBreaker(.plain(failures: 1, probes: probes, ramp: ramp))
        breaker.open("m", for: .seconds(10), on: Runtime(simulation))
        let backend = Backend("m", behaviour: behaviour)
        self.breaker = breaker
        self.backend = backend
        pipeline = try Pipeline(model: backend) { breaker }.running(on: simulation)
    }
}
