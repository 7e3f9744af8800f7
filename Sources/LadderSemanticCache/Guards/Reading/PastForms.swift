/// Irregular past forms of common verbs.
enum PastForms {
    static func contains(_ word: String) -> Bool { forms.contains(word) }

    private static let forms: Set<String> = [
        "won", "wrote", "sang", "led", "made", "built", "found", "took", "gave", "went", "came", "became", "bought",
        "sold", "sent", "paid", "said", "told", "knew", "grew", "flew", "drew", "drove", "rode", "rose", "ran", "swam",
        "spoke", "broke", "chose", "froze", "stole", "wore", "tore", "began", "drank", "held", "kept", "left", "lost",
        "met", "sat", "stood", "taught", "thought", "caught", "brought", "fought", "won", "shot", "spent", "ate",
        "fell", "felt", "got", "had", "heard", "hid", "owned", "ruled", "slept", "struck", "threw", "understood",
        "woke",
    ]
}
