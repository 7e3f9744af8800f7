import LadderCore
import LadderJSON
import LadderStaticFAQ
import Testing

@Suite struct FAQEntryJSONTests {
    @Test func `entries are read`() throws {
        let text = """
            {"entries": [
                {"id": "a", "phrasings": ["Is it?", "Was it?"], "answer": "Yes.", "language": "en", "answersFirst": true},
                {"id": "b", "phrasings": ["Why?"], "answer": "Because."}
            ]}
            """
        let expected = [
            FAQEntry(id: "a", phrasings: ["Is it?", "Was it?"], answer: "Yes.", language: "en", answersFirst: true),
            FAQEntry(id: "b", phrasings: ["Why?"], answer: "Because."),
        ]
        #expect(try FAQEntry.entries(parsing: text) == expected)
        #expect(try FAQEntry.entries(json: JSONValue(parsing: text)) == expected)
    }

    @Test func `every fault is reported with its path`() {
        let text = """
            {"entrees": [], "entries": [
                {"id": "a", "phrasings": ["Is it?", 5, " "], "answer": "Yes."},
                {"id": "a", "phrasings": ["x"], "answer": "Yes.", "answersFirst": "yes", "lang": "en"},
                {"phrasings": [], "answer": ""},
                7
            ]}
            """
        do {
            _ = try FAQEntry.entries(parsing: text)
            Issue.record("nothing was thrown")
        } catch {
            let paths = error.problems.map { $0.split(separator: " ")[0] }
            #expect(
                paths == [
                    "$.entrees", "$.entries[0].phrasings[1]", "$.entries[0].phrasings[2]", "$.entries[1].lang",
                    "$.entries[1].answersFirst", "$.entries[1].id", "$.entries[2].id", "$.entries[2].phrasings",
                    "$.entries[2].answer",
                    "$.entries[3]",
                ], "\(error)")
        }
    }

    @Test(arguments: ["", "[]", "{", "{}", "null", #"{"entries": {}}"#])
    func `JSON that is not a list of entries is refused`(text: String) {
        #expect(throws: InvalidJSONDocument.self) { try FAQEntry.entries(parsing: text) }
    }
}
