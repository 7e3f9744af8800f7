extension TokenTable {
    static let swift = TokenTable(
        language: "Swift code", script: "Swift code", separator: "\n",
        passages: [
            "let total = orders.filter { $0.isPaid }.map(\\.amount).reduce(0, +)",
            "guard let url = URL(string: text) else { throw ParseError.invalid }",
            """
            /// A queue with a fixed capacity.
            public struct BoundedQueue<Element: Sendable>: Sendable {
                private var storage: [Element] = []
                public let capacity: Int

                public init(capacity: Int) {
                    precondition(capacity > 0, "a queue needs room")
                    self.capacity = capacity
                }

                /// Adds an element, unless the queue is full.
                public mutating func append(_ element: Element) -> Bool {
                    guard storage.count < capacity else { return false }
                    storage.append(element)
                    return true
                }
            }

            """,
            """
            import Testing

            @Suite struct ThermostatTests {
                @Test(arguments: [(18.0, true), (21.5, false), (25.0, false)])
                func `heats below the target`(temperature: Double, heats: Bool) async throws {
                    let thermostat = Thermostat(target: 20, hysteresis: 0.5)
                    await thermostat.report(temperature)
                    #expect(thermostat.isHeating == heats)
                }
            }

            """,
            """
            extension Ledger {
                func transfer(_ amount: Money, from source: Account.ID, to destination: Account.ID) async \
            throws {
                    try await withTransaction { transaction in
                        guard var payer = try await transaction.account(source), payer.balance >= amount \
            else {
                            throw LedgerError.insufficientFunds(account: source)
                        }
                        payer.balance -= amount
                        try await transaction.save(payer)
                        try await transaction.credit(amount, to: destination)
                    }
                }
            }

            """,
            """
            switch event {
            case .started(let id): running.insert(id)
            case .finished(let id, let result):
                running.remove(id)
                results[id] = result
            case .failed(_, let error) where error is CancellationError: break
            case .failed(let id, let error):
                logger.error("job \\(id) failed: \\(error)")
            }

            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 22, cl100k: 22),
            Count(first: 1, passages: 1, o200k: 16, cl100k: 16),
            Count(first: 2, passages: 1, o200k: 119, cl100k: 117),
            Count(first: 3, passages: 1, o200k: 98, cl100k: 99),
            Count(first: 4, passages: 1, o200k: 95, cl100k: 96),
            Count(first: 5, passages: 1, o200k: 72, cl100k: 73),
            Count(first: 0, passages: 3, o200k: 236, cl100k: 235),
            Count(first: 0, passages: 3, repeats: 4, o200k: 944, cl100k: 940),
            Count(first: 1, passages: 3, o200k: 186, cl100k: 188),
            Count(first: 1, passages: 3, repeats: 6, o200k: 1116, cl100k: 1128),
        ])
}
