/// A line of a list of groups: words, and phrases of two words joined by a low line.
struct WordGroup {
    struct Member {
        let key: UInt64
        let isPhrase: Bool

        init(_ text: Substring) {
            let keys = text.split(separator: "_").map { FeatureKey.of(EnglishStemmer.stem(String($0))) }
            isPhrase = keys.count > 1
            key = isPhrase ? FeatureKey.joining(keys[0], to: keys[1]) : keys[0]
        }
    }

    /// The key of the first member, which names the group.
    let key: UInt64
    let members: [Member]

    /// Returns the groups of a list.
    static func all(in list: String) -> [WordGroup] {
        list.split(separator: "\n").map { line in
            let members = line.split(separator: " ").map(Member.init)
            return WordGroup(key: members[0].key, members: members)
        }
    }
}
