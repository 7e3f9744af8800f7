/// How many of a thing a question speaks of: all, most, some, one or none.
struct Shares {
    private var values: [(value: String, word: String)] = []
    /// The stems behind `a`, `an` and `one`.
    private var singular: Set<String> = []
    /// The stems behind `all` and `every`.
    private var universal: Set<String> = []

    init(_ words: [Word]) {
        for index in words.indices {
            let text = words[index].text
            guard words[index].classes.contains(.share) else { continue }
            let next = words[(index + 1)...].prefix(4).first(where: \.isContent)?.stem
            if text == "a" || text == "an" {
                if index + 1 < words.count, let next, words[index + 1].stem == next { singular.insert(next) }
                continue
            }
            guard let value = Self.values[text] else { continue }
            if text == "one" {
                guard index + 1 < words.count, words[index + 1].text == "of" || words[index + 1].isContent,
                    index == 0 || !["which", "no", "this", "the", "that", "any"].contains(words[index - 1].text)
                else { continue }
            }
            if text == "most" || text == "any" || text == "no" || text == "both" {
                // `the most goals` is a degree, and `any way` says nothing.
                if index > 0, words[index - 1].text == "the" { continue }
                if text == "any",
                    words.first.map({ !["does", "do", "did", "is", "are", "can"].contains($0.text) }) ?? true
                {
                    continue
                }
            }
            values.append((value, text))
            if value == "all", let next { universal.insert(next) }
        }
    }

    func conflict(with other: Shares) -> [String]? {
        if !values.isEmpty, !other.values.isEmpty {
            let mine = Set(values.map(\.value))
            let theirs = Set(other.values.map(\.value))
            if mine.isDisjoint(with: theirs),
                !(mine == ["any"] && theirs == ["some"] || mine == ["some"] && theirs == ["any"])
            {
                return values.map(\.word) + other.values.map(\.word)
            }
        }
        if values.isEmpty, other.values.isEmpty { return nil }
        let strict: Set<String> = ["half", "none", "once", "twice", "single"]
        let extra = strict.intersection(values.map(\.value)).symmetricDifference(
            strict.intersection(other.values.map(\.value)))
        if !extra.isEmpty { return extra.sorted() }
        let mixed = universal.intersection(other.singular).subtracting(other.universal)
            .union(other.universal.intersection(singular).subtracting(universal))
        return mixed.isEmpty ? nil : mixed.sorted()
    }

    private static let values: [String: String] = [
        "all": "all", "every": "all", "each": "all", "entire": "all", "whole": "all", "everything": "all",
        "everyone": "all", "everybody": "all", "always": "all", "any": "any", "some": "some", "sometimes": "some",
        "someone": "some", "most": "most", "mostly": "most", "many": "many", "several": "many", "multiple": "many",
        "few": "few", "rarely": "few", "seldom": "few", "hardly": "few", "half": "half", "none": "none",
        "neither": "none", "one": "one", "single": "one", "once": "once", "twice": "twice",
    ]
}
