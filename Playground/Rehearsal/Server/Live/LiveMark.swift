/// A position up to which a reader of the live state knows everything.
package struct LiveMark: Hashable, Sendable {
    /// The first second that may still change.
    var second = Int.min
    /// The last change of a call that was read.
    var change = 0

    package init() {}
}
