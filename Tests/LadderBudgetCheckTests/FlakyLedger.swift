import LadderBudgetCheck
import LadderCore
import LadderTesting

/// A ledger on another machine: it answers after a wait, fails in several ways, and loses answers.
final class FlakyLedger: BudgetLedger {
    /// The ways in which an operation ends.
    enum Behaviour: Sendable {
        case works(after: Duration)
        case fails
        /// The operation is carried out, and its answer is lost.
        case losesAnswer
        /// The operation is carried out long after the caller has given up.
        case isLate(Duration)
    }

    let books = InMemoryLedger()
    private let simulation: Simulation
    private let behaviour: NextBehaviour
    let operations = OperationLog()

    init(on simulation: Simulation, _ behaviour: @escaping @Sendable () -> Behaviour) {
        self.simulation = simulation
        self.behaviour = NextBehaviour(behaviour)
    }

    convenience init(on simulation: Simulation, _ behaviour: Behaviour = .works(after: .milliseconds(5))) {
        self.init(on: simulation) { behaviour }
    }

    func behave(_ behaviour: Behaviour) { self.behaviour.set { behaviour } }

    func reserve(_ reservation: LedgerReservation, in context: StoreContext) async throws -> LedgerDecision {
        operations.count("reserve")
        return try await carryOut { try await $0.reserve(reservation, in: $1) }
    }

    func settle(_ settlement: LedgerSettlement, in context: StoreContext) async throws -> LedgerSettlementResult {
        operations.count("settle")
        return try await carryOut { try await $0.settle(settlement, in: $1) }
    }

    func settle(
        _ settlements: [LedgerSettlement], in context: StoreContext
    ) async throws -> [LedgerSettlementResult] {
        operations.count("settle \(settlements.count)")
        return try await carryOut { books, context in
            var results: [LedgerSettlementResult] = []
            for settlement in settlements { results.append(try await books.settle(settlement, in: context)) }
            return results
        }
    }

    func status(of limits: [LedgerLimit], in context: StoreContext) async throws -> [LedgerStatus] {
        operations.count("status")
        return try await carryOut { try await $0.status(of: limits, in: $1) }
    }

    func setMaximum(_ maximum: Int64?, ofAccount account: String, in context: StoreContext) async throws {
        operations.count("setMaximum")
        try await carryOut { try await $0.setMaximum(maximum, ofAccount: account, in: $1) }
    }

    private func carryOut<Value: Sendable>(
        _ operation: @escaping @Sendable (InMemoryLedger, StoreContext) async throws -> Value
    ) async throws -> Value {
        let (books, context) = (books, StoreContext(runtime: simulation.runtime))
        switch behaviour.next() {
        case .works(let wait):
            if wait > .zero { try await simulation.sleep(for: wait) }
            return try await operation(books, context)
        case .fails:
            throw StoreError(.unavailable, message: "no route")
        case .losesAnswer:
            _ = try await operation(books, context)
            throw StoreError(.timedOut, message: "no answer", mayHaveHappened: true)
        case .isLate(let wait):
            // Ignores cancellation, as a request does that has left the machine.
            let simulation = simulation
            return try await withCheckedThrowingContinuation { continuation in
                _ = simulation.spawn("late ledger") {
                    try? await simulation.sleep(for: wait)
                    do {
                        continuation.resume(returning: try await operation(books, context))
                    } catch {
                        continuation.resume(throwing: error)
                    }
                }
            }
        }
    }

    /// The behaviour of the next operation.
    final class NextBehaviour: Sendable {
        private let state: Locked<@Sendable () -> Behaviour>

        init(_ behaviour: @escaping @Sendable () -> Behaviour) { state = Locked(behaviour) }

        func set(_ behaviour: @escaping @Sendable () -> Behaviour) { state.withLock { $0 = behaviour } }

        func next() -> Behaviour { state.withLock { $0 }() }
    }

    /// The operations so far, in order.
    final class OperationLog: Sendable {
        private let state = Locked<[String]>([])

        func count(_ name: String) { state.withLock { $0.append(name) } }

        var all: [String] { state.withLock { $0 } }
    }
}
