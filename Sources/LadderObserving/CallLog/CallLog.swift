public import LadderCore
public import LadderJSON

/// A log of all calls as lines of JSON that can be read back exactly.
///
/// Use it to examine calls later. There is one line for each event, and each line is complete in itself, so the lines
/// of a call that hangs or of a process that crashed are there. Your closure stores the lines.
///
/// ```swift
/// let pipeline = try Pipeline(model: model).observing(CallLog { line in print(line) })
/// ```
///
/// Lines of one call arrive in order. Lines of different calls arrive mixed and at the same time, so the closure must
/// be safe for that. A line contains no line break, no prompt and no text of an answer. ``read(_:)`` returns the event,
/// equal to the original; durations are cut to whole nanoseconds.
///
/// A call does not wait for the log: events go through a bounded queue, see ``Pipeline/observing(_:)-(_)``.
public struct CallLog: Sendable {
    /// The version of the format, which every line contains. ``read(_:)`` refuses other versions.
    public static let version = 1

    /// The key of the digests of requests; nil where the lines have none.
    let digestKey: RequestDigestKey?
    private let write: @Sendable (String) async throws -> Void

    /// Creates a log that passes its lines to a closure.
    ///
    /// - Parameters:
    ///   - digestKey: The key for a digest of each request, by which a reader sees which calls asked the same. Nil means
    ///     no digests.
    ///   - write: Stores a line.
    public init(
        digestKey: RequestDigestKey? = nil, _ write: @escaping @Sendable (String) async throws -> Void
    ) {
        self.digestKey = digestKey
        self.write = write
    }

    /// Creates a log that keeps its lines in memory, with a digest of each request where there is a key.
    public init(into buffer: CallLogBuffer, digestKey: RequestDigestKey? = nil) {
        self.init(digestKey: digestKey) { buffer.add($0) }
    }

    /// Writes one event, for an observer of your own that does more than log.
    ///
    /// Digests are computed for a log that observes the pipeline itself; the events of your observer have none.
    public func observe(_ event: CallEvent) async throws {
        try await write(CallLog.line(of: event))
    }

    /// Returns an event as a line of JSON, without a line break.
    public static func line(of event: CallEvent) -> String {
        let text = event.logValue.text
        guard text.unicodeScalars.contains(where: isLineBreak) else { return text }
        var line = ""
        for scalar in text.unicodeScalars {
            // JSON leaves these as they are; a reader that cuts a file into lines may not.
            if isLineBreak(scalar) {
                line += scalar == "\u{85}" ? "\\u0085" : "\\u\(String(scalar.value, radix: 16))"
            } else {
                line.unicodeScalars.append(scalar)
            }
        }
        return line
    }

    /// Whether a scalar ends a line by Unicode, beside those that JSON escapes.
    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
    }

    /// Returns the event of a line.
    ///
    /// - Throws: `InvalidJSONDocument` with everything that is wrong with the line.
    public static func read(_ line: String) throws(InvalidJSONDocument) -> CallEvent {
        try JSONReader.read(line) { CallEvent(logged: $0) }
    }
}
