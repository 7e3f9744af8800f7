import Foundation
import LadderTesting
import Testing

@testable import LadderJSON

struct JSONSchemaTests {
    private let schema: JSONSchema = [
        "type": "object",
        "properties": ["b": ["type": "string"], "a": ["type": ["number", "null"], "minimum": 0, "multipleOf": 0.5]],
        "required": ["b", "a"],
        "additionalProperties": false,
        "default": nil,
    ]
    private let text =
        #"{"type":"object","properties":{"b":{"type":"string"},"#
        + #""a":{"type":["number","null"],"minimum":0,"multipleOf":0.5}},"required":["b","a"],"#
        + #""additionalProperties":false,"default":null}"#

    @Test func `a literal is written in the order of its declaration`() {
        #expect(schema.text == text)
        #expect("\(schema)" == text)
        #expect(schema["properties"]?.keys == ["b", "a"])
    }

    @Test func `a text keeps its order when it is read and written`() throws {
        #expect(try JSONSchema(parsing: text) == schema)
        #expect(
            try JSONSchema(parsing: " { \"z\" : { \"y\" : [ ] , \"x\" : 1.0 } , \"a\" : -0.0 }").text
                == #"{"z":{"y":[],"x":1.0},"a":-0.0}"#)
    }

    @Test func `the order of keys is part of the identity`() {
        let one: JSONSchema = ["a": 1, "b": 2]
        let other: JSONSchema = ["b": 2, "a": 1]
        #expect(one != other)
        #expect(Set([one, other, ["a": 1, "b": 2]]).count == 2)
        #expect(one.value == other.value)
    }

    @Test func `a repeated key keeps its first place and its last value`() throws {
        let literal: JSONSchema = ["a": 1, "b": 2, "a": 3]
        #expect(literal.text == #"{"a":3,"b":2}"#)
        #expect(try JSONSchema(parsing: #"{"a":1,"b":2,"a":3}"#) == literal)
    }

    @Test func `a schema made of a value has sorted keys`() {
        #expect(
            JSONSchema(["b": ["d": 1, "c": [nil]], "a": true] as JSONValue).text
                == #"{"a":true,"b":{"c":[null],"d":1}}"#)
    }

    @Test func `a key is found where there is one`() {
        #expect(schema["type"] == "object")
        #expect(schema["type"]?["type"] == nil)
        #expect(schema["none"] == nil)
        #expect((["a"] as JSONSchema).keys == [])
        #expect((true as JSONSchema).text == "true")
    }

    @Test(arguments: ["", "{", "[1,]", "{\"a\":1,}", "nul", "{} {}"])
    func `invalid text is an error`(text: String) {
        #expect(throws: JSONError.self) { try JSONSchema(parsing: text) }
    }

    @Test func `nesting is accepted up to the limit and refused beyond`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
        }
        #expect(try JSONSchema(parsing: nested(JSONValue.maximumDepth)).text == nested(JSONValue.maximumDepth))
        #expect(throws: JSONError.self) { try JSONSchema(parsing: nested(JSONValue.maximumDepth + 1)) }
    }

    @Test func `an object with many keys keeps all of them in order`() throws {
        var generator = SeededRandom(seed: 3)
        let keys = (0..<5_000).map { "k\($0)" }.shuffled(using: &generator)
        let text = "{" + keys.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
        let schema = try JSONSchema(parsing: text)
        #expect(schema.keys == keys)
        #expect(schema.text == text)
    }

    @Test func `a schema and a value are encoded as one string that holds their text`() throws {
        let encoded = try JSONEncoder().encode([schema])
        #expect(try JSONDecoder().decode([JSONSchema].self, from: encoded) == [schema])
        #expect(try JSONDecoder().decode([String].self, from: encoded) == [text])

        let value: JSONValue = ["b": 1.0, "a": [1, "x", nil]]
        let encodedValue = try JSONEncoder().encode([value])
        #expect(try JSONDecoder().decode([JSONValue].self, from: encodedValue) == [value])
        #expect(try JSONDecoder().decode([String].self, from: encodedValue) == [#"{"a":[1,"x",null],"b":1.0}"#])
    }

    @Test func `a string that is no JSON cannot be decoded`() {
        let encoded = Data(#"["{"]"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([JSONSchema].self, from: encoded) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([JSONValue].self, from: encoded) }
    }
}
