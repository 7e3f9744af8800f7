/// Words that say no.
package enum Negation {
    /// Whether one of the folded tokens negates. Two do not cancel out: `no … nunca` says no once.
    package static func isNegated(_ tokens: some Sequence<String>) -> Bool {
        tokens.contains(where: isNegation)
    }

    /// Whether a folded word negates in one of the languages this module knows.
    package static func isNegation(_ word: String) -> Bool {
        words.contains(word)
    }

    private static let words: Set<String> = [
        "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without",
        "aint",
        "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals", "nichts", "ohne",
        "pas", "jamais", "aucun", "aucune", "rien", "sans", "nunca", "sin", "nada", "jamas", "ningun", "ninguna",
        "non", "senza", "nessun", "nessuno", "niente", "nao", "sem", "nenhum", "nenhuma",
        "niet", "geen", "nooit", "zonder", "niets",
    ]
}
