import LadderText
import Testing

@Suite struct NumberMentionTests {
    @Test(arguments: [
        ("1,000.50", 1000.5), ("1.000,50", 1000.5), ("1000.5", 1000.5), ("1'000.5", 1000.5), ("1\u{A0}000,5", 1000.5),
        ("1\u{202F}000\u{202F}000", 1e6), ("1 000 000", 1e6), ("1 000", 1000), ("1,000", 1000), ("1.000", 1000),
        ("0.125", 0.125), ("0,5", 0.5), ("3.14", 3.14), ("-5", -5), ("−5", -5), ("(-7)", -7), ("007", 7), ("1/2", 0.5),
        ("½", 0.5),
        ("５０", 50), ("٢٥", 25), ("5k", 5000), ("2 million", 2e6), ("twelve", 12), ("twenty-five", 25),
        ("two hundred", 200),
        ("99999999999999999999", 1e20),
    ])
    func `a number is read`(text: String, value: Double) {
        #expect(NumberMention.all(in: text) == [NumberMention(value)])
    }

    @Test(
        arguments: [
            ("20 %", 20, .percent), ("20%", 20, .percent), ("20 percent", 20, .percent), ("20 per cent", 20, .percent),
            ("20 Prozent", 20, .percent), ("$30", 30, .currency("USD")), ("30€", 30, .currency("EUR")),
            ("€ 30", 30, .currency("EUR")),
            ("30 euros", 30, .currency("EUR")), ("EUR 30", 30, .currency("EUR")), ("30 usd", 30, .currency("USD")),
            ("-$5.50", -5.5, .currency("USD")), ("$1.5k", 1500, .currency("USD")),
            ("2 million dollars", 2e6, .currency("USD")),
            ("5kg", 5, .measure("kg")), ("5 Kilograms", 5, .measure("kg")), ("5-day", 5, .measure("day")),
            ("two weeks", 2, .measure("week")),
            ("30 Tage", 30, .measure("day")), ("120 km/h", 120, .measure("kmh")), ("20 °C", 20, .measure("celsius")),
            ("5 m²", 5, .measure("m2")),
            ("128GB", 128, .measure("gb")), ("3pm", 900, .timeOfDay), ("12 am", 0, .timeOfDay),
            ("12:30 pm", 750, .timeOfDay),
            ("14:30", 870, .timeOfDay), ("2nd", 2, .ordinal), ("2024-05-01", 20_240_501, .date),
            ("1.5.2024", 20_240_501, .date),
            ("05/01/2024", 20_240_501, .date), ("25/12/2024", 20_241_225, .date), ("5 May 2024", 20_240_505, .date),
            ("May 5th, 2024", 20_240_505, .date),
            ("5. Mai", 505, .date), ("5 de mayo", 505, .date), ("1st of June", 601, .date),
        ] as [(String, Double, NumberUnit)])
    func `a number is read with its unit`(text: String, value: Double, unit: NumberUnit) {
        #expect(NumberMention.all(in: text) == [NumberMention(value, unit: unit)])
        #expect(NumberMention.all(in: "Is it \(text), then?") == [NumberMention(value, unit: unit)])
    }

    @Test(arguments: [
        "", "no numbers here", "mp3 covid19", "may I march in", "one", "version 1.2.3",
    ])
    func `names and words are no numbers`(text: String) {
        #expect(NumberMention.all(in: text).isEmpty)
    }

    @Test func `several numbers keep their order`() {
        #expect(
            NumberMention.all(in: "iPhone 15 128 GB for $799 or 24 x 35,50 € (5-10 days)") == [
                NumberMention(15), NumberMention(128, unit: .measure("gb")), NumberMention(799, unit: .currency("USD")),
                NumberMention(24),
                NumberMention(35.5, unit: .currency("EUR")), NumberMention(5), NumberMention(10, unit: .measure("day")),
            ])
    }

    @Test(arguments: [
        "1,,2", "1.", ".5.", "//", "12:99", "99/99/9999", "5/0", "1e999", "--5", "$", "%%", "1/2/3/4", "9:9:9:9:9",
    ])
    func `odd spellings never trap`(text: String) {
        for repeats in [1, 2, 40] {
            let long = Array(repeating: text, count: repeats).joined()
            #expect(NumberMention.all(in: long).count <= long.utf8.count)
        }
    }
}
