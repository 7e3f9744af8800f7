import LadderCore
import LadderTesting
import Testing

struct MoneyTests {
    private static let texts: [(text: String, picodollars: Int64, description: String)] = [
        ("2.50", 2_500_000_000_000, "$2.50"), ("0", 0, "$0.00"), ("0.004", 4_000_000_000, "$0.004"),
        ("$3", 3_000_000_000_000, "$3.00"), ("-$0.10", -100_000_000_000, "-$0.10"),
        ("-1", -1_000_000_000_000, "-$1.00"),
        ("0.000000000001", 1, "$0.000000000001"), ("1.2345678901230000", 1_234_567_890_123, "$1.234567890123"),
        ("9223372.036854775807", .max, "$9223372.036854775807"), ("007.5", 7_500_000_000_000, "$7.50"),
        ("0.1", 100_000_000_000, "$0.10"), ("100000", 100_000_000_000_000_000, "$100000.00"),
    ]

    @Test(arguments: texts)
    func `text is read and written exactly`(text: String, picodollars: Int64, description: String) {
        #expect(Money(text)?.picodollars == picodollars)
        #expect(Money(picodollars: picodollars).description == description)
        #expect(Money(description)?.picodollars == picodollars)
    }

    @Test(arguments: [
        "", "$", "-", "-$", ".", "1.", ".5", "1.2.3", "1,5", "1e3", " 1", "1 ", "+1", "--1", "$-1", "0.0000000000001",
        "9223372.036854775808", "9223373", "99999999999999999999", "nan", "inf", "١", "1.0000000000001", "€1",
    ])
    func `what is no exact amount is refused`(text: String) {
        #expect(Money(text) == nil)
    }

    @Test func `the smallest amount is written without a trap`() {
        #expect(Money(picodollars: .min).description == "-$9223372.036854775808")
    }

    @Test func `random amounts survive being written and read`() {
        var generator = SeededRandom(seed: 3)
        for shift in 0..<63 {
            for _ in 0..<50 {
                let money = Money(picodollars: Int64(bitPattern: generator.next()) >> Int64(shift))
                #expect(money == Money(picodollars: .min) || Money(money.description) == money)
            }
        }
    }

    @Test func `dollars as a floating-point number are rounded, clamped or refused`() {
        #expect(Money(dollars: 0.1) == Money("0.1"))
        #expect(Money(dollars: -2.5) == Money("-2.5"))
        #expect(Money(dollars: 1e300) == .maximum)
        #expect(Money(dollars: -1e300)?.picodollars == .min)
        #expect(Money(dollars: .nan) == nil)
        #expect(Money(dollars: .infinity) == nil)
        #expect(Money(dollars: -.infinity) == nil)
        #expect(Money.dollars(2).inDollars == 2)
    }

    @Test func `arithmetic saturates`() {
        let least = Money(picodollars: .min)
        #expect(Money.dollars(3) + .dollars(4) - .dollars(2) == .dollars(5))
        #expect(Money.maximum + .dollars(1) == .maximum)
        #expect(least - .dollars(1) == least)
        #expect(Money.zero - least == .maximum)
        #expect(Money.dollars(3).multiplied(by: -2) == .dollars(-6))
        #expect(Money.maximum.multiplied(by: 2) == .maximum)
        #expect(Money.maximum.multiplied(by: -2) == least)
        #expect(least.multiplied(by: -1) == .maximum)
        #expect(least.multiplied(by: .max) == least)
        #expect(Money.dollars(.max) == .maximum)
        #expect(Money.dollars(.min) == least)
        var sum = Money.zero
        for _ in 0..<10 { sum += Money("0.1") ?? .zero }
        #expect(sum == .dollars(1))
        #expect(Money("0.10").map { $0 < .dollars(1) } == true)
    }
}
