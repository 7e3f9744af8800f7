import LadderCore

/// A bounded set of label values. Once it is full, new values become `other`.
struct LabelSet {
    private let maximum: Int
    private var known: Set<String> = []

    init(maximum: Int) {
        self.maximum = maximum
    }

    mutating func label(_ name: String) -> String {
        // Names can come from requests, so a single value must be short too.
        let name = name.cut(atMost: 128)
        if known.contains(name) { return name }
        guard known.count < maximum else { return "other" }
        known.insert(name)
        return name
    }
}
