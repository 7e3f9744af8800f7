/// The numbers of wrong and of all outcomes. Old ones fade, so that a change shows.
package struct OutcomeCounts: Hashable, Sendable {
    package var wrong = 0.0
    package var total = 0.0

    /// Adds an outcome. Where the total passes `limit`, both counts are halved.
    mutating func add(isRight: Bool, limit: Double) {
        total += 1
        if !isRight { wrong += 1 }
        if total > limit {
            total /= 2
            wrong /= 2
        }
    }
}
