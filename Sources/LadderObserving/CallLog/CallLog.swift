public import LadderCore
public import LadderJSON

/// Writes what happens in every call as JSON lines, which can be read again exactly.
///
/// Use it where calls are to be looked at later: one line per event, each complete in itself, so that a call that hangs or
/// a process that dies leaves what it had said. Where the lines go is yours.
///
/// ```swift
/// let pipeline = try Pipeline(model: model).observing(CallLog { line in print(line) })
/// ```
///
/// Lines of one call come in order. Lines of different calls come at the same time and mixed: what `write` does must bear
/// that. A line has no line break, no prompt and no answer text. ``read(_:)`` gives the event back, equal in everything;
/// durations are whole nanoseconds, finer ones are cut.
///
/// It costs the call nothing but its place in a bounded queue; see ``Pipeline/observing(_:)-(_)``.
public struct CallLog: Sendable {
    /// The version every line carries. A reader refuses others.
    public static let version = 1

    private let write: @Sendable (String) async throws -> Void

    /// A log whose lines go to `write`.
    public init(_ write: @escaping @Sendable (String) async throws -> Void) {
        self.write = write
    }

    /// A log whose lines are kept in memory.
    public init(into buffer: CallLogBuffer) {
        self.init { buffer.add($0) }
    }

    /// Writes the line of one event.
    public func observe(_ event: CallEvent) async throws {
        try await write(CallLog.line(of: event))
    }

    /// One event as a line of JSON, without a line break.
    public static func line(of event: CallEvent) -> String {
        event.logValue.text
    }

    /// Reads a line again; throws everything that is wrong with it.
    public static func read(_ line: String) throws(InvalidJSONDocument) -> CallEvent {
        try JSONReader.read(line) { CallEvent(logged: $0) }
    }
}
