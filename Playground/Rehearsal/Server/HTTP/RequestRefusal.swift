/// The reason why bytes are not served as a request, with the HTTP status that says so.
package struct RequestRefusal: Error, Hashable, Sendable {
    package var status: Int
    package var message: String

    package static func malformed(_ message: String) -> RequestRefusal {
        RequestRefusal(status: 400, message: message)
    }
}
