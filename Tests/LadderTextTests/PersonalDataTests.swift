import LadderText
import Testing

@Suite struct PersonalDataTests {
    private let detector = PersonalDataDetector()
    private static let longAddress = String(repeating: "a", count: 64) + "@b.de"

    @Test(
        arguments: [
            "anna@example.com", "Write to anna.b+news@mail.example.co.uk.", "<anna@example.com>", "mailto:a@b.de",
            "müller@bücher.de", "anna＠example．com", "x@xn--bcher-kva.example", "(a_b-c@d-e.org)", "A@B.COM,",
            "an\u{200B}na@exam\u{AD}ple.com", "DE89370400440532013000@example.com",
            "anna@exam\u{202C}ple.com", "O'Neil o'neil@example.com",
            "a@b.io@c.io",
        ])
    func `e-mail addresses are found`(text: String) {
        #expect(detector.kinds(in: text) == ["email"])
    }

    @Test(
        arguments: [
            "", "@", "a@", "@b.de", "a@b", "user@localhost", "@scope/package", "pkg@1.2.3", "a @ b.de", "a@.de",
            "a@b..de", "a@-b.de", "a.@b.de", "a@b.d", "5 @ 3.50", "@anna said hi", "price@2.99 each",
        ])
    func `what only resembles an e-mail address is not found`(text: String) {
        #expect(detector.kinds(in: text) == [])
    }

    @Test(
        arguments: [
            "+49 30 901820", "+49 (0)30 / 901820", "+1 (415) 555-2671", "+14155552671", "(415) 555-2671",
            "415-555-2671", "415.555.2671", "1-415-555-2671", "call 415 555 2671 now", "0170 1234567", "030/901820",
            "01 23 45 67 89", "0612345678", "07700900123", "020 7946 0958", "0049 30 901820", "+44 20 7946 0958.",
            "tel: 5551234", "Telefon 901820-17", "phone number is 5552671", "Téléphone : 123 45 67",
            "call me at 555-2671",
            "+４９ ３０ ９０１８２０", "＋49‑30‑901820", "(+49) 30 901820", "0170 12 34 567", "٠١٧٠ ١٢٣٤٥٦٧",
            "+49 30 90\u{200B}1820", "fax 0800 123456",
        ])
    func `phone numbers are found`(text: String) {
        #expect(detector.kinds(in: text) == ["phone"])
    }

    @Test(
        arguments: [
            "order 4155552671", "order 0612345678", "order #0612345678", "Bestellnummer: 0612345678",
            "on 2024-05-01", "on 01.02.2024 at 12:30", "01/02/2024", "from 01.05.2024 to 02.05.2024", "2019-2024",
            "in 1999 and 2001", "version 10.0.19041.1", "1.2.3-rc.4", "$1,234,567.89", "1.234.567,00 €", "0.123456789",
            "0,12345678 BTC", "550e8400-e29b-41d4-a716-446655440000", "12345678-1234-1234-1234-123456789012",
            "192.168.100.100", "255.255.255.0:8080", "20240501123045", "1700000000", "ISBN 0306406152",
            "ISBN 978-0-306-40615-7", "123-45-6789", "π is 3.14159265358979", "52.520008, 13.404954", "2+14155552671",
            "UTC+02:00", "call on 2024-05-01", "+20.000.000 users", "+5 %", "abc0612345678", "0612345678abc",
            "/items/0612345678", "0000123456", "12 34 56", "1 2 3 4 5 6 7 8 9 10 11 12", "id=0612345678", "8x 415-555",
            "3.141.592.653", "00:12:33.000", "10 - 20 - 30 - 40",
            "+49 30    901820", "+01234567890", "01 23 456 789",
        ])
    func `order numbers, dates, versions, prices and identifiers are no phone numbers`(text: String) {
        #expect(detector.kinds(in: text) == [])
    }

    @Test(
        arguments: [
            "4111 1111 1111 1111", "4111111111111111", "5555-5555-5555-4444", "378282246310005", "3782 822463 10005",
            "6011111111111117", "30569309025904", "3530111333300000", "2223003122003222", "6200000000000005",
            "card 4111 1111 1111 1111 12/25", "2023 4111 1111 1111 1111", "4222222222222",
            "4111 1111 1111 1111, thanks",
        ])
    func `card numbers are found`(text: String) {
        #expect(detector.kinds(in: text) == ["card"])
    }

