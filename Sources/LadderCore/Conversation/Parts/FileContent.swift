/// A document or a recording in a message, such as a PDF or audio file.
///
/// ```swift
/// let invoice = FileContent(data: Array("%PDF-1.7".utf8), mediaType: "application/pdf", name: "invoice.pdf")
/// let message = ChatMessage(role: .user, content: [.text("What does this cost?"), .file(invoice)])
/// ```
public struct FileContent: Hashable, Sendable {
    /// The place where the provider finds the bytes of a file.
    public enum Source: Hashable, Sendable {
        /// The bytes travel with the request.
        case data([UInt8])
        /// The provider fetches the file from this address.
        case url(String)
    }

    /// The bytes or the address of the file.
    public var source: Source
    /// The media type, such as `application/pdf` or `audio/wav`.
    public var mediaType: String
    /// The name that the model is told, such as `invoice.pdf`.
    public var name: String?

    /// The number of bytes that travel with the request.
    var byteCount: Int {
        if case .data(let bytes) = source { bytes.count } else { 0 }
    }

    /// Creates a file that travels with the request.
    public init(data: [UInt8], mediaType: String, name: String? = nil) {
        source = .data(data)
        self.mediaType = mediaType
        self.name = name
    }

    /// Creates a file that the provider fetches from an address.
    public init(url: String, mediaType: String, name: String? = nil) {
        source = .url(url)
        self.mediaType = mediaType
        self.name = name
    }
}
