import LadderCore
import LadderText

extension ChatRequest {
    /// Whether the question has words by which its answer is out of date soon.
    var isTimeSensitive: Bool {
        lastUserText.map { !TimeSensitivity.words(in: $0).isEmpty } ?? false
    }
}