    @Test(
        arguments: [
            "4111 1111 1111 1112", "0000 0000 0000 0000", "1234567812345670", "41111111111111111111111",
            "x4111111111111111", "4111111111111111x", "411111111111111", "4111-1111-1111", "490154203237518",
            "4111,1111,1111,1111", "4 111 1111 1111 1111",
        ])
    func `numbers with a wrong check digit, issuer or length are no cards`(text: String) {
        #expect(detector.kinds(in: text) == [])
    }

    @Test(
        arguments: [
            "DE89 3704 0044 0532 0130 00", "de89370400440532013000", "GB29 NWBK 6016 1331 9268 19",
            "IBAN: FR14 2004 1010 0505 0001 3M02 606.", "NO93-8601-1117-947", "CH93 0076 2011 6238 5295 7 bitte",
            "MT84MALT011000012345MTLCAST001S",
        ])
    func `bank accounts are found, and nothing else in them`(text: String) {
        #expect(detector.kinds(in: text) == ["iban"])
    }

    @Test(
        arguments: [
            "DE88 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 0", "XX89 3704 0044 0532 0130 00",
            "XDE89370400440532013000", "DE893704004405320130001", "DE89", "NO93  8601 1117 947", "ab12",
        ])
    func `a wrong check, length or country is no bank account`(text: String) {
        #expect(!detector.kinds(in: text).contains("iban"))
    }

    @Test func `each kind is listed once, in one order`() {
        let text = "DE89370400440532013000 4111111111111111 +4930901820 a@b.de c@d.de +4930901821"
        #expect(detector.kinds(in: text) == ["email", "phone", "card", "iban"])
        #expect(PersonalDataDetector([.card, .email]).kinds(in: text) == ["email", "card"])
        #expect(PersonalDataDetector([]).kinds(in: text) == [])
    }

    @Test func `an account is no phone number or card where accounts are not searched`() {
        #expect(PersonalDataDetector([.phone, .card]).kinds(in: "DE89 3704 0044 0532 0130 00") == [])
        #expect(PersonalDataDetector([.phone]).kinds(in: "4111 1111 1111 1111") == [])
        #expect(PersonalDataDetector([.phone]).kinds(in: "+4930901820@example.com") == [])
    }

    @Test(
        arguments: [
            ("a@b.de", ["a@b.de"]), ("ü a@b.de, ü +49 30 901820.", ["a@b.de", "+49 30 901820"]),
            ("👍🏽 (415) 555-2671 👍🏽 4111 1111 1111 1111", ["(415) 555-2671", "4111 1111 1111 1111"]),
            ("é DE89 3704 0044 0532 0130 00é", ["0044 0532 0130"]),
            ("é DE89 3704 0044 0532 0130 00 é", ["DE89 3704 0044 0532 0130 00"]),
            ("an\u{200B}na@example.com", ["an\u{200B}na@example.com"]), ("call (+49) 30 901820", ["(+49) 30 901820"]),
            (longAddress, [longAddress]),
        ] as [(String, [String])])
    func `the places of personal data are those in the text's UTF-8`(text: String, found: [String]) {
        let utf8 = Array(text.utf8)
        let texts = detector.matches(in: text).map { String(decoding: utf8[$0.range], as: UTF8.self) }
        #expect(texts == found)
    }

    @Test(
        arguments: [
            "a", "@", "a@", "a@a", "a.", "1", "1 ", "1-", "(", "+", "+1 ", "0", "01 ", "4111 ", "1111", "DE89",
            "DE89 ", "DE89 3704 ", "a@b.c.", "-", " ", "phone ", "phone 1 ", "call me at ", "é", "é1", "0170-",
            "415 555 ",
        ])
    func `a long text of anything is read in one pass`(piece: String) {
        // A scan that takes quadratic time would not end within an hour.
        let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
        #expect(detector.kinds(in: text).count <= 1)
    }
}
