/// The numbers of calls of a server.
package struct LiveCounts: Hashable, Sendable {
    /// The number of calls that are under way.
    package var open: Int
    package var ended: Int
}
