import LadderCore

/// An entry of the store: a question with its vector, and the answer.
///
/// The vector is part of it, so an index is rebuilt without an embedder.
struct SemanticEntry: Hashable, Sendable {
    /// The version of the stored form. Entries of another version are not read: they are misses.
    static let formVersion: UInt8 = 1

    /// The bytes with which every entry begins, before the version.
    private static let mark: [UInt8] = [0x4C, 0x71]

    var embedderID: String
    var tenant: String
    var frame: SHA256Digest
    var question: String
    /// The vector of the question, at unit length.
    var vector: [Float]
    /// The encoded answer.
    var answer: [UInt8]

    init(
        embedderID: String, tenant: String, frame: SHA256Digest, question: String, vector: [Float], answer: [UInt8]
    ) {
        self.embedderID = embedderID
        self.tenant = tenant
        self.frame = frame
        self.question = question
        self.vector = vector
        self.answer = answer
    }

    /// Returns the entry as bytes that any process and any later version of the same form can read.
    func encoded() -> [UInt8] {
        let size = answer.count + 4 * vector.count + question.utf8.count + tenant.utf8.count + 128
        var writer = ByteWriter(keepsOpaqueBytes: true, capacity: size)
        for byte in SemanticEntry.mark { writer.write(byte: byte) }
        writer.write(byte: SemanticEntry.formVersion)
        let start = writer.bytes.count
        writer.write(fixed: 0)
        writer.write(embedderID)
        writer.write(tenant)
        writer.write(frame.bytes)
        writer.write(question)
        writer.write(vector)
        writer.write(answer)
        writer.replace(fixedAt: start, with: Checksum.of(writer.bytes, from: start + 8))
        return writer.bytes
    }

    /// Reads an entry from the bytes of ``encoded()``.
    ///
    /// - Throws: `corrupt` for bytes that are damaged, cut, or of another version of the form.
    init(decoding bytes: [UInt8]) throws(StoreError) {
        var reader = ByteReader(bytes)
        for byte in SemanticEntry.mark where try reader.readByte() != byte {
            throw ByteReader.corrupt("the bytes are no question with an answer")
        }
        let version = try reader.readByte()
        guard version == SemanticEntry.formVersion else {
            throw ByteReader.corrupt("the entry has form \(version); this version reads \(SemanticEntry.formVersion)")
        }
        let checksum = try reader.readFixed()
        guard checksum == Checksum.of(bytes, from: SemanticEntry.mark.count + 9) else {
            throw ByteReader.corrupt("the checksum does not match")
        }
        embedderID = try reader.readString()
        tenant = try reader.readString()
        guard let frame = SHA256Digest(bytes: try reader.readData()) else {
            throw ByteReader.corrupt("a digest has the wrong length")
        }
        self.frame = frame
        question = try reader.readString()
        vector = try reader.readVector()
        answer = try reader.readData()
        guard reader.isAtEnd else { throw ByteReader.corrupt("there are bytes behind the entry") }
    }
}
