import Foundation
import Ladder
import LadderHTTP
import LadderOpenAI
import Loopback

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// `benchmarks http`: many streamed calls at a time over the loopback interface, and one call beside bare URLSession.
enum HTTPCommand {
    static let usage =
        "[--streams 1000] [--calls 2000]   streamed calls over loopback, and a call beside bare URLSession"

    static func run(_ arguments: [String]) async throws {
        let streams = arguments.number(after: "--streams").flatMap { $0 > 0 ? $0 : nil } ?? 1_000
        let calls = arguments.number(after: "--calls").flatMap { $0 > 0 ? $0 : nil } ?? 2_000
        try parseEvents()
        let areComplete = try await streamed(streams)
        for tasks in [1, 64] { try await compare(calls, tasks: tasks) }
        if !areComplete { exit(1) }
    }

    // MARK: The parser of event streams

    /// Reads 64 MB of events as a provider sends them, in pieces of 16 kB.
    private static func parseEvents() throws {
        let event = "data: {\"choices\": [{\"index\": 0, \"delta\": {\"content\": \" a few words more\"}}]}\n\n"
        let piece = Array(String(repeating: event, count: 16_384 / event.utf8.count).utf8)
        let rounds = (64 << 20) / piece.count
        let start = Runtime.live.now
        var parser = EventStreamParser()
        var events = 0
        for _ in 0..<rounds { events += try parser.events(in: piece).count }
        let seconds = Double((Runtime.live.now - start).clampedNanoseconds) / 1e9
        let megabytes = Double(rounds * piece.count) / 1e6
        print("event streams: \(Table.number(megabytes / seconds, 0)) MB/s, \(events) events")
    }

    // MARK: Many streams at a time

    /// Runs streams that are all open before the first of them ends. Returns whether every one was complete.
    private static func streamed(_ count: Int) async throws -> Bool {
        let pieces = 20
        let gate = OpenStreams(count)
        let server = try LoopbackServer { _, connection in
            connection.beginEvents()
            gate.waitForAll()
            for _ in 0..<pieces {
                connection.sendChunk("data: {\"choices\": [{\"delta\": {\"content\": \"word \"}}]}\n\n")
            }
            connection.sendChunk(
                "data: {\"choices\": [{\"delta\": {}, \"finish_reason\": \"stop\"}]}\n\ndata: [DONE]\n\n")
            connection.endChunks()
        }
        defer { server.stop() }
        let pipeline = try Pipeline(model: model(at: server, connections: count)) { Retry() }
        let before = ResidentMemory.peak
        let start = Runtime.live.now
        let complete = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<count {
                group.addTask {
                    let completion = try? await pipeline.streamResponse(to: "Question \(number)").collect()
                    return completion?.content == String(repeating: "word ", count: pieces)
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        let seconds = Double((Runtime.live.now - start).clampedNanoseconds) / 1e9
        let isComplete = complete == count && server.counts.accepted >= count
        print(
            "\(isComplete ? "✓" : "✗") \(complete) of \(count) streams complete, \(server.counts.accepted) connections,"
                + " in \(Table.number(seconds, 2)) s")
        print("peak memory \(before >> 20) MB before, \(ResidentMemory.peak >> 20) MB after, server included")
        return isComplete
    }

    private static func model(at server: LoopbackServer, connections: Int) -> OpenAIModel {
        var options = URLSessionTransport.Options()
        options.maximumConnectionsPerHost = connections
        return OpenAIModel(
            "gpt", server: OpenAIServer(baseURL: server.url + "/v1"), transport: URLSessionTransport(options))
    }

    // MARK: One call beside bare URLSession

    private static func compare(_ calls: Int, tasks: Int) async throws {
        let answer =
            #"{"choices": [{"message": {"content": "Hello"}, "finish_reason": "stop"}], "usage": "#
            + #"{"prompt_tokens": 7, "completion_tokens": 3}}"#
        let server = try LoopbackServer { _, connection in connection.respond(body: answer) }
        defer { server.stop() }
        let pipeline = try Pipeline(model: model(at: server, connections: 64)) { Retry() }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = 64
        configuration.urlCache = nil
        let session = URLSession(configuration: configuration)
        defer { session.finishTasksAndInvalidate() }
        guard let url = URL(string: server.url + "/v1/chat/completions") else { return }
        var bare: [Double] = []
        var ladder: [Double] = []
        // Rounds take turns, so that a machine whose speed drifts slows both.
        for _ in 0..<9 {
            bare.append(
                try await nanoseconds(calls, tasks: tasks) {
                    var request = URLRequest(url: url)
                    request.httpMethod = "POST"
                    request.httpBody = Data(#"{"model": "gpt", "messages": [{"role": "user", "content": "Hi"}]}"#.utf8)
                    _ = try await session.data(for: request)
                })
            ladder.append(try await nanoseconds(calls, tasks: tasks) { _ = try await pipeline.respond(to: "Hi") })
        }
        let (base, own) = (bare.sorted()[bare.count / 2], ladder.sorted()[ladder.count / 2])
        print(
            "\(tasks) task\(tasks == 1 ? "" : "s"): URLSession \(Table.number(base / 1_000, 1)) µs a call, "
                + "pipeline \(Table.number(own / 1_000, 1)) µs, \(Table.number(own / base, 2)) times")
    }

    private static func nanoseconds(
        _ calls: Int, tasks: Int, _ call: @escaping @Sendable () async throws -> Void
    ) async throws -> Double {
        let start = Runtime.live.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<tasks {
                group.addTask { for _ in 0..<max(1, calls / tasks) { try await call() } }
            }
            try await group.waitForAll()
        }
        return Double((Runtime.live.now - start).clampedNanoseconds) / Double(max(1, calls / tasks) * tasks)
    }
}
