import Ladder
import LadderTesting
import Testing

@testable import Rehearsal

@Suite struct APIFailureTests {
    /// What clients of OpenAI's expect, by kind.
    private static let expected: [ChatError.KindName: (status: Int, retries: Bool)] = [
        .throttled: (429, true), .quotaExhausted: (429, false), .overloaded: (503, true), .server: (500, true),
        .unreachable: (502, true), .timedOut: (504, true), .invalidOutput: (502, true), .contextTooLong: (400, false),
        .requestTooLarge: (413, false), .contentFiltered: (400, false), .unauthorized: (401, false),
        .modelNotFound: (404, false), .invalidRequest: (400, false), .budgetExhausted: (429, false),
        .circuitOpen: (503, true), .attemptsExhausted: (503, true), .deadlineExceeded: (504, true),
    ]

    @Test(arguments: ChatError.KindName.allCases)
    func `every kind of error has a status`(kind: ChatError.KindName) throws {
        let expected = try #require(Self.expected[kind])
        let failure = APIFailure(ChatError(kind.exampleKind), on: Runtime(Simulation(seed: 1)))
        #expect(failure.status == expected.status)
        #expect((failure.headers["x-should-retry"] == nil) == expected.retries)
        #expect(failure.json["error"]?["message"]?.string?.isEmpty == false)
        #expect(failure.json["error"]?["type"]?.string != nil)
    }

    @Test func `a wait is said in whole seconds`() {
        let error = ChatError(.throttled(retryAfter: .milliseconds(2_100)))
        #expect(APIFailure(error, on: Runtime(Simulation(seed: 1))).headers["retry-after"] == "3")
    }
}
