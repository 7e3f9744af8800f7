import LadderTesting
import Testing

@testable import LadderJSON

/// Whole numbers at the borders of 64 bits, and of what a `Double` holds exactly.
struct JSONNumberTests {
    @Test func `whole numbers just beyond 64 bits are no Int`() throws {
        for text in [
            "9223372036854775808", "-9223372036854775809", "-9223372036854775808.0", "-9.223372036854775808e18",
            "18446744073709551615", "18446744073709551616", "-18446744073709551616", "1e300",
        ] {
            #expect(try JSONValue(parsing: text).int == nil, "\(text)")
        }
        #expect(try JSONValue(parsing: "9223372036854775807").int == .max)
        #expect(try JSONValue(parsing: "-9223372036854775808").int == .min)
    }

    @Test func `a number that may have been rounded is no Int`() throws {
        #expect(try JSONValue(parsing: "9007199254740993.0").int == nil)
        #expect(try JSONValue(parsing: "9007199254740992.0").int == nil)
        #expect(try JSONValue(parsing: "9007199254740991.0").int == 9_007_199_254_740_991)
        #expect(try JSONValue(parsing: "-9007199254740991.0").int == -9_007_199_254_740_991)
        #expect(try JSONValue(parsing: "9007199254740993").int == 9_007_199_254_740_993)
        #expect(try JSONValue(parsing: "3.0e2").int == 300)
    }

    @Test(arguments: [
        "18446744073709551614", "18446744073709551615", "18446744073709551616", "18446744073709551617",
        "18446744073709551625", "36893488147419103232", "184467440737095516150", "184467440737095516160",
        "340282366920938463463374607431768211456",
    ])
    func `whole numbers around two to the power of 64 keep their size`(text: String) throws {
        let number = try #require(Double(text))
        #expect(try JSONValue(parsing: text) == .number(number))
        #expect(try JSONValue(parsing: "-" + text) == .number(-number))
        #expect(try JSONValue(parsing: text + ".0") == .number(number))
        #expect(try JSONValue(parsing: "[" + text + "]")[0]?.int == nil)
    }

    @Test func `whole numbers of every length read as the standard library reads them`() throws {
        var generator = SeededRandom(seed: 11)
        for _ in 0..<5_000 {
            let count = Int.random(in: 0...24, using: &generator)
            let digits = (0..<count).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
            let text = (Bool.random(using: &generator) ? "-" : "") + "1" + digits
            let expected = try Int(text).map(JSONValue.integer) ?? .number(#require(Double(text)))
            #expect(try JSONValue(parsing: text) == expected, "\(text)")
        }
    }
}
