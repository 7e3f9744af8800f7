import Ladder

/// The result of one call, as its caller sees it.
struct CallResult: Sendable {
    /// The level of the answer, or nil when there was only an error.
    let level: FallbackLevel?
    /// Whether the answer was cut after its first content.
    var isCut = false
    /// The attempts at all models, oldest first.
    let attempts: [Attempt]
}
