/// Keys of irregular forms, and of words that look inflected but are not.
enum EnglishIrregulars {
    static let forms: [String: String] = {
        var forms: [String: String] = [
            "paid": "pay", "sent": "send", "bought": "buy", "sold": "sell", "lost": "lose", "got": "get",
            "gotten": "get", "forgot": "forget", "forgotten": "forget", "broke": "break", "broken": "break",
            "stole": "steal", "stolen": "steal", "took": "take", "taken": "take", "gave": "give", "given": "give",
            "made": "make", "went": "go", "gone": "go", "goes": "go", "did": "do", "does": "do", "done": "do",
            "had": "have", "has": "have", "was": "be", "were": "be", "been": "be", "is": "be", "are": "be", "am": "be",
            "kept": "keep", "said": "say", "told": "tell", "wrote": "write", "written": "write", "chose": "choose",
            "chosen": "choose", "froze": "freeze", "frozen": "freeze", "withdrew": "withdraw",
            "withdrawn": "withdraw", "brought": "bring", "children": "child", "men": "man", "women": "woman",
            "feet": "foot", "teeth": "tooth", "dying": "die", "lying": "lie", "tying": "tie", "losing": "lose",
            "using": "use", "used": "use", "uses": "use", "use": "use", "lose": "lose", "loses": "lose",
        ]
        for word in [
            "news", "always", "series", "species", "thanks", "perhaps", "sometimes", "besides", "gas", "alias",
            "address", "during", "evening", "nothing", "something", "anything", "everything", "wedding", "ceiling",
            "hundred", "embed", "indeed", "exceed", "proceed", "succeed", "wireless", "canvas", "atlas", "christmas",
            "texas", "diabetes", "herpes", "lens", "red", "bed", "shed", "sacred", "wing", "being",
        ] {
            forms[word] = word
        }
        return forms
    }()
}
