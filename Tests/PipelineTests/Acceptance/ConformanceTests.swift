import Ladder
import LadderTesting
import Testing

/// The layers of the package keep the rules that a third party's layer has to keep.
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
    func `every layer of the package passes checkMiddleware`(subject: Subject) throws {
        try checkMiddleware { subject.make() }
    }
}
