import Ladder
import LadderTesting

// Two models that follow a script, so the example needs no key and no network.
let primary = ScriptedModel(
    "gpt-4o",
    .reply("Your parcel is in Lyon.", after: .milliseconds(900)),
    .fail(.overloaded), .reply("It arrives on Tuesday.", after: .milliseconds(700)),
    .fail(.server)  // from here on, every time
)
let backup = ScriptedModel(
    "claude-haiku-4-5",
    .reply("Parcels can be redirected until the evening before.", after: .milliseconds(400)),
    .fail(.unreachable)
)

let hours = FAQEntry(
    id: "hours",
    phrasings: ["When are you open?", "What are your opening hours?"],
    answer: "We are open on weekdays from 9 to 18."
)

let budget = BudgetCheck(BudgetLimit(.money(.dollars(20)), each: .tenant, per: .day))
let cache = ExactCache()

let pipeline = try Pipeline(models: [primary, backup]) {
    StaticFAQ([hours])  // a written answer, or an apology
    budget  // spend 20 dollars a day at most
    cache  // the same question again costs nothing
    ModelFallback("claude-haiku-4-5")  // another model
    CircuitBreaker()  // stop asking what is down
    Retry(maximumAttempts: 3)  // ask again, later
    Timeout(firstToken: .seconds(5), total: .seconds(30))
}

let questions = [
    "Where is my parcel?",
    "When does it arrive?",
    "Where is my parcel?",
    "Can I redirect it?",
    "what are your oppening hours",
    "Can I pay by card?",
]

// In production: `try await pipeline.respond(to: question)`. Here time is virtual, so no wait takes any time.
let simulation = Simulation(seed: 1)
let rehearsed = pipeline.running(on: simulation)
let answers = try simulation.run {
    var answers: [ChatResponse] = []
    for question in questions { answers.append(try await rehearsed.respond(to: question)) }
    return answers
}

for (question, answer) in zip(questions, answers) {
    print("\(question)\n  \(answer.content)")
    print("  [\(answer.fallbackLevel), \(answer.model), attempts: \(answer.attempts.count)]")
}
print("\nWhat happened to the fourth:\n\(answers[3].explain())")
print("\n\(cache.statistics)")
print("spent \(budget.report().total.cost) of 20 dollars")
