/// Phrases in lower-case ASCII, found by their first two letters.
struct PhraseTable {
    struct Phrase {
        let text: String
        let bytes: [UInt8]
    }

    /// For each pair of letters the index of its phrases, or zero.
    private var rows = [UInt8](repeating: 0, count: 26 * 26)
    private var lists: [[Phrase]] = [[]]

    /// Creates a table of phrases that begin with two letters each, at most 255 pairs in all.
    init(_ texts: [String]) {
        for text in texts.sorted(by: { ($1.count, $0) < ($0.count, $1) }) {
            let bytes = Array(text.utf8)
            guard bytes.count >= 2, let row = PhraseTable.row(of: bytes[0], and: bytes[1]) else { continue }
            if rows[row] == 0 {
                rows[row] = UInt8(clamping: lists.count)
                lists.append([])
            }
            lists[Int(rows[row])].append(Phrase(text: text, bytes: bytes))
        }
    }

    /// Returns whether a phrase begins with two bytes in any case.
    func hasPhrases(beginningWith first: UInt8, and second: UInt8) -> Bool {
        PhraseTable.row(of: first, and: second).map { rows[$0] > 0 } ?? false
    }

    /// Returns the phrases that begin with two bytes in any case, longer ones first.
    func phrases(beginningWith first: UInt8, and second: UInt8) -> [Phrase] {
        PhraseTable.row(of: first, and: second).map { lists[Int(rows[$0])] } ?? []
    }

    private static func row(of first: UInt8, and second: UInt8) -> Int? {
        let (first, second) = (Int((first | 0x20) &- 0x61), Int((second | 0x20) &- 0x61))
        return first < 26 && second < 26 ? first * 26 + second : nil
    }
}
