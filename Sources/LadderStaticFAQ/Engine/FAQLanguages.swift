import LadderText

/// The languages that a set of entries is written in, so that only their stop words count as such.
struct FAQLanguages: Sendable {
    private var counts: [String: Int] = [:]
    private(set) var active: [String] = ["en"]

    /// Counts one phrasing, under its tag or else under the language most of its stop words belong to.
    mutating func add(_ words: [String], tag: String?) {
        if let tag = tag.map(Self.primary), StopWords.languages.contains(tag) {
            counts[tag, default: 0] += 1
            return
        }
        var best = "en"
        var most = words.count { StopWords.contains($0, language: "en") }
        for language in StopWords.languages {
            let hits = words.count { StopWords.contains($0, language: language) }
            if hits > most { (best, most) = (language, hits) }
        }
        counts[best, default: 0] += 1
    }

    /// Removes languages that less than a tenth of the phrasings are in: they are wrong guesses.
    mutating func seal() {
        let all = counts.values.reduce(0, +)
        let found = StopWords.languages.filter { counts[$0, default: 0] * 10 >= all }
        active = all == 0 ? ["en"] : found
    }

    func isStopWord(_ word: String) -> Bool {
        active.contains { StopWords.contains(word, language: $0) }
    }

    /// Returns a BCP 47 tag in lower case with dashes.
    static func normalized(_ tag: String) -> String {
        String(tag.map { $0 == "_" ? "-" : $0 }).lowercased()
    }

    /// Returns the language of a BCP 47 tag without its region.
    static func primary(_ tag: String) -> String {
        tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first?.lowercased() ?? ""
    }
}
