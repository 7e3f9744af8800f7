import Ladder

/// What one caller met with.
struct Experience: Sendable {
    /// The rung the answer came from. Nil when there was only an error.
    let level: FallbackLevel?
    /// Whether the answer broke off.
    var isCut = false
    /// Every time a model was asked for it.
    let attempts: [Attempt]
}
