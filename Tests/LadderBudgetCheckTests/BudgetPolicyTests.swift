import LadderBudgetCheck
import LadderCore
import LadderTesting
import Testing

struct BudgetPolicyTests {
    @Test func `the standard policy and ordinary limits have no problems`() {
        #expect(BudgetPolicy().problems.isEmpty)
        let limits = [
            BudgetLimit(.tokens(0), each: .user, per: .day(timeZone: "Europe/Berlin")),
            BudgetLimit(.tokens(1), each: .user, .model, per: .month, only: [.feature: "chat"], softShare: 1)
                .allowing(.tokens(5), for: [.user: "bob"]).allowing(.tokens(6), for: [.user: "bob", .model: "m"]),
            BudgetLimit(.requests(10), per: .rolling(.seconds(1))), BudgetLimit(.money(.zero), per: .hour),
        ]
        #expect(BudgetPolicy(limits: limits, downgradeModel: "small").problems.isEmpty)
    }

    @Test func `every mistake is one sentence`() {
        var policy = BudgetPolicy(
            limits: [
                BudgetLimit(.tokens(-1), per: .day, name: "a", softShare: 1.5),
                BudgetLimit(.tokens(1), each: .user, .user, per: .day(timeZone: "Mars/Base"), name: "b", softShare: 0),
                BudgetLimit(.tokens(1), each: .user, per: .rolling(.zero), name: "c")
                    .allowing(.requests(1), for: [.user: "bob"]).allowing(.tokens(-2), for: [.tenant: "acme"])
                    .allowing(.tokens(1), for: [:]),
                BudgetLimit(.tokens(1), per: .day, name: ""),
                BudgetLimit(.tokens(1), per: .day, name: "a", softShare: .nan),
            ],
            downgradeModel: "", assumedResponseTokens: 0, holdExpiry: .zero, ledgerTimeLimit: .zero)
        #expect(
            policy.problems == [
                "BudgetCheck.assumedResponseTokens is 0; allowed 1…10000000",
                "BudgetCheck.holdExpiry is 0.0 seconds; allowed 1.0 seconds…86400.0 seconds",
                "BudgetCheck.ledgerTimeLimit is 0.0 seconds; allowed 0.001 seconds…60.0 seconds",
                "BudgetCheck.downgradeModel is empty; use nil for none",
                "BudgetCheck.limits[\"a\"].amount is -1 tokens; allowed 0 or more",
                "BudgetCheck.limits[\"a\"].softShare is 1.5; allowed above 0, up to 1",
                "BudgetCheck.limits[\"b\"].softShare is 0.0; allowed above 0, up to 1",
                "BudgetCheck.limits[\"b\"].window has the time zone \"Mars/Base\", which this system does not know",
                "BudgetCheck.limits[\"b\"] counts each user twice",
                "BudgetCheck.limits[\"c\"].window is 0.0 seconds; a rolling window is one second or longer",
                "BudgetCheck.limits[\"c\"] counts tokens, an exception allows 1 request",
                "BudgetCheck.limits[\"c\"].allowing is -2 tokens; allowed 0 or more",
                "BudgetCheck.limits[\"c\"] has an exception for a tenant, but does not count each tenant apart",
                "BudgetCheck.limits[\"c\"] has an exception for no value",
                "BudgetCheck.limits has a limit with an empty name",
                "BudgetCheck.limits[\"a\"].softShare is nan; allowed above 0, up to 1",
                "BudgetCheck.limits has two limits named \"a\"",
            ])
        policy = BudgetPolicy(limits: [BudgetLimit(.requests(1), per: .day)], downgradeModel: "small")
        #expect(policy.problems == ["BudgetCheck.downgradeModel has no effect: there is no limit of tokens or money"])
    }

    @Test func `a limit names itself by what it counts, not by its amount`() {
        #expect(BudgetLimit(.tokens(1)).name == BudgetLimit(.tokens(2)).name)
        #expect(BudgetLimit(.tokens(1)).name == "tokens per day in UTC")
        let limit = BudgetLimit(
            .requests(1), each: .tenant, .tag("plan"), per: .unlimited, only: [.model: "m", .feature: "chat"])
        #expect(limit.name == "requests of feature chat and model m each tenant and tag plan per unlimited")
    }

    @Test func `the description shows every option, and no value of an exception`() {
        let budget = BudgetCheck(
            BudgetPolicy(
                limits: [
                    BudgetLimit(.tokens(1_000), each: .user, per: .day, name: "a", whenUnreachable: .allow)
                        .allowing(.tokens(5), for: [.user: "bob"])
                ], downgradeModel: "small"))
        let description = budget.layerDescription
        #expect(description.asks == ["small"])
        #expect(description.requires == [.modelFallback])
        #expect(
            description.options.map { "\($0.name): \($0.value)" } == [
                "a: 1,000 tokens per day in UTC, 1 exception, soft at 80 %, allows while the ledger is out of reach",
                "whenExhausted: freeOnly", "downgradeModel: small", "assumedResponseTokens: 4,096", "holdExpiry: 600 s",
                "ledger: InMemoryLedger",
            ])
        #expect(BudgetCheck().layerDescription.requires.isEmpty)
    }

    @Test func `the layer keeps the rules for layers`() throws {
        try checkMiddleware { BudgetCheck(BudgetLimit(.tokens(1_000_000), each: .user, per: .day)) }
    }
}
