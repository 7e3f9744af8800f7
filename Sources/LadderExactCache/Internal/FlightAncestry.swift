import LadderCore

/// The flights in whose tasks the current task runs.
///
/// A model may ask its own pipeline. If it asks the question that it is answering, or one whose answer waits for its
/// own, it must not wait for itself.
enum FlightAncestry {
    struct Name: Equatable, Sendable {
        let state: ObjectIdentifier
        let key: CacheKey.Fingerprint
    }

    struct Ancestor: Sendable {
        let name: Name
        let flight: Flight
    }

    @TaskLocal static var ancestors: [Ancestor] = []
}
