/// Words that negate, in the languages this module knows.
package enum Negation {
    /// Returns whether any of the folded words negates. Two negations do not cancel out: `no … nunca` negates once.
    package static func isNegated(_ words: some Sequence<String>) -> Bool {
        words.contains(where: isNegation)
    }

    /// Returns whether a folded word negates.
    package static func isNegation(_ word: String) -> Bool {
        negations.contains(word)
    }

    private static let negations: Set<String> = [
        "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without",
        "aint",
        "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals", "nichts", "ohne",
        "pas", "jamais", "aucun", "aucune", "rien", "sans", "nunca", "sin", "nada", "jamas", "ningun", "ninguna",
        "non", "senza", "nessun", "nessuno", "niente", "nao", "sem", "nenhum", "nenhuma",
        "niet", "geen", "nooit", "zonder", "niets",
    ]
}
