/// A picture in a message, by its address or its bytes.
public enum ImageContent: Hashable, Sendable {
    /// The address of a picture that the provider fetches itself.
    case url(String)
    /// The bytes of a picture that travels with the request, and their media type, such as `image/png`.
    case data([UInt8], mediaType: String)
}
