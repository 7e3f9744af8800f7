import LadderCore
import LadderObserving
import LadderTesting
import Testing

@Suite struct RequestDigestTests {
    private let secret = [UInt8](repeating: 7, count: 32)

    /// Returns the digest in the log of one call, and the lines.
    private func log(
        _ request: ChatRequest, tenant: String = "acme", user: String = "ada", key: [UInt8]?
    ) throws -> (digest: String?, lines: [String]) {
        let simulation = Simulation(seed: 1)
        let buffer = CallLogBuffer()
        let log = CallLog(into: buffer, digestKey: try key.map { try RequestDigestKey($0) })
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("hi"))).running(on: simulation).observing(log)
        let scope = CallScope(tenant: tenant, user: user)
        _ = try simulation.run { try await pipeline.respond(to: request, options: CallOptions(scope: scope)) }
        try Invariants(of: simulation).check()
        let events = try buffer.lines.map { try CallLog.read($0) }
        guard case .began(let call)? = events.first?.kind else { throw CancellationError() }
        return (call.requestDigest, buffer.lines)
    }

    @Test func `equal requests of a tenant have equal digests, whichever user asks`() throws {
        let first = try log(ChatRequest("Where is my parcel?"), key: secret)
        let second = try log(ChatRequest("Where is my parcel?"), user: "bob", key: secret)
        let digest = try #require(first.digest)
        #expect(digest == second.digest)
        #expect(digest.count == 64 && digest.allSatisfy(\.isHexDigit))
    }

    @Test func `another request, tenant or key has another digest`() throws {
        let request = ChatRequest("Where is my parcel?")
        var warm = request
        warm.options.temperature = 0.7
        let digests = [
            try log(request, key: secret).digest,
            try log(ChatRequest("Where is my parcel"), key: secret).digest,
            try log(warm, key: secret).digest,
            try log(request, tenant: "globex", key: secret).digest,
            try log(request, key: secret + [1]).digest,
        ]
        #expect(Set(digests.compactMap { $0 }).count == 5)
    }

    @Test func `a digest is not the one that the request has without the key`() throws {
        let request = ChatRequest("Where is my parcel?", model: "m")
        let plain = CacheKey(of: request, scope: CallScope(tenant: "acme", user: "ada")).digest
        let logged = try log(request, key: secret)
        #expect(logged.digest == (try RequestDigestKey(secret).code(of: plain.bytes).description))
        #expect(!logged.lines.joined().contains(plain.description))
    }

    @Test func `without a key the log has no digest, and with one it has no text of the prompt`() throws {
        let plain = try log(ChatRequest("Where is my parcel?"), key: nil)
        #expect(plain.digest == nil)
        #expect(!plain.lines.joined().contains("digest"))
        let digested = try log(ChatRequest("Where is my parcel?"), key: secret)
        #expect(!digested.lines.joined().contains("parcel"))
        #expect(digested.lines.dropFirst().allSatisfy { !$0.contains("digest") })
    }

    @Test func `each observer has the digest of its own key`() throws {
        let simulation = Simulation(seed: 1)
        let logs = [secret, nil, secret + [1]].map { key in
            (CallLogBuffer(), key)
        }
        var pipeline = try Pipeline(model: ScriptedModel("m", .reply("hi"))).running(on: simulation)
        for (buffer, key) in logs {
            pipeline = pipeline.observing(
                CallLog(into: buffer, digestKey: try key.map { try RequestDigestKey($0) }))
        }
        let observed = pipeline
        _ = try simulation.run { try await observed.streamResponse(to: "hi").collect() }
        let digests = try logs.map { buffer, _ -> String? in
            guard case .began(let call) = try CallLog.read(buffer.lines[0]).kind else { return nil }
            return call.requestDigest
        }
        #expect(digests[0] != nil && digests[1] == nil && digests[2] != nil && digests[0] != digests[2])
    }

    @Test func `a short key is refused, and no key is printed`() throws {
        let error = try #require(throws: ConfigurationError.self) { try RequestDigestKey("fifteen bytes: ") }
        #expect(error.problems == ["RequestDigestKey has 15 bytes; allowed from 16"])
        let key = try RequestDigestKey("a secret of some length")
        var dumped = ""
        dump(CallLog(digestKey: key) { _ in }, to: &dumped)
        #expect("\(key)" == "•••")
        #expect(!dumped.contains("115"))
    }

    /// Test cases 1, 3 and 6 of RFC 4231.
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func `a digest is an HMAC-SHA256`(key: [UInt8], message: [UInt8], expected: String) throws {
        #expect(try RequestDigestKey(key).code(of: message).description == expected)
    }
}
