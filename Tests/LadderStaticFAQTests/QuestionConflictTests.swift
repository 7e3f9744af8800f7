import LadderStaticFAQ
import Testing

/// Questions with the words of an entry that ask for something else.
@Suite struct QuestionConflictTests {
    static let entries: [FAQEntry] = [
        faq(
            "hours", answer: "Weekdays, 9 to 18.",
            phrasings: [
                "When are you open?", "What are your opening hours?", "Opening hours",
            ]),
        faq(
            "refund", answer: "Five days.",
            phrasings: [
                "How long does a refund take?", "When do I get my money back?",
            ]),
        faq("price", answer: "5 € for each parcel.", phrasings: ["How much is express shipping?", "Price of express"]),
        faq(
            "cancel", answer: "In the app, up to two hours before.",
            phrasings: [
                "How do I cancel my booking?", "I want to cancel my booking",
            ]),
        faq("login", answer: "Reset your password.", phrasings: ["I cannot log in", "The login does not work"]),
        faq("dogs", answer: "Dogs are welcome.", phrasings: ["Are dogs allowed in the hotel?", "Can I bring my dog?"]),
        faq("founder", answer: "Ada did.", phrasings: ["Who founded the company?"]),
        faq("size", answer: "At most 10 people.", phrasings: ["What is the maximum size of a group?"]),
    ]
    static let index = FAQIndex(entries)

    @Test(arguments: [
        ("What were your opening hours in 1999?", FAQObjection.numbers),
        ("What are your opening hours on 24 December?", .numbers),
        ("When are you open on 2027-01-01?", .numbers),
        ("Opening hours 2031", .numbers),
        ("How long does a refund of $500 take?", .numbers),
        ("How much is express shipping for 3 kg?", .numbers),
        ("Can I bring my 2 dogs?", .numbers),
        ("I want to cancel my booking of 5 May", .numbers),
        ("Why are you open?", .questionWord),
        ("Why are your opening hours?", .questionWord),
        ("How come you are open?", .questionWord),
        ("Where are you open?", .questionWord),
        ("Who are you open for?", .questionWord),
        ("How much are you open?", .questionWord),
        ("Why does a refund take long?", .questionWord),
        ("How much money do I get back?", .questionWord),
        ("How do I get my money back?", .questionWord),
        ("Where is express shipping?", .questionWord),
        ("Why is express shipping?", .questionWord),
        ("Who cancels my booking?", .questionWord),
        ("Why do I cancel my booking?", .questionWord),
        ("How many dogs can I bring?", .questionWord),
        ("Why are dogs allowed in the hotel?", .questionWord),
        ("When was the company founded?", .questionWord),
        ("Why was the company founded?", .questionWord),
    ])
    func `a question with another number or question word is not answered`(question: String, objection: FAQObjection)
        throws
    {
        #expect(Self.index.match(question) == nil)
        let best = try #require(Self.index.ranked(question, limit: 1).first)
        #expect(best.objection == objection, "\(best.phrasing) \(best.score)")
    }

    @Test(arguments: [
        ("When do you open?", "hours"), ("what are opening hours", "hours"), ("Are you open at 9?", "hours"),
        ("Until when are you open?", "hours"), ("What time are you open?", "hours"),
        ("How many days does a refund take?", "refund"), ("When is the refund?", "refund"),
        ("How long until I get my money back when I cancel?", "refund"),
        ("What does express shipping cost?", "price"), ("Is express shipping 5 €?", "price"),
        ("Where do I cancel my booking?", "cancel"), ("How can I cancel my booking", "cancel"),
        ("Until when can I cancel my booking?", "cancel"), ("Why can't I log in?", "login"),
        ("Why does the login not work?", "login"), ("How can I bring my dog?", "dogs"),
        ("How many people is the maximum size of a group?", "size"), ("company founded who", "founder"),
    ])
    func `a question of a kind that the entry answers has no objection`(question: String, id: String) throws {
        let best = try #require(Self.index.ranked(question, limit: 1).first)
        #expect(best.entry.id == id)
        #expect(best.objection == nil)
    }
}
