/// A mistake in the bytes of a reply. No byte after it can be understood.
package struct RESPSyntaxError: Error, Hashable, Sendable {
    /// What is wrong, without any content of the reply.
    package let message: String
}
