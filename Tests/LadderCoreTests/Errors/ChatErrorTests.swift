import LadderCore
import Testing

@Suite struct ChatErrorTests {
    @Test func `a copy that is changed leaves the original alone`() {
        var first = ChatError(.server, usage: Usage(inputTokens: 1, outputTokens: 2))
        first.status = 500
        var second = first
        second.status = 503
        second.partialText = "so far"
        #expect(first.status == 500)
        #expect(first.partialText == nil)
        #expect(second.usage == first.usage)
    }

    @Test func `every fact is kept apart`() {
        var error = ChatError(.server)
        error.status = 500
        error.providerCode = "code"
        error.providerMessage = "sentence"
        error.requestID = "id"
        error.retryAfter = .seconds(1)
        error.providerAdvisesRetry = false
        error.usage = Usage(inputTokens: 1, outputTokens: 2)
        error.partialText = "text"
        error.partialLevel = .staleCache
        #expect(error.status == 500)
        #expect([error.providerCode, error.providerMessage, error.requestID] == ["code", "sentence", "id"])
        #expect(error.retryAfter == .seconds(1))
        #expect(error.providerAdvisesRetry == false)
        #expect(error.usage == Usage(inputTokens: 1, outputTokens: 2))
        #expect(error.partialText == "text")
        #expect(error.partialLevel == .staleCache)
    }

    @Test func `a fact taken back was never told`() {
        var error = ChatError(.server)
        error.status = 500
        #expect(error != ChatError(.server))
        error.status = nil
        #expect(error == ChatError(.server))
        #expect(error.hashValue == ChatError(.server).hashValue)
    }

    @Test func `the usual sentence is the kind's, whether said or not`() {
        let silent = ChatError(.overloaded)
        #expect(silent.message == "the provider is overloaded")
        #expect(ChatError(.overloaded, message: silent.message) == silent)
        var own = ChatError(.overloaded, message: "a sentence of its own")
        own.kind = .server
        #expect(own.message == "a sentence of its own")
    }

    @Test func `throttling says how long to wait, unless told otherwise`() {
        #expect(ChatError(.throttled(retryAfter: .seconds(3))).retryAfter == .seconds(3))
        #expect(ChatError(.throttled(retryAfter: .seconds(3)), retryAfter: .seconds(5)).retryAfter == .seconds(5))
        #expect(ChatError(.server).retryAfter == nil)
    }
}
