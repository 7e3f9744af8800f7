/// The part of a layer that all its copies share. It never changes, so it needs no lock.
final class FAQContent: Sendable {
    let index: FAQIndex
    let hasFirstAnswers: Bool

    init(_ index: FAQIndex) {
        self.index = index
        hasFirstAnswers = index.entries.contains { $0.answersFirst }
    }
}
