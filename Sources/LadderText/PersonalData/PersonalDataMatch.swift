extension PersonalDataDetector {
    /// Personal data at a place in a text.
    package struct Match: Hashable, Sendable {
        /// The kind of the data.
        package let kind: Kind
        /// The place in the text's UTF-8, from the first byte to behind the last one.
        package let range: Range<Int>
    }

    /// Returns the personal data in the text, in the order of the text and without overlap.
    package func matches(in text: String) -> [Match] {
        let scan = PersonalDataText(text)
        var matches: [Match] = []
        func add(_ kind: Kind, _ found: [Range<Int>]) {
            for range in found { matches.append(Match(kind: kind, range: scan.bytes(of: range))) }
        }
        // Digits inside an address or a bank account are no card and no phone number.
        var taken = CoveredRanges()
        let emails = EmailScan.ranges(in: scan)
        taken.add(emails)
        let accounts = IBANScan.ranges(in: scan).filter { !taken.overlaps($0) }
        taken.add(accounts)
        let numbers = DigitScan.numbers(in: scan, except: taken)
        if searchedKinds.contains(.email) { add(.email, emails) }
        if searchedKinds.contains(.iban) { add(.iban, accounts) }
        if searchedKinds.contains(.card) { add(.card, numbers.cards) }
        if searchedKinds.contains(.phone) { add(.phone, numbers.phones) }
        return matches.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
