import LadderText

/// Checks for entries that can never answer.
enum FAQEntryCheck {
    static func problems(of entries: [FAQEntry]) -> [String] {
        var problems: [String] = []
        var ids: Set<String> = []
        var owners: [String: (id: String, language: String?)] = [:]
        for (number, entry) in entries.enumerated() {
            let name = isBlank(entry.id) ? "number \(number + 1)" : entry.id
            if isBlank(entry.id) { problems.append("FAQEntry.id is empty") }
            if !ids.insert(entry.id).inserted { problems.append("FAQEntry \(entry.id) appears more than once") }
            if isBlank(entry.answer) { problems.append("FAQEntry \(name) has no answer") }
            let readable = entry.phrasings.filter { !Tokenizer().tokens($0).isEmpty }
            if readable.isEmpty { problems.append("FAQEntry \(name) has no phrasing with a word in it") }
            for phrasing in readable {
                let folded = Folding.fold(phrasing)
                if let owner = owners[folded], owner.id != entry.id, owner.language == entry.language {
                    problems.append("FAQEntry \(owner.id) and \(entry.id) share a phrasing, so neither answers it")
                }
                owners[folded] = (entry.id, entry.language)
            }
        }
        return problems
    }

    private static func isBlank(_ text: String) -> Bool {
        text.allSatisfy(\.isWhitespace)
    }
}
