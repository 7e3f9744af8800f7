public import LadderCore

/// A ledger on a Redis or Valkey server: budgets that all machines share.
///
/// ```swift
/// import LadderRedis
///
/// let ledger = try RedisLedger(url: "redis://10.0.0.5:6379")
/// let budget = BudgetCheck(BudgetLimit(.money(.dollars(20)), each: .tenant, per: .day), ledger: ledger)
/// ```
///
/// Each operation is one script on the server, which takes the time from the server's clock: all amounts of a reservation
/// are held or none, and the clocks of the machines need not agree. Holds of a process that has ended expire.
///
/// A limit on Redis has a bounded error: a replica that takes over may not have the last writes. Docs/Operating/Redis.md
/// says how much that is, and how a server is set up so that it stays small.
///
/// In a cluster all accounts of one ledger are on one server. It does about 10,000 reservations a second.
public final class RedisLedger: BudgetLedger {
    /// The policy that the ledger was created with.
    public let policy: RedisLedgerPolicy
    private let client: RedisClient
    /// The milliseconds by which tests have moved the server's clock.
    private let shift = Locked(Int64(0))

    /// The largest amount: the server counts in floating point, where larger integers are not exact.
    private static let largestAmount: Int64 = 1 << 53

    /// Creates a ledger for an address such as `redis://10.0.0.5:6379`; see ``RedisClient/init(url:)``.
    ///
    /// It connects with the first operation.
    ///
    /// - Throws: `ConfigurationError` with every option that is out of range.
    public convenience init(
        url: String, policy: RedisLedgerPolicy = RedisLedgerPolicy()
    ) throws(ConfigurationError) {
        try self.init(RedisOptions(url: url), policy: policy)
    }

    /// Creates a ledger for a server.
    ///
    /// - Throws: `ConfigurationError` with every option that is out of range.
    public init(
        _ options: RedisOptions, policy: RedisLedgerPolicy = RedisLedgerPolicy()
    ) throws(ConfigurationError) {
        guard policy.problems.isEmpty else { throw ConfigurationError(problems: policy.problems) }
        self.policy = policy
        client = try RedisClient(options)
    }

    /// Holds every amount of a reservation, or none of them.
    public func reserve(_ reservation: LedgerReservation, in context: StoreContext) async throws -> LedgerDecision {
        let reply = try await run(
            LedgerScripts.reserve, id: reservation.id, time: reservation.expiresAfter, entries: reservation.entries,
            in: context)
        let (elements, limits) = (reply.elements ?? [], reservation.entries.map(\.limit))
        switch elements.first?.string {
        case "held": return .held(try Self.states(of: limits, in: elements.last))
        case "refused":
            guard elements.count == 3, let index = elements[1].integer, limits.indices.contains(Int(index)) else {
                throw Self.unreadable
            }
            return .refused(index: Int(index), try Self.status(of: limits[Int(index)], in: elements[2]))
        case "settled": return .alreadySettled
        default: throw Self.unreadable
        }
    }

    /// Ends the hold of a reservation and charges what was used.
    @discardableResult
    public func settle(
        _ settlement: LedgerSettlement, in context: StoreContext
    ) async throws -> LedgerSettlementResult {
        let reply = try await run(
            LedgerScripts.settle, id: settlement.id, time: policy.settledTime, entries: settlement.entries, in: context)
        switch reply.string {
        case "settled": return .settled
        case "late": return .settledLate
        case "repeated": return .repeated
        default: throw Self.unreadable
        }
    }

    /// Returns the state of accounts, in the order of `limits`.
    public func status(of limits: [LedgerLimit], in context: StoreContext) async throws -> [LedgerStatus] {
        let entries = limits.map { LedgerReservation.Entry(limit: $0, amount: 0) }
        return try Self.states(
            of: limits, in: try await run(LedgerScripts.status, id: "", time: .zero, entries: entries, in: context))
    }

    /// Sets a maximum for an account that counts instead of the one in its limit; nil removes it.
    public func setMaximum(_ maximum: Int64?, ofAccount account: String, in context: StoreContext) async throws {
        let key = key("maxima")
        let command =
            maximum.map {
                RedisCommand("HSET", .text(key), .text(account), .integer(min(max(0, $0), Self.largestAmount)))
            } ?? RedisCommand("HDEL", .text(key), .text(account))
        let timeout = try timeout(in: context)
        try await storeOperation { () throws(RedisError) in _ = try await client.send(command, within: timeout) }
    }

    /// Ends the connection. Later operations throw `closed`.
    public func close() async { await client.close() }

    /// Moves the clock of the server forward, as this ledger reads it.
    func advance(by duration: Duration) {
        shift.withLock { $0 += duration.clampedNanoseconds / 1_000_000 }
    }

    // MARK: Scripts

    private func key(_ name: String) -> String { "\(policy.prefix):{budget}:\(name)" }

    private func timeout(in context: StoreContext) throws -> Duration {
        guard let deadline = context.deadline else { return policy.timeout }
        let left = deadline - (context.runtime ?? .live).now
        guard left > .zero else { throw StoreError(.timedOut, message: "the deadline is over") }
        return min(left, policy.timeout)
    }

    private func run(
        _ script: RedisScript, id: String, time: Duration, entries: [LedgerReservation.Entry], in context: StoreContext
    ) async throws -> RESPValue {
        guard entries.allSatisfy({ $0.amount <= Self.largestAmount }) else {
            throw StoreError(.tooLarge, message: "an amount is above 2^53, which Redis cannot count exactly")
        }
        var keys = [key("holds"), key("ends"), key("maxima"), key("settled:\(id)")]
        var arguments: [RedisCommand.Argument] = [
            .integer(shift.withLock { $0 }), .text(id), .integer(max(1, time.clampedNanoseconds / 1_000_000)),
        ]
        for entry in entries {
            let limit = entry.limit
            keys.append(key("account:\(limit.account):\(limit.window.keyPart)"))
            arguments += [
                .text(limit.account), .integer(min(max(0, limit.maximum), Self.largestAmount)),
                .integer(max(0, entry.amount)),
            ]
            arguments += limit.window.arguments
        }
        let timeout = try timeout(in: context)
        return try await storeOperation { [keys, arguments] () throws(RedisError) in
            try await client.run(script, keys: keys, arguments, within: timeout)
        }
    }

    // MARK: Replies

    private static func states(of limits: [LedgerLimit], in reply: RESPValue?) throws -> [LedgerStatus] {
        let elements = reply?.elements ?? []
        guard elements.count == limits.count else { throw unreadable }
        return try zip(limits, elements).map { try status(of: $0, in: $1) }
    }

    private static func status(of limit: LedgerLimit, in reply: RESPValue) throws -> LedgerStatus {
        let numbers = (reply.elements ?? []).compactMap(\.integer)
        guard numbers.count == 4 else { throw unreadable }
        var resets =
            numbers[3] < 0 ? nil : WallTime(nanosecondsSince1970: numbers[3].saturatingMultiplied(by: 1_000_000))
        // Exactly, where the server knows it in milliseconds.
        if case .fixed(_, let end) = limit.window { resets = end }
        return LedgerStatus(maximum: numbers[0], spent: numbers[1], held: numbers[2], resets: resets)
    }

    private static var unreadable: StoreError {
        StoreError(.corrupt, message: "Redis: the reply of a script cannot be read", mayHaveHappened: true)
    }
}
