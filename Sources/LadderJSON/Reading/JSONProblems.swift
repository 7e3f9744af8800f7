/// The faults that were found while a JSON document was read: all of them, not only the first.
///
/// A ``JSONReader`` and its children share one list. Add other faults, such as two entries with one name, with
/// ``JSONReader/report(_:)``. The same sentence is kept once, and at most ``maximumCount`` sentences are kept.
package final class JSONProblems {
    /// The largest number of sentences that are kept; the others are only counted.
    package static let maximumCount = 100

    private var sentences: [String] = []
    private var dropped = 0

    /// Creates an empty list.
    package init() {}

    /// Whether no fault was reported.
    package var isEmpty: Bool { sentences.isEmpty }

    /// The sentences in the order in which they were found, such as `$.models[3].input is missing; expected a number`.
    package var all: [String] {
        dropped == 0 ? sentences : sentences + ["… and \(dropped) more"]
    }

    /// Adds a sentence, which includes the path of the fault.
    package func report(_ sentence: String) {
        if sentences.contains(sentence) { return }
        if sentences.count < Self.maximumCount { sentences.append(sentence) } else { dropped += 1 }
    }
}
