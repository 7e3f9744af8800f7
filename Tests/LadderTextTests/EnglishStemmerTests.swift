import LadderText
import Testing

@Suite struct EnglishStemmerTests {
    @Test(arguments: [
        ["cancel", "cancels", "cancelled", "canceled", "cancelling", "canceling"],
        ["reply", "replies", "replied", "replying"],
        ["change", "changes", "changed", "changing"], ["save", "saves", "saved", "saving"],
        ["plan", "plans", "planned", "planning"],
        ["bill", "bills", "billed", "billing"], ["process", "processes", "processed", "processing"],
        ["try", "tries", "tried", "trying"],
        ["box", "boxes"], ["order", "orders", "ordered", "ordering"], ["pay", "pays", "paid", "paying"],
        ["address", "addresses"],
        ["update", "updates", "updated", "updating"], ["lose", "lost", "loses", "losing"], ["child", "children"],
        ["policy", "policies"],
        ["refund", "refunds", "refunded", "refunding"], ["stop", "stops", "stopped", "stopping"], ["fee", "fees"],
        ["crash", "crashes", "crashing"],
    ])
    func `forms of one word meet`(forms: [String]) {
        #expect(Set(forms.map(EnglishStemmer.stem)).count == 1, "\(forms.map(EnglishStemmer.stem))")
    }

    @Test(arguments: [
        ["care", "car"], ["plane", "plan"], ["note", "not"], ["rate", "rat"], ["news", "new"],
        ["universe", "university"],
        ["cancel", "cancellation"], ["string", "strand"], ["thing", "the"], ["bus", "but"], ["policy", "police"],
        ["need", "ne"],
        ["evening", "even"], ["wing", "w"], ["site", "sit"], ["general", "generate"], ["organ", "organize"],
        ["device", "devise"],
    ])
    func `different words stay apart`(words: [String]) {
        #expect(Set(words.map(EnglishStemmer.stem)).count == words.count, "\(words.map(EnglishStemmer.stem))")
    }

    @Test(arguments: ["", "a", "is", "gas", "naïve", "привет", "東京", "mp3s", "5", "sss", "ing", "eed", "yyyy", "eing"])
    func `short and foreign words do not trap`(word: String) {
        let stem = EnglishStemmer.stem(word)
        #expect(stem.isEmpty == word.isEmpty)
        if word.unicodeScalars.contains(where: { !$0.isASCII || $0.properties.numericType != nil }) {
            #expect(stem == word)
        }
    }
}
