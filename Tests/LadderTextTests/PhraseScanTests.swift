import Testing

@testable import LadderText

@Suite struct PhraseScanTests {
    @Test(arguments: [["up to", "up to date"], ["up to date", "up to"]])
    func `of two phrases at one place the longer one is found`(phrases: [String]) {
        let table = PhraseTable(phrases)
        #expect(PhraseScan("Up to date, up to now").phrases(from: table) == ["up to date", "up to"])
    }
}
