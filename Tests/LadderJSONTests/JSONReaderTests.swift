@testable import LadderJSON
import LadderCore
import Testing

struct JSONReaderTests {
    private enum Delivery: String, CaseIterable { case whole, streamed }

    /// What `body` reports about a text.
    private func problems<Value>(in text: String, _ body: (JSONReader) -> Value?) -> [String] {
        do {
            _ = try JSONReader.read(text, as: body)
            return []
        } catch {
            return error.problems
        }
    }

    @Test func `a good document is read whole`() throws {
        struct Model: Equatable { var name: String, input: Double, tiers: Int?, isNew: Bool, delivery: Delivery }
        let text = """
            {"models": {"b": {"input": 2.5, "new": true, "delivery": "streamed"}, "a": {"input": 1, "tiers": 3}}}
            """
        let models = try JSONReader.read(text) { document in
            document["models"].requiredObject().compactMap { name, model -> Model? in
                guard let input = model["input"].requiredNumber(in: 0...) else { return nil }
                return Model(
                    name: name, input: input, tiers: model["tiers"].optionalInt(in: 1...9),
                    isNew: model["new"].optionalBool() ?? false,
                    delivery: model["delivery"].optionalChoice(of: Delivery.self) ?? .whole)
            }
        }
        #expect(
            models == [
                Model(name: "a", input: 1, tiers: 3, isNew: false, delivery: .whole),
                Model(name: "b", input: 2.5, tiers: nil, isNew: true, delivery: .streamed),
            ])
    }

    @Test func `every fault is told with its path`() {
        let text = """
            {"date": 5, "models": [{"input": "abc", "output": -1}, {"gpt-4.1": {"input": true}}, 7],
             "delivery": "fast", "limit": 2.5, "share": 1.5, "names": ["a", 1], "on": "yes", "9": 0}
            """
        let found = problems(in: text) { document -> Int? in
            _ = document["date"].requiredString()
            for model in document["models"].requiredArray() {
                _ = model["input"].optionalNumber(in: 0...)
                _ = model["output"].optionalNumber(in: 0...)
                _ = model["gpt-4.1"]["input"].optionalNumber()
            }
            _ = document["delivery"].requiredChoice(of: Delivery.self)
            _ = document["limit"].requiredInt(in: 1...)
            _ = document["share"].requiredNumber(in: 0...1)
            _ = document["names"].requiredStrings()
            _ = document["on"].requiredBool()
            _ = document["missing"]["deeper"].requiredInt(in: ..<5)
            document.rejectUnknownKeys(["date", "models", "delivery", "limit", "share", "names", "on"])
            return 1
        }
        #expect(
            found == [
                "$.date is 5; expected a string",
                "$.models[0].input is \"abc\"; expected a number ≥ 0",
                "$.models[0].output is -1; expected a number ≥ 0",
                "$.models[1][\"gpt-4.1\"].input is true; expected a number",
                "$.models[2] is 7; expected an object",
                "$.delivery is \"fast\"; expected one of \"whole\", \"streamed\"",
                "$.limit is 2.5; expected a whole number ≥ 1",
                "$.share is 1.5; expected a number in 0…1",
                "$.names[1] is 1; expected a string",
                "$.on is \"yes\"; expected true or false",
                "$.missing.deeper is missing; expected a whole number < 5",
                "$[\"9\"] is not known here; expected \"date\", \"delivery\", \"limit\", \"models\", \"names\", "
                    + "\"on\", \"share\"",
            ])
    }

    @Test func `absent and null are missing, and only what is required reports that`() {
        for text in ["{}", #"{"a": null}"#] {
            let found = problems(in: text) { document -> Int? in
                #expect(document["a"].optionalString() == nil)
                #expect(document["a"].optionalNumber(in: 0...) == nil)
                #expect(document["a"].optionalArray() == nil)
                #expect(document["a"].optionalObject() == nil)
                #expect(document["a"]["b"].optionalInt() == nil)
                #expect(document["a"].requiredStrings() == nil)
                #expect(document["a"].requiredArray().isEmpty)
                #expect(document["a"].requiredObject().isEmpty)
                return 1
            }
            #expect(
                found == [
                    "$.a is missing; expected an array of strings", "$.a is missing; expected an array",
                    "$.a is missing; expected an object",
                ])
        }
    }

    @Test func `what lies below a fault is not reported again`() {
        let found = problems(in: #"{"a": "x"}"#) { document -> Int? in
            _ = document["a"]["b"].requiredString()
            _ = document["a"]["c"]["d"].requiredArray()
            return 1
        }
        #expect(found == ["$.a is \"x\"; expected an object"])
    }

    @Test func `a text that is no JSON is one problem`() {
        #expect(problems(in: "{\n\"a\": }") { _ in 1 } == ["line 2, column 6: expected a value"])
    }

    @Test func `a body that gives nothing and says nothing still throws`() {
        #expect(problems(in: "{}") { _ -> Int? in nil } == ["$ cannot be used"])
    }

    @Test func `faults of one's own are kept, once each`() {
        let found = problems(in: "[1]") { document -> Int? in
            for element in document.requiredArray() + document.requiredArray() { element.report("is odd") }
            return 1
        }
        #expect(found == ["$[0] is odd"])
    }

    @Test func `the list of problems is bounded and counts the rest`() {
        let text = "[" + Array(repeating: "0", count: 130).joined(separator: ",") + "]"
        let found = problems(in: text) { document -> Int? in
            for element in document.requiredArray() { _ = element.requiredString() }
            return 1
        }
        #expect(found.count == JSONProblems.maximumCount + 1)
        #expect(found.last == "… and 30 more")
    }

    @Test func `long texts are cut where they are quoted`() {
        let found = problems(in: "\"\(String(repeating: "a", count: 1_000))\"") { $0.requiredInt() }
        #expect(found == ["$ is \"\(String(repeating: "a", count: 40))…\"; expected a whole number"])
    }
}
