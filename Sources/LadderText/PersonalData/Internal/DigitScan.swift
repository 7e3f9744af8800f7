/// Finds card and phone numbers in runs of digit groups: digits with spaces, dots, hyphens, slashes and brackets
/// between.
enum DigitScan {
    /// Returns the cards and the phone numbers in the text, each in the order of the text.
    static func numbers(
        in text: PersonalDataText, except taken: CoveredRanges
    ) -> (cards: [Range<Int>], phones: [Range<Int>]) {
        var cards: [Range<Int>] = []
        var phones: [Range<Int>] = []
        for run in DigitRun.all(in: text) {
            var group = 0
            while group < run.groups.count {
                if let next = CardNumber.end(in: run, from: group, of: text) {
                    let range = run.range(group..<next)
                    if !taken.overlaps(range) { cards.append(range) }
                    group = next
                } else if let next = PhoneNumber.end(in: run, from: group, of: text) {
                    let range = run.rangeWithPrefix(group..<next, in: text)
                    if !taken.overlaps(range) { phones.append(range) }
                    group = next
                } else {
                    group += 1
                }
            }
        }
        return (cards, phones)
    }
}
