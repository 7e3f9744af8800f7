package import LadderCore

/// What one event of a stream means.
package struct EventReading: Sendable {
    /// The pieces of the answer; `.finished` is the last.
    package var chunks: [ReplyChunk]
    /// Whether the event shows that the model works, such as a piece of its thinking. Pings do not.
    package var isProgress: Bool

    package init(_ chunks: [ReplyChunk] = [], isProgress: Bool = false) {
        self.chunks = chunks
        self.isProgress = isProgress
    }

    /// An event that says nothing.
    package static let nothing = EventReading()
}
