extension CachedAnswer {
    /// The version of the stored form. Entries of another version are not read: they are misses.
    static let formVersion: UInt8 = 1

    /// The bytes with which every entry begins, before the version.
    private static let mark: [UInt8] = [0x4C, 0x61]

    /// Returns the answer as bytes that any process and any later version of the same form can read.
    ///
    /// The bytes begin with a mark, the version of the form and a checksum.
    public func encoded() -> [UInt8] {
        let texts = completion.content.reduce(160) { $0 + $1.roughByteCount }
        var writer = ByteWriter(keepsOpaqueBytes: true, capacity: texts)
        for byte in CachedAnswer.mark { writer.write(byte: byte) }
        writer.write(byte: CachedAnswer.formVersion)
        let start = writer.bytes.count
        writer.write(fixed: 0)
        writer.write(level.rawValue)
        writer.write(model)
        writer.write(cost) { $0.write($1.picodollars) }
        writer.write(latency)
        writer.write(completion)
        writer.replace(fixedAt: start, with: Checksum.of(writer.bytes, from: start + 8))
        return writer.bytes
    }

    /// Reads an answer from the bytes of ``encoded()``.
    ///
    /// - Throws: `corrupt` for bytes that are damaged, cut, or of another version of the form.
    public init(decoding bytes: [UInt8]) throws(StoreError) {
        var reader = ByteReader(bytes)
        for byte in CachedAnswer.mark where try reader.readByte() != byte {
            throw ByteReader.corrupt("the bytes are not a cached answer")
        }
        let version = try reader.readByte()
        guard version == CachedAnswer.formVersion else {
            throw ByteReader.corrupt("the entry has form \(version); this version reads \(CachedAnswer.formVersion)")
        }
        let checksum = try reader.readFixed()
        guard checksum == Checksum.of(bytes, from: CachedAnswer.mark.count + 9) else {
            throw ByteReader.corrupt("the checksum does not match")
        }
        level = try reader.readNamed(FallbackLevel.self)
        model = try reader.readString()
        cost = try reader.readOptional { reader throws(StoreError) in Money(picodollars: try reader.readInteger()) }
        latency = try reader.readDuration()
        completion = try reader.readCompletion()
        guard reader.isAtEnd else { throw ByteReader.corrupt("there are bytes behind the entry") }
    }
}
