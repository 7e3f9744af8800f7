import Ladder
import LadderTesting
import Testing

/// Our own layers keep the contract a third party's layer is held to.
@Suite struct ConformanceTests {
    struct Subject: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable () -> any Middleware
    }

    static let subjects = [
        Subject(testDescription: "CircuitBreaker") { CircuitBreaker() },
        Subject(testDescription: "Timeout") { Timeout() },
        Subject(testDescription: "Retry") { Retry() },
        Subject(testDescription: "ModelFallback") { ModelFallback("beta") },
        Subject(testDescription: "ModelRouter, no route for this name") {
            ModelRouter("elsewhere", deployments: [Deployment("a", client: ScriptedModel("a"))])
        },
    ]

    @Test(arguments: subjects)
    func `a layer of ours keeps the contract`(subject: Subject) throws {
        try checkMiddleware { subject.make() }
    }
}
