import LadderCore

/// The flights in whose tasks the current task runs.
///
/// A model may ask its own pipeline. If it asks the question that it is answering, it must not wait for itself.
enum FlightAncestry {
    struct Name: Equatable, Sendable {
        let state: ObjectIdentifier
        let key: CacheKey.Fingerprint
    }

    @TaskLocal static var names: [Name] = []
}
