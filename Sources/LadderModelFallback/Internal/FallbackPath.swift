import LadderCore

/// The models fallback layers have gone through on the way to where we are, in one call.
///
/// A fallback inside a fallback must not lead back: a model that has failed is no candidate for its own stand-in. The
/// path lives in a task-local value while a candidate is asked and nowhere else, so nothing is kept between calls.
struct FallbackPath: Sendable {
    @TaskLocal private static var current: FallbackPath?

    private let call: Call
    private let asked: [String]

    /// The models already gone through in this call.
    static func asked(in call: Call) -> [String] {
        guard let current, current.call === call else { return [] }
        return current.asked
    }

    /// Runs `body` where these models count as asked.
    static func going(
        through asked: [String], in call: Call, _ body: () async throws -> Reply
    ) async throws -> Reply {
        try await $current.withValue(FallbackPath(call: call, asked: asked)) { try await body() }
    }
}
