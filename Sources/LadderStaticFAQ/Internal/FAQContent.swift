/// What all copies of the layer share. It never changes, so it needs no lock.
final class FAQBook: Sendable {
    let index: FAQIndex
    let hasFirstAnswers: Bool

    init(_ index: FAQIndex) {
        self.index = index
        hasFirstAnswers = index.entries.contains { $0.answersFirst }
    }
}
