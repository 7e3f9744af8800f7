/// What was found wrong while a JSON document was read: every fault, not only the first.
///
/// A ``JSONReader`` and its children share one. Add faults of your own, such as two entries with one name, with
/// ``JSONReader/report(_:)``. The same sentence is kept once, and at most ``maximumCount`` sentences are kept.
package final class JSONProblems {
    /// How many sentences are kept; the others are only counted.
    package static let maximumCount = 100

    private var sentences: [String] = []
    private var dropped = 0

    /// No problems yet.
    package init() {}

    /// Whether nothing was found.
    package var isEmpty: Bool { sentences.isEmpty }

    /// The sentences in the order in which they were found, such as `$.models[3].input is missing; expected a number`.
    package var all: [String] {
        dropped == 0 ? sentences : sentences + ["… and \(dropped) more"]
    }

    /// Adds a sentence that names its place itself.
    package func report(_ sentence: String) {
        if sentences.contains(sentence) { return }
        if sentences.count < Self.maximumCount { sentences.append(sentence) } else { dropped += 1 }
    }
}
