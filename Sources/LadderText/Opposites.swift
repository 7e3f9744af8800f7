/// Pairs of words that make two alike questions opposite ones: `turn on` and `turn off`.
package enum Opposites {
    /// Returns the opposites of a folded word, given and returned as the keys of ``EnglishStemmer``.
    package static func of(_ word: String) -> [String] {
        table[word] ?? []
    }

    /// Returns whether one text has only one word of a pair and the other text has only the other word.
    package static func disagree(_ first: [String], with second: [String]) -> Bool {
        first.contains { word in
            guard let opposites = table[word], !second.contains(word) else { return false }
            return opposites.contains { second.contains($0) && !first.contains($0) }
        }
    }

    private static let table: [String: [String]] = {
        var table: [String: [String]] = [:]
        for (first, second) in pairs {
            let one = EnglishStemmer.stem(first)
            let other = EnglishStemmer.stem(second)
            table[one, default: []].append(other)
            table[other, default: []].append(one)
        }
        return table
    }()

    private static let pairs: [(String, String)] = [
        ("on", "off"), ("in", "out"), ("enable", "disable"), ("activate", "deactivate"), ("increase", "decrease"),
        ("raise", "lower"), ("raise", "reduce"), ("increase", "reduce"), ("add", "remove"), ("add", "delete"),
        ("open", "close"), ("start", "stop"), ("start", "end"), ("begin", "end"), ("buy", "sell"),
        ("upgrade", "downgrade"),
        ("lock", "unlock"), ("block", "unblock"), ("freeze", "unfreeze"), ("subscribe", "unsubscribe"),
        ("install", "uninstall"), ("before", "after"), ("incoming", "outgoing"), ("deposit", "withdraw"),
        ("upload", "download"), ("import", "export"), ("connect", "disconnect"), ("borrow", "lend"),
        ("accept", "decline"), ("accept", "reject"), ("approve", "reject"), ("first", "last"), ("minimum", "maximum"),
        ("min", "max"), ("send", "receive"), ("show", "hide"), ("mute", "unmute"), ("pause", "resume"),
        ("checkin", "checkout"), ("login", "logout"), ("domestic", "international"), ("inbound", "outbound"),
        ("arrival", "departure"), ("mandatory", "optional"), ("link", "unlink"), ("encrypt", "decrypt"),
        ("follow", "unfollow"), ("with", "without"), ("more", "less"), ("early", "late"),
        ("an", "aus"), ("einschalten", "ausschalten"), ("aktivieren", "deaktivieren"), ("vor", "nach"),
        ("activer", "desactiver"), ("avant", "apres"), ("activar", "desactivar"), ("antes", "despues"),
        ("attivare", "disattivare"), ("prima", "dopo"), ("ativar", "desativar"), ("antes", "depois"),
        ("aan", "uit"), ("voor", "na"),
    ]
}
