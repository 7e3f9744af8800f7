import LadderTesting

/// Inputs that are nearly right.
enum FuzzInput {
    /// Returns one of the samples with one to eight changes.
    static func damaged(from samples: [[UInt8]], with random: inout SeededRandom) -> [UInt8] {
        var bytes = samples[pick(samples.count, with: &random)]
        for _ in 0...pick(8, with: &random) { damage(&bytes, samples: samples, with: &random) }
        return bytes
    }

    private static let telling: [UInt8] =
        Array("\"\\{}[]:,\n\r -+0123456789eE.tfn".utf8) + [0, 0x7F, 0x80, 0xC3, 0xED, 0xFF]

    private static func damage(_ bytes: inout [UInt8], samples: [[UInt8]], with random: inout SeededRandom) {
        let place = pick(bytes.count + 1, with: &random)
        let length = min(bytes.count - place, pick(20, with: &random))
        switch pick(8, with: &random) {
        case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8(pick(8, with: &random)) }
        case 1: bytes.insert(telling[pick(telling.count, with: &random)], at: place)
        case 2: bytes.removeSubrange(place..<place + length)
        case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: pick(bytes.count + 1, with: &random))
        case 4: bytes.removeSubrange(place...)
        case 5:
            let other = samples[pick(samples.count, with: &random)]
            let start = pick(other.count + 1, with: &random)
            bytes.insert(contentsOf: other[start..<min(other.count, start + 60)], at: place)
        case 6: bytes.insert(contentsOf: Array("-9223372036854775809".utf8), at: place)
        default: if place < bytes.count { bytes[place] = telling[pick(telling.count, with: &random)] }
        }
    }

    private static func pick(_ count: Int, with random: inout SeededRandom) -> Int {
        count <= 1 ? 0 : Int(random.next() % UInt64(count))
    }
}
