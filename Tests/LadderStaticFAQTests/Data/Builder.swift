import LadderStaticFAQ

/// Creates an entry without a language, in the short form of the data files.
func faq(_ id: String, answer: String, phrasings: [String]) -> FAQEntry {
    FAQEntry(id: id, phrasings: phrasings, answer: answer)
}

/// 200 entries with five phrasings each.
let allEntries: [FAQEntry] = shopEntries + bankEntries + travelEntries + serviceEntries
