/// What folding makes of every scalar in the blocks that European text is written in, so that the usual accented query
/// needs no decomposition.
enum FoldTable {
    private static let blocks: [Range<UInt32>] = [0x80..<0x300, 0x370..<0x530, 0x1E00..<0x1F00, 0x2000..<0x2100]

    private static let foldings: [[String]] = blocks.map { block in
        block.map { value in
            Unicode.Scalar(value).map { Folding.foldSlowly(String(Character($0))) } ?? ""
        }
    }

    /// `nil` when a scalar lies outside the table: then its neighbours may matter.
    static func fold(_ text: String) -> String? {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        let foldings = Self.foldings
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value < 0x80 {
                result.unicodeScalars.append((value &- 0x41) < 26 ? Unicode.Scalar(UInt8(value | 0x20)) : scalar)
            } else if let block = blocks.firstIndex(where: { $0.contains(value) }) {
                result += foldings[block][Int(value - blocks[block].lowerBound)]
            } else {
                return nil
            }
        }
        return result
    }
}
