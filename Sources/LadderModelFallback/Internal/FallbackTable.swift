import LadderCore

/// The candidates of each model, made ready once so that a call only has to look.
struct FallbackTable: Sendable {
    private let named: [String: FallbackList]
    private let any: FallbackList?

    init(_ policy: ModelFallbackPolicy) {
        var lists = policy.candidates
        any = lists.removeValue(forKey: ModelFallbackPolicy.anyModel).flatMap(FallbackList.init)
        named = lists.mapValues { FallbackList($0) ?? .empty }
    }

    func list(for model: String) -> FallbackList? {
        guard !named.isEmpty, let list = named[model] else { return any }
        return list.candidates.isEmpty ? nil : list
    }
}

/// One list of candidates.
final class FallbackList: Sendable {
    static let empty = FallbackList(unchecked: [])

    let candidates: [FallbackCandidate]

    convenience init?(_ candidates: [FallbackCandidate]) {
        if candidates.isEmpty { return nil }
        self.init(unchecked: candidates)
    }

    private init(unchecked candidates: [FallbackCandidate]) {
        self.candidates = candidates
    }

    /// How many stand behind `model`, which may be on the list itself.
    func count(instead model: String, asked: [String]) -> Int {
        candidates.count { $0.model != model && !asked.contains($0.model) }
    }
}
