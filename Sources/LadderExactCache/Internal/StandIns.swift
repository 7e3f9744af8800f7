import LadderCore
// Stand-ins until the real ones are merged.
extension ChatRequest {
    var isTimeSensitive: Bool {
        let text = messages.last { $0.role == .user }?.text.lowercased() ?? ""
        return ["today", "now", "latest"].contains { text.contains($0) }
    }
}
extension CacheAdmission {
    func refusal(of request: ChatRequest, directive: CacheDirective) -> CacheRefusal? {
        if let maximumTemperature, let t = request.options.temperature, !(t <= maximumTemperature) { return .temperature }
        if !storesToolCalls, !request.tools.isEmpty { return .toolCalls }
        return nil
    }
    func refusal(of request: ChatRequest, answeredBy completion: Completion, level: FallbackLevel, directive: CacheDirective) -> CacheRefusal? {
        if !levels.contains(level) { return .level }
        switch completion.finishReason {
        case .stop: break
        case .toolCalls: if !storesToolCalls { return .toolCalls }
        default: return .notComplete
        }
        return nil
    }
}
private let table = Locked<(next: Int, answers: [Int: CachedAnswer])>((0, [:]))
struct BadEntry: Error {}
extension CachedAnswer {
    func encoded() -> [UInt8] {
        let answer = self
        let id = table.withLock { t in t.next += 1; t.answers[t.next] = answer; return t.next }
        return Array("\(id)".utf8)
    }
    init(decoding bytes: [UInt8]) throws {
        guard let id = Int(String(decoding: bytes, as: UTF8.self)), let a = table.withLock({ $0.answers[id] }) else { throw BadEntry() }
        self = a
    }
}
