import Foundation
@testable import LadderText
import Testing

@Suite struct FoldingTests {
    static let spellings: [(String, String)] = [
        ("", ""), ("plain", "plain"), ("MiXeD Case 42", "mixed case 42"), ("[@`{Z", "[@`{z"),
        ("Straße", "strasse"), ("STRASSE", "strasse"), ("GROẞ", "gross"), ("Ørsted", "orsted"), ("Łódź", "lodz"),
        ("İstanbul", "istanbul"), ("ISPARTA ılık", "isparta ilik"), ("ΣΟΦΌΣ", "σοφοσ"), ("σοφός", "σοφοσ"),
        ("naïve café", "naive cafe"), ("cafe\u{301}", "cafe"), ("Ｆｕｌｌ　ｗｉｄｔｈ", "full width"), ("１２３", "123"),
        ("ﬁne ﬂow", "fine flow"), ("Ǆ", "dz"), ("Æon œuvre", "aeon oeuvre"), ("Þór", "thor"), ("đường", "duong"),
        ("Tiếng Việt", "tieng viet"), ("Ёлка", "елка"), ("мой", "мой"), ("МОИ\u{306}", "мой"), ("Київ їжа", "київ їжа"),
        ("ᾳ", "α"), ("Ὀδυσσεύς", "οδυσσευσ"), ("it’s “fine” – ok", "it's \"fine\" - ok"), ("5−3", "5-3"),
        ("a\u{AD}b\u{200D}c\u{FEFF}", "abc"), ("a\u{200B}b", "a b"), ("a\u{A0}b\u{202F}c", "a b c"),
        ("Ladder™ done®", "ladder  done®"), ("m²", "m2"), ("nº 5", "n 5"), ("2½", "2 1/2"), ("№5", "nr 5"),
        ("٣٤", "34"), ("५%", "5%"), ("٥٪", "5%"), ("ｶﾞｽ", "ガス"), ("が", "が"), ("か\u{3099}", "が"), ("한국어", "한국어"),
        ("\u{1112}\u{1161}\u{11AB}", "한"), ("ไทยกิน", "ไทยกิน"), ("हिन्दी", "हिन्दी"), ("مُحَمَّد", "محمد"), ("أحمد", "احمد"),
        ("שָׁלוֹם", "שלום"), ("𝐁𝐨𝐥𝐝", "bold"), ("①", "1"), ("㎏", "kg"), ("👩‍👧", "👩👧"),
    ]

    @Test(arguments: spellings)
    func `a text folds to one spelling`(text: String, expected: String) {
        // Scalars, because == on strings ignores the differences tested here.
        #expect(Array(Folding.fold(text).unicodeScalars) == Array(expected.unicodeScalars), "\(Folding.fold(text))")
    }

    @Test(arguments: spellings.map(\.0))
    func `folding twice changes nothing and normal forms agree`(text: String) {
        let folded = Array(Folding.fold(text).unicodeScalars)
        #expect(Array(Folding.fold(String(String.UnicodeScalarView(folded))).unicodeScalars) == folded)
        #expect(Array(Folding.fold(text.decomposedStringWithCanonicalMapping).unicodeScalars) == folded)
        #expect(Array(Folding.fold(text.precomposedStringWithCanonicalMapping).unicodeScalars) == folded)
    }

    @Test func `folding the result for any scalar changes nothing`() {
        for value in UInt32(0)..<0x3_0000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let folded = Folding.fold(String(Character(scalar)))
            let again = Folding.fold(folded)
            if Array(folded.unicodeScalars) != Array(again.unicodeScalars) {
                Issue.record("U+\(String(value, radix: 16)) folds to \(folded), then to \(again)")
            }
        }
    }

    @Test(arguments: [
        "é", "e\u{301}", "한", "\u{1112}\u{1161}\u{11AB}", "が", "か\u{3099}", "हि", "ไท", "ｶﾞ", "ㅏ", "І\u{308}", "á ", "½",
    ])
    func `a long text folds as its parts do`(part: String) {
        let once = Array(Folding.fold(part).unicodeScalars)
        for count in [63, 64, 65, 300] {
            let folded = Array(Folding.fold(String(repeating: part, count: count)).unicodeScalars)
            #expect(folded == Array(repeatElement(once, count: count).joined()))
        }
    }

    @Test(arguments: [
        "é", "e\u{301}", "\u{1112}\u{1161}\u{11AB}", "हि", "漢", "a\u{301}\u{302}", "\u{301}", "\u{11A8}", "😀", "½",
    ])
    func `the pieces of a long text do not grow with it`(part: String) {
        // What is done for a piece depends on its length only, so the number of pieces bounds the work.
        for count in [1_000, 10_000] {
            let text = String(repeating: part, count: count)
            let pieces = FoldingPieces.pieces(of: text)
            #expect(pieces.allSatisfy { $0.count <= FoldingPieces.maximumLength })
            #expect(pieces.count <= text.unicodeScalars.count / FoldingPieces.length + 1)
            #expect(pieces.map { String($0) }.joined().unicodeScalars.elementsEqual(text.unicodeScalars))
        }
    }
}
