import LadderSemanticCache
import Testing

/// Pairs of nearly the same words that an embedder puts next to each other.
struct HostilePairTests {
    @Test(arguments: [
        ("Is a tomato a fruit?", "Is a fruit a tomato?"), ("Are all birds animals?", "Are all animals birds?"),
        ("Von Paris nach Rom", "Von Rom nach Paris"), ("Vou de Paris a Roma", "Vou de Roma a Paris"),
        ("Can I give my baby honey?", "Can I give my honey baby?"),
        ("How do I delete my account and keep my data?", "How do I keep my account and delete my data?"),
        ("can i bring food but not drinks", "can i bring drinks but not food"),
        ("Who owns Google?", "Who does Google own?"), ("Who invaded Russia?", "Who did Russia invade?"),
        ("Who beat France in 1998?", "Who did France beat in 1998?"),
        ("Can I pay in cash?", "Must I pay in cash?"), ("May I keep the dog?", "Should I keep the dog?"),
        ("Do I have to pay tax?", "Can I pay tax?"),
        ("How old is he?", "How old is she?"), ("Can she sue him?", "Can he sue her?"),
        ("How do I reset my password?", "How do I reset his password?"),
        ("My payment failed", "My payment did not fail"), ("my card was declined", "my card was not declined"),
        ("Do I get a refund after 14 days?", "Do I get a refund within 14 days?"),
        ("Is it valid since 2019?", "Is it valid until 2019?"),
        ("Is it free unless I cancel?", "Is it free if I cancel?"),
    ])
    func `questions of the same words with different answers are vetoed`(first: String, second: String) {
        #expect(standardVeto(first, second) != nil)
        #expect(standardVeto(second, first) != nil)
    }

    @Test(arguments: [
        ("Compare cats and dogs", "Compare dogs and cats"), ("Is tea or coffee better?", "Is coffee or tea better?"),
        ("I can't log in", "I am unable to log in"), ("My payment failed", "My payment did not go through"),
        ("Can I pay by card online?", "Can I pay online by card?"),
        ("How do I reset my password?", "how i do reset my password"),
        ("What does a notary do?", "What does a notary do exactly?"),
    ])
    func `another order of a list, or another way to say a failure, passes`(first: String, second: String) {
        #expect(standardVeto(first, second) == nil)
        #expect(standardVeto(second, first) == nil)
    }
}
