@testable import LadderJSON
import LadderCore
import LadderTesting
import Testing

struct JSONValueTests {
    @Test func `one, one point zero and the text one are different values`() {
        #expect(Set<JSONValue>([1, 1.0, "1"]).count == 3)
        #expect(([1, 1.0, "1"] as JSONValue).text == #"[1,1.0,"1"]"#)
    }

    @Test func `accessors give their kind and nil otherwise`() {
        let value: JSONValue = ["list": [1, 2.5, "x", true, nil], "whole": 3.0]
        #expect(value["list"]?[0]?.int == 1)
        #expect(value["list"]?[0]?.double == 1)
        #expect(value["list"]?[1]?.double == 2.5)
        #expect(value["list"]?[1]?.int == nil)
        #expect(value["whole"]?.int == 3)
        #expect(value["list"]?[2]?.string == "x")
        #expect(value["list"]?[2]?.double == nil)
        #expect(value["list"]?[3]?.bool == true)
        #expect(value["list"]?[3]?.int == nil)
        #expect(value["list"]?[4]?.isNull == true)
        #expect(value["list"]?[5] == nil)
        #expect(value["list"]?[-1] == nil)
        #expect(value["list"]?["key"] == nil)
        #expect(value["none"] == nil)
        #expect(value[0] == nil)
        #expect(value["list"]?.array?.count == 5)
        #expect(value.object?.count == 2)
        #expect(JSONValue.number(1e300).int == nil)
        #expect(JSONValue.number(.nan).int == nil)
    }

    @Test func `a repeated key of a literal keeps its last value`() {
        #expect((["a": 1, "a": 2] as JSONValue) == ["a": 2])
    }

    @Test func `text is compact and its keys are sorted`() {
        let members = (0..<100).map { ("k\($0 + 100)", JSONValue.integer($0)) }
        let expected = "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
        #expect(JSONValue.object(Dictionary(members.shuffled(), uniquingKeysWith: { $1 })).text == expected)
    }

    @Test func `what JSON cannot hold is written as null`() {
        #expect(([.number(.nan), .number(.infinity), .number(-.infinity)] as JSONValue).text == "[null,null,null]")
    }

    @Test func `every control character is escaped`() throws {
        let all = String(String.UnicodeScalarView((0..<0x80).compactMap { Unicode.Scalar($0) })) + "é😀\u{2028}"
        let text = JSONValue.string(all).text
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 })
        #expect(text.hasPrefix(#""\u0000\u0001"#))
        #expect(text.contains(#"\b\t\n\u000b\f\r\u000e"#))
        #expect(try JSONValue(parsing: text) == .string(all))
    }

    @Test func `random values survive being written and read`() throws {
        var generator = SeededRandom(seed: 42)
        for _ in 0..<2_000 {
            let value = randomValue(depth: 4, &generator)
            #expect(try JSONValue(parsing: value.text) == value)
            var bytes = Array("x".utf8)
            value.write(into: &bytes)
            #expect(String(decoding: bytes, as: UTF8.self) == "x" + value.text)
        }
    }

    private func randomValue(depth: Int, _ generator: inout SeededRandom) -> JSONValue {
        let count = Int.random(in: 0...4, using: &generator)
        switch Int.random(in: 0...(depth == 0 ? 4 : 6), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .integer(Int(truncatingIfNeeded: generator.next()))
        case 3:
            let number = Double(bitPattern: generator.next())
            return .number(number.isFinite ? number : 0.5)
        case 4: return .string(randomText(&generator))
        case 5: return .array((0..<count).map { _ in randomValue(depth: depth - 1, &generator) })
        default:
            let members = (0..<count).map { _ in (randomText(&generator), randomValue(depth: depth - 1, &generator)) }
            return .object(Dictionary(members, uniquingKeysWith: { $1 }))
        }
    }

    private func randomText(_ generator: inout SeededRandom) -> String {
        let scalars = (0..<Int.random(in: 0...8, using: &generator)).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0...(0x10FFFF >> UInt32(generator.next() % 17)), using: &generator))
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
