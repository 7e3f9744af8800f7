import LadderText

/// Finds counterparts that are spelled differently: derived words, typing errors, compounds and initials.
enum Spellings {
    /// Removes from both lists the words that are counterparts of each other.
    static func pairUp(
        _ left: inout [Int], of asked: [Word], with right: inout [Int], of stored: [Word], partners: inout [Int?]
    ) {
        guard !left.isEmpty, !right.isEmpty, left.count <= 16, right.count <= 16 else { return }
        for index in left {
            if let match = right.first(where: { isVariant(asked[index], of: stored[$0]) }) {
                partners[index] = match
                left.removeAll { $0 == index }
                right.removeAll { $0 == match }
            }
        }
        joinCompounds(&left, of: asked, &right, of: stored)
        joinCompounds(&right, of: stored, &left, of: asked)
    }

    private static func isVariant(_ first: Word, of second: Word) -> Bool {
        guard first.isContent, second.isContent else { return false }
        if Root.areRelated(first.stem, and: second.stem) { return true }
        return !(first.isKnown && second.isKnown) && Slip.isLikely(between: first.text, and: second.text)
    }

    /// Removes words of one list that the other question writes in two, and words that it abbreviates.
    private static func joinCompounds(
        _ short: inout [Int], of words: [Word], _ long: inout [Int], of others: [Word]
    ) {
        for index in short where long.count > 1 {
            let text = words[index].text
            for start in long.indices.dropLast() where long[start] + 1 == long[start + 1] {
                let parts = long[start...].enumerated().prefix { $0.element == long[start] + $0.offset }.map(\.element)
                let pair = parts.prefix(2)
                if pair.map({ others[$0].text }).joined() == text
                    || pair.map({ others[$0].stem }).joined() == words[index].stem
                {
                    long.removeAll { pair.contains($0) }
                    short.removeAll { $0 == index }
                    break
                }
                let initials = parts.prefix(text.unicodeScalars.count)
                if initials.count > 1, initials.count == text.unicodeScalars.count,
                    initials.compactMap({ others[$0].text.first }) == Array(text)
                {
                    long.removeAll { initials.contains($0) }
                    short.removeAll { $0 == index }
                    break
                }
            }
        }
    }
}
