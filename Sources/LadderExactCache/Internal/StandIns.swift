import LadderCore

extension ChatRequest {
    var isTimeSensitive: Bool {
        let text = lastUserText?.lowercased() ?? ""
        return ["today", "now", "latest"].contains { text.contains($0) }
    }
}
