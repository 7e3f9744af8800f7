import Ladder
import LadderJSON

/// The paths of the server of a rehearsal.
struct ServerRoutes: Sendable {
    let pipeline: Pipeline
    let stage: Stage
    let live: LiveRecord
    let isSimulated: Bool
    let servesLoopbackOnly: Bool

    /// Answers a request, with an error in OpenAI's form where it has to.
    func answer(_ request: ServedRequest, through output: ServedOutput) async {
        do throws(APIFailure) {
            try checkOrigin(of: request)
            try await route(request, through: output)
        } catch {
            output.send(status: error.status, headers: error.headers, error.json)
        }
    }

    private func route(_ request: ServedRequest, through output: ServedOutput) async throws(APIFailure) {
        let path = request.path
        switch path {
        case "/v1/chat/completions", "/chat/completions":
            try require("POST", of: request)
            try await CompletionCall(pipeline: pipeline, live: live).answer(request, through: output)
        case "/v1/models", "/models":
            try require("GET", of: request)
            output.send(["object": "list", "data": .array(pipeline.models.map { modelObject($0.name) })])
        case "/":
            try require("GET", of: request)
            output.send(
                type: "text/html; charset=utf-8", headers: ["content-security-policy": RehearsalPage.contentPolicy],
                body: Array(RehearsalPage.html.utf8))
        case "/state":
            try require("GET", of: request)
            output.send(snapshot().json)
        case "/live":
            try require("GET", of: request)
            await sendEvents(through: output)
        case "/scenarios":
            try require("GET", of: request)
            output.send(["data": .array(stage.playableScenarios.map { scenarioObject($0) })])
        default:
            if let name = rest(of: path, after: "/v1/models/") ?? rest(of: path, after: "/models/") {
                try require("GET", of: request)
                guard pipeline.models.contains(where: { $0.name == name }) else {
                    throw APIFailure(
                        status: 404, message: "there is no model \"\(name)\"", param: "model", code: "model_not_found")
                }
                output.send(modelObject(name))
            } else if let name = rest(of: path, after: "/scenario/") {
                try require("POST", of: request)
                output.send(try play(name))
            } else {
                throw APIFailure(status: 404, message: "there is no path \(path)", code: "unknown_url")
            }
        }
    }

    private func require(_ method: String, of request: ServedRequest) throws(APIFailure) {
        guard request.method != method, !(method == "GET" && request.method == "HEAD") else { return }
        var failure = APIFailure(
            status: 405, message: "\(request.path) takes \(method), not \(request.method)", code: "method_not_allowed")
        failure.headers["allow"] = method == "GET" ? "GET, HEAD" : method
        throw failure
    }

    private func rest(of path: String, after prefix: String) -> String? {
        path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)).removingPercentEscapes : nil
    }

    /// Refuses requests of pages from elsewhere, which a browser on this machine would send.
    private func checkOrigin(of request: ServedRequest) throws(APIFailure) {
        let host = request.headers["host"] ?? ""
        if let origin = request.headers["origin"], origin != "http://" + host {
            throw APIFailure(
                status: 403, message: "the server answers no pages of other origins", code: "foreign_origin")
        }
        guard servesLoopbackOnly, !host.isEmpty else { return }
        let name = host.split(separator: ":").first ?? ""
        let isAddress = name.hasPrefix("127.") && name.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        guard name == "localhost" || isAddress || host.hasPrefix("[::1]") else {
            throw APIFailure(
                status: 403, message: "the server answers on loopback only, not as \(host)", code: "foreign_host")
        }
    }

    private func modelObject(_ name: String) -> JSONValue {
        ["id": .string(name), "object": "model", "created": 0, "owned_by": "ladder"]
    }

    // MARK: Scenarios

    private func scenarioObject(_ scenario: Scenario) -> JSONValue {
        [
            "name": .string(scenario.name), "summary": .string(scenario.summary),
            "seconds": .number(scenario.duration.inSeconds),
        ]
    }

    private func play(_ name: String) throws(APIFailure) -> JSONValue {
        guard isSimulated else {
            throw APIFailure(
                status: 409, message: "the models are real, so no scenario can be played", code: "real_models")
        }
        let playable = stage.playableScenarios
        guard let scenario = name == "stop" ? .allHealthy : playable.first(where: { $0.name == name }) else {
            let names = (playable.map(\.name) + ["stop"]).joined(separator: ", ")
            let fault =
                Scenario.named(name) == nil
                ? "there is no scenario \"\(name)\"" : "the scenario \"\(name)\" changes no model of this server"
            throw APIFailure(
                status: 404, message: "\(fault); playable are \(names)", param: "name", code: "unknown_scenario")
        }
        stage.conductor.play(scenario, from: pipeline.runtime.now - scenario.healthyLead)
        return scenarioObject(scenario)
    }

    // MARK: Live state

    private func snapshot(since mark: LiveMark = LiveMark()) -> LiveSnapshot {
        LiveSnapshot(
            live.changes(since: mark, at: pipeline.runtime.now), pipeline: pipeline, stage: stage,
            isSimulated: isSimulated)
    }

    private func sendEvents(through output: ServedOutput) async {
        output.begin(type: "text/event-stream")
        var mark = LiveMark()
        while true {
            let snapshot = snapshot(since: mark)
            mark = snapshot.mark
            guard await output.write(Array("data: \(snapshot.json.text)\n\n".utf8)) else { return }
            do {
                try await pipeline.runtime.sleep(for: .seconds(1))
            } catch {
                return
            }
        }
    }
}

extension String {
    /// The text with `%2F` and the like replaced, or nil where such an escape is not valid.
    fileprivate var removingPercentEscapes: String? {
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
