import LadderText
import Testing

@Suite struct TokenizerTests {
    @Test(
        arguments: [
            ("", []), ("  \n\t!?", []), ("Hello, World!", ["hello", "world"]),
            ("Don't stop", ["do", "not", "stop"]), ("don’t", ["do", "not"]), ("Dont", ["do", "not"]),
            ("cannot", ["can", "not"]),
            ("we'll I'm they've", ["we", "will", "i", "am", "they", "have"]),
            ("the customer's order", ["the", "customer", "order"]),
            ("L’abonnement d'Anna", ["l", "abonnement", "d", "anna"]),
            ("dell'ordine", ["dell", "ordine"]), ("aujourd'hui", ["aujourdhui"]), ("quote 'this'", ["quote", "this"]),
            ("e-mail", ["email"]), ("check-in", ["check", "in"]), ("E-Mail-Adresse", ["email", "adresse"]),
            ("C++ and C# or C", ["c++", "and", "c#", "or", "c"]), ("yes++", ["yes"]),
            ("naïve Straße", ["naive", "strasse"]), ("Привет, мир", ["привет", "мир"]),
            ("مرحبا بالعالم", ["مرحبا", "بالعالم"]),
            ("हिन्दी भाषा", ["हिन्दी", "भाषा"]), ("한국어 단어", ["한국어", "단어"]),
            ("covid-19 mp3 iPhone15", ["covid", "19", "mp3", "iphone15"]),
            ("user_name@mail.com", ["user", "name", "mail", "com"]),
        ] as [(String, [String])])
    func `text is cut into words`(text: String, expected: [String]) {
        #expect(Tokenizer().tokens(text).map(\.text) == expected)
    }

    @Test(
        arguments: [
            ("東京都", ["東京", "京都"]), ("猫", ["猫"]), ("ラーメン", ["ラー", "ーメ", "メン"]),
            ("私はSwiftが好き", ["私は", "swift", "が好", "好き"]),
            ("退款 多久", ["退款", "多久"]), ("ｶﾞｽ", ["ガス"]), ("น้ำ", ["\u{E19}\u{E49}\u{E4D}\u{E32}"]),
            ("กินข้าว", ["กิน", "นข้", "ข้า", "าว"]),
            ("ລາວ", ["ລາ", "າວ"]), ("ខ្មែរ", ["ខ្មែ", "មែរ"]), ("မြန်မာ", ["မြန်", "န်မာ"]),
        ] as [(String, [String])])
    func `scripts without spaces give overlapping pairs`(text: String, expected: [String]) {
        #expect(Tokenizer().tokens(text).map(\.text) == expected)
    }

    @Test(
        arguments: [
            ("1,000.50", ["1000.5"]), ("1.000,50", ["1000.5"]), ("5kg", ["5", "kg"]), ("5 kg", ["5", "kg"]),
            ("007", ["7"]),
            ("2fa", ["2fa"]), ("24/7", ["24/7"]), ("12:30", ["12:30"]), ("3pm", ["3", "pm"]), ("1st", ["1st"]),
            ("10,000,000", ["10000000"]), ("1.2.3", ["1.2.3"]), ("5.", ["5"]), ("٣ kg", ["3", "kg"]),
        ] as [(String, [String])])
    func `numbers come in their plain spelling`(text: String, expected: [String]) {
        #expect(Tokenizer().tokens(text).map(\.text) == expected)
    }

    @Test func `words, numbers and pairs have different kinds`() {
        #expect(Tokenizer().tokens("buy 5 猫") == [Token("buy"), Token("5", kind: .number), Token("猫", kind: .pair)])
    }
}
