/// The slot of a key, by which a cluster chooses the server.
enum HashSlot {
    /// The number of slots.
    static let count = 16_384

    /// Returns the slot of a key: that of the text in its first braces, if there is any.
    static func slot(of key: String) -> Int {
        let bytes = Array(key.utf8)
        if let open = bytes.firstIndex(of: UInt8(ascii: "{")),
            let close = bytes[(open + 1)...].firstIndex(of: UInt8(ascii: "}")), close > open + 1
        {
            return Int(checksum(of: bytes[(open + 1)..<close])) % count
        }
        return Int(checksum(of: bytes[...])) % count
    }

    /// The checksum CRC16 of the form XMODEM.
    private static func checksum(of bytes: ArraySlice<UInt8>) -> UInt16 {
        bytes.reduce(0) { $0 << 8 ^ table[Int($0 >> 8 ^ UInt16($1))] }
    }

    private static let table: [UInt16] = (0..<256).map { index in
        (0..<8).reduce(UInt16(index) << 8) { value, _ in value & 0x8000 == 0 ? value << 1 : value << 1 ^ 0x1021 }
    }
}
