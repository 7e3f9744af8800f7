import Ladder
import LadderJSON
import LadderTesting
import Loopback

/// A server on this machine that answers in the form of OpenAI's chat completions, to try clients without a key.
///
/// It repeats the question. A question with *slow*, *busy*, *cut* or *silent* in it shows how a client meets these.
struct StandIn {
    let port: Int

    /// Serves until the process is ended.
    func serve(on terminal: Terminal) throws {
        let server = try LoopbackServer(port: port) { request, connection in
            StandInAnswer(to: request).send(through: connection)
        }
        terminal.paragraph("A stand-in for a provider listens on \(server.url)/v1. It repeats what it is asked.")
        terminal.print()
        terminal.print(Line("  swift run playground chat --base-url \(server.url)/v1", style: .strong))
        terminal.print()
        terminal.paragraph(
            "Write busy for an overloaded provider, slow for a slow one, cut for an answer that breaks off, silent for one "
                + "that falls silent. Control-C ends it.", style: .faint)
        Terminal.write("")
        while true { LoopbackServer.pause(seconds: 3_600) }
    }
}

/// The answer of the stand-in to one request.
struct StandInAnswer {
    private let question: String
    private let isStreamed: Bool
    private let isKnown: Bool

    init(to request: LoopbackRequest) {
        let body = try? JSONValue(parsing: request.body)
        isKnown = request.path.hasSuffix("/chat/completions") && body != nil
        isStreamed = body?["stream"]?.bool ?? false
        let last = body?["messages"]?.array?.last?["content"]
        question = last?.string ?? last?[0]?["text"]?.string ?? ""
    }

    func send(through connection: LoopbackConnection) {
        let words = Set(question.lowercased().split { !$0.isLetter })
        if !isKnown {
            connection.respond(status: 404, body: #"{"error": {"message": "there is no such path"}}"#)
        } else if words.contains("busy") {
            connection.respond(
                status: 503, body: #"{"error": {"message": "the stand-in plays an overloaded provider"}}"#)
        } else if isStreamed {
            stream(through: connection, words: words)
        } else {
            if words.contains("slow") { LoopbackServer.pause(seconds: 5) }
            connection.respond(body: whole.text)
        }
    }

    private var text: String { "You asked: \(question)" }

    private var usage: JSONValue {
        let (input, output) = (StandardTokenEstimator().tokens(in: question), StandardTokenEstimator().tokens(in: text))
        return ["prompt_tokens": .integer(input), "completion_tokens": .integer(output)]
    }

    private var whole: JSONValue {
        let message: JSONValue = ["role": "assistant", "content": .string(text)]
        return ["choices": [["index": 0, "message": message, "finish_reason": "stop"]], "usage": usage]
    }

    private func stream(through connection: LoopbackConnection, words: Set<Substring>) {
        connection.beginEvents()
        let pieces = text.split(separator: " ", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
            if words.contains("slow") { LoopbackServer.pause(seconds: 1) }
            if index == 2, words.contains("cut") { return connection.close() }
            if index == 2, words.contains("silent") { return connection.waitForClose() }
            let delta: JSONValue = ["content": .string((index == 0 ? "" : " ") + piece)]
            let chunk: JSONValue = ["choices": [["index": 0, "delta": delta]]]
            guard connection.sendChunk("data: \(chunk.text)\n\n") else { return }
        }
        let end: JSONValue = ["choices": [["index": 0, "delta": [:], "finish_reason": "stop"]]]
        connection.sendChunk("data: \(end.text)\n\n")
        connection.sendChunk("data: \((["choices": [], "usage": usage] as JSONValue).text)\n\ndata: [DONE]\n\n")
        connection.endChunks()
    }
}
