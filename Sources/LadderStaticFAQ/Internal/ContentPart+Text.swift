import LadderCore

extension ContentPart {
    var isText: Bool {
        if case .text = self { return true }
        return false
    }
}
