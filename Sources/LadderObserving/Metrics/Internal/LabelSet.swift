import LadderCore

/// A bounded set of label values; what comes later is `other`.
struct LabelSet {
    private let maximum: Int
    private var known: Set<String> = []

    init(maximum: Int) {
        self.maximum = maximum
    }

    mutating func label(_ name: String) -> String {
        // One value must not be large either: names can come from requests.
        let name = name.cut(atMost: 128)
        if known.contains(name) { return name }
        guard known.count < maximum else { return "other" }
        known.insert(name)
        return name
    }
}
