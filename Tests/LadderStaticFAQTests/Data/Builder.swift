import LadderStaticFAQ

/// An entry as the data files write it.
func faq(_ id: String, _ answer: String, _ phrasings: [String]) -> FAQEntry {
    FAQEntry(id: id, phrasings: phrasings, answer: answer)
}

/// Two hundred entries with five phrasings each.
let allEntries: [FAQEntry] = shopEntries + bankEntries + travelEntries + serviceEntries
