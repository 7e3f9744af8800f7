@testable import LadderJSON
import LadderCore
import LadderTesting
import Testing

struct JSONParsingTests {
    private static let valid: [(text: String, value: JSONValue)] = [
        ("null", .null), ("true", .bool(true)), (" false\n", .bool(false)), ("\u{FEFF}1", 1),
        ("0", 0), ("-1", -1), ("1", .integer(1)), ("1.0", .number(1)), ("\"1\"", "1"), ("1e2", .number(100)),
        ("-0", .number(-0.0)), ("1E+2", .number(100)), ("25e-1", 2.5), ("0.1", 0.1),
        ("3.141592653589793", .number(.pi)),
        ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
        ("9223372036854775808", .number(9_223_372_036_854_775_808)),
        ("-9223372036854775809", .number(-9_223_372_036_854_775_808)),
        ("123456789012345678901234567890", .number(1.2345678901234568e29)),
        ("1e-999999999999999999999", .number(0)), ("0e999999999999999999999", .number(0)),
        ("1.7976931348623157e308", .number(.greatestFiniteMagnitude)), ("5e-324", .number(.leastNonzeroMagnitude)),
        ("9007199254740993.0", .number(9_007_199_254_740_992)), ("1e23", .number(1e23)), ("1e22", .number(1e22)),
        ("[]", []), ("{}", [:]), ("[ 1 , [ ] , { } ]", [1, [], [:]]), (#"{"a":{"b":[null]}}"#, ["a": ["b": [nil]]]),
        (#"{"a":1,"b":2,"a":3}"#, ["a": 3, "b": 2]), ("\"\"", ""), (#"{"":0}"#, ["": 0]),
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
        (#""a\ud83d\ude00b\uDBFF\uDFFF""#, "a😀b\u{10FFFF}"), ("\"é😀\u{7F}\"", "é😀\u{7F}"), (#""\u0000""#, "\0"),
    ]

    @Test(arguments: valid)
    func `valid text gives its value`(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == value)
        #expect(try JSONValue(parsing: Array(text.utf8)) == value)
        #expect(try JSONValue(parsing: AnySequence(Array(text.utf8))) == value)
    }

    @Test func `minus zero keeps its sign`() throws {
        #expect(try JSONValue(parsing: "-0").double?.sign == .minus)
        #expect(try JSONValue(parsing: "-0.0").text == "-0.0")
    }

    private static let invalid: [String] = [
        "", " ", "nul", "nulL", "True", "tru", "01", "-01", "00", "-", "+1", ".5", "1.", "1.e2", "1e", "1e+", "1x",
        "0x1",
        "NaN", "Infinity", "-Infinity", "1e999", "-1e400", "1 2", "[1] x", "[", "]", "[1", "[1,", "[1,]", "[,1]",
        "[1 2]",
        "{", "}", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{,}", "{a:1}", "{'a':1}", "{\"a\" 1}", "{1:2}", "\"",
        "\"a", "'a'", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\u\"", "\"a\nb\"", "\"\t\"", "\"\u{0}\"",
        #""\ud800""#, #""\udc00""#, #""\ud800\ud800""#, #""\ud800x""#, #""\ud800\n""#, #""\ud83d\u""#, #""\ud83d"#,
        "// x\n1", "/* */1", "\u{A0}1", "\u{C}1", "[1]]", "\u{FEFF}", "[\u{FEFF}1]",
    ]

    @Test(arguments: invalid)
    func `invalid text is an error`(text: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    }

    private static let notUTF8: [[UInt8]] = [
        [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3], [0x80], [0xC3, 0x5C, 0x6E, 0xA9],
    ]

    @Test(arguments: notUTF8)
    func `a string that is not UTF-8 is an error`(content: [UInt8]) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22] + content + [0x22]) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: content) }
    }

    @Test func `an error names its place without quoting the text`() {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: "{\n  \"é\": secret}") }
        #expect(error?.offset == 10)
        #expect(error?.line == 2)
        #expect(error?.column == 8)
        #expect(error?.description == "line 2, column 8: expected a value")
    }

    @Test func `nesting is accepted up to the limit and refused beyond`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try JSONValue(parsing: nested(JSONValue.maximumDepth))
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: nested(JSONValue.maximumDepth + 1)) }
        #expect(error?.offset == JSONValue.maximumDepth)
        #expect(throws: JSONError.self) { try JSONValue(parsing: String(repeating: "[", count: 1_000_000)) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: String(repeating: "{\"a\":", count: 1_000_000)) }
        _ = try JSONValue(parsing: "[" + Array(repeating: "[[]]", count: 1_000).joined(separator: ",") + "]")
    }

    @Test func `every cut of a document is an error`() {
        let text = Array(#"{"a":[1,-2.5e3,"x\u00e9\ud83d\ude00é",true,false,null],"b":{"c":{}}}"#.utf8)
        for length in text.indices {
            #expect(throws: JSONError.self) { try JSONValue(parsing: text[..<length]) }
        }
    }

    @Test func `every changed byte gives a value or an error and never a trap`() throws {
        let text = Array(#"{"a":[1,-2.5e3,"x\u00e9\ud83d\ude00é",true,null],"b":{}}"#.utf8)
        for position in text.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[position] = byte
                guard let value = try? JSONValue(parsing: changed) else { continue }
                #expect(try JSONValue(parsing: value.text) == value)
            }
        }
    }

    @Test func `numbers read as the standard library reads them`() throws {
        var generator = SeededRandom(seed: 7)
        for _ in 0..<5_000 {
            let digits = (0..<Int.random(in: 1...19, using: &generator)).map { _ in
                String(Int.random(in: 0...9, using: &generator))
            }
            let text = "1." + digits.joined() + "e\(Int.random(in: -40...40, using: &generator))"
            #expect(try JSONValue(parsing: text).double == Double(text), "\(text)")
        }
    }
}
