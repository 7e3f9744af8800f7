import LadderCore
import Testing

@Suite struct ChatErrorTests {
    @Test func `changing a copy leaves the original as it was`() {
        var first = ChatError(.server, usage: Usage(inputTokens: 1, outputTokens: 2))
        first.status = 500
        var second = first
        second.status = 503
        second.partialText = "so far"
        #expect(first.status == 500)
        #expect(first.partialText == nil)
        #expect(second.usage == first.usage)
    }

    @Test func `every fact has its own field`() {
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

    @Test func `a fact that is removed leaves no trace`() {
        var error = ChatError(.server)
        error.status = 500
        #expect(error != ChatError(.server))
        error.status = nil
        #expect(error == ChatError(.server))
        #expect(error.hashValue == ChatError(.server).hashValue)
    }

    @Test func `the default message is the kind's sentence`() {
        let silent = ChatError(.overloaded)
        #expect(silent.message == "the provider is overloaded")
        #expect(ChatError(.overloaded, message: silent.message) == silent)
        var own = ChatError(.overloaded, message: "a sentence of its own")
        own.kind = .server
        #expect(own.message == "a sentence of its own")
    }

    @Test func `the wait of a throttled kind is the default of retryAfter`() {
        #expect(ChatError(.throttled(retryAfter: .seconds(3))).retryAfter == .seconds(3))
        #expect(ChatError(.throttled(retryAfter: .seconds(3)), retryAfter: .seconds(5)).retryAfter == .seconds(5))
        #expect(ChatError(.server).retryAfter == nil)
    }
}
