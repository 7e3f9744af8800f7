/// Words that say no.
package enum Negation {
    /// Whether an odd number of folded tokens negates: `can't` does, `not without` does not.
    package static func isNegated(_ tokens: some Sequence<String>) -> Bool {
        var count = 0
        for token in tokens where isNegation(token) { count += 1 }
        return count % 2 == 1
    }

    /// Whether a folded word negates in one of the languages this module knows.
    package static func isNegation(_ word: String) -> Bool {
        words.contains(word)
    }

    private static let words: Set<String> = [
        "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "cannot",
        "cant", "wont", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "hasnt", "havent", "hadnt",
        "couldnt", "wouldnt", "shouldnt", "mustnt", "neednt", "aint",
        "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals", "nichts", "ohne",
        "pas", "jamais", "aucun", "aucune", "rien", "sans", "nunca", "sin", "nada", "jamas", "ningun", "ninguna",
        "non", "mai", "senza", "nessun", "nessuno", "niente", "nao", "sem", "nenhum", "nenhuma",
        "niet", "geen", "nooit", "zonder", "niets",
    ]
}
