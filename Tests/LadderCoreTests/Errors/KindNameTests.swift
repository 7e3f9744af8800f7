import LadderCore
import Testing

/// A kind of error that is added must be known everywhere.
@Suite struct KindNameTests {
    @Test(arguments: ChatError.KindName.allCases)
    func `a name's example has that name, and texts of its own`(name: ChatError.KindName) {
        let kind = name.exampleKind
        #expect(kind.kindName == name)
        #expect(kind.name == name.rawValue)
        // "context too long" for contextTooLong: the description is the name in words.
        #expect(kind.description.lowercased().filter { $0 != " " }.hasPrefix(name.rawValue.lowercased()))
        #expect(!ChatError(kind).message.isEmpty)
        #expect(ChatError.KindName(rawValue: name.rawValue) == name)
    }

    @Test func `each kind has a sentence of its own`() {
        let sentences = ChatError.KindName.allCases.map { ChatError($0.exampleKind).message }
        #expect(Set(sentences).count == ChatError.KindName.allCases.count)
    }

    @Test(arguments: ChatError.KindName.allCases)
    func `every column of the table can be overridden for every kind`(name: ChatError.KindName) {
        let error = ChatError(name.exampleKind)
        let retries = [ErrorRules.RetryRule.never, .afterBackoff, .afterAskedWait, .once]
        for rule in retries { #expect(error.rule(\.retry, overrides: [name: rule]) == rule) }
        let fallbacks = [ErrorRules.FallbackRule.never, .anyModel, .localFirst, .largerWindow, .acceptingFiltered]
        for rule in fallbacks { #expect(error.rule(\.fallback, overrides: [name: rule]) == rule) }
        let results = [ErrorRules.BreakerRule.neutral, .failure, .neutralUnlessLongWait, .opens, .failureIfAsked]
        for rule in results { #expect(error.rule(\.breaker, overrides: [name: rule]) == rule) }
        let answers = [ErrorRules.FAQRule.answers, .onlyIfEnabled, .never]
        for rule in answers { #expect(error.rule(\.faq, overrides: [name: rule]) == rule) }
    }

    @Test func `an override of one kind changes no other`() {
        for name in ChatError.KindName.allCases {
            for other in ChatError.KindName.allCases where other != name {
                let error = ChatError(other.exampleKind)
                #expect(error.rule(\.retry, overrides: [name: .once]) == error.rules.retry)
            }
        }
    }

    @Test(arguments: [ErrorRules.RetryRule.never, .afterBackoff, .afterAskedWait, .once])
    func `the text of overrides names what differs from the table, in its order`(rule: ErrorRules.RetryRule) {
        let all = Dictionary(uniqueKeysWithValues: ChatError.KindName.allCases.map { ($0, rule) })
        let expected = ChatError.KindName.allCases.filter { $0.exampleKind.rules.retry != rule }
        #expect(all.ruleText == expected.map { "\($0.rawValue) \(rule)" }.joined(separator: ", "))
    }
}
