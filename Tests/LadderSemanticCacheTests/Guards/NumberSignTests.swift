import LadderSemanticCache
import Testing

struct NumberSignTests {
    @Test(arguments: [
        ("What changed in version 3.1?", "What changed in version 3.10?"),
        ("python 3.1 release", "python 3.10 release"),
        ("Is .5 mg safe?", "Is 5 mg safe?"), ("What happens at -10 degrees?", "What happens at 10 degrees?"),
        ("Is -5 a natural number?", "Is 5 a natural number?"), ("What is 5 + 3?", "What is 5 - 3?"),
        ("What is 5 x 3?", "What is 5 / 3?"), ("What is 2^10?", "What is 2*10?"), ("Is 3 > 2?", "Is 3 < 2?"),
    ])
    func `numbers that differ in a sign or a point get no common answer`(first: String, second: String) {
        #expect(standardVeto(first, second) != nil)
        #expect(standardVeto(second, first) != nil)
    }

    @Test(arguments: [
        ("What is 5 x 3?", "What is 5 * 3?"), ("What is 12×4?", "What is 12 x 4?"),
        ("Does it take 5-10 days?", "Does it take 5 - 10 days?"), ("Is it $10.00 a month?", "Is it $10 a month?"),
        ("What happened on 3/4/2020?", "What happened on 2020-03-04?"), ("Call 555-1234", "Call 555 1234"),
        ("Is 1,500 enough?", "Is 1500 enough?"), ("Is it 2.5 km?", "Is it 2.5km?"), ("The fee is 5.", "The fee is 5"),
    ])
    func `other spellings of one number are no difference`(first: String, second: String) {
        #expect(standardVeto(first, second) == nil)
        #expect(standardVeto(second, first) == nil)
    }
}
