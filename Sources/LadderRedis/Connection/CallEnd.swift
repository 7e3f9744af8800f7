/// The end of a call, carried out after the lock is released.
struct CallEnd: Sendable {
    let caller: CheckedContinuation<Result<RESPValue, RedisError>, Never>?
    var onReply: (@Sendable (RESPValue) -> Void)?
    let result: Result<RESPValue, RedisError>

    /// Hands the result over.
    func carryOut() {
        if let onReply, case .success(let value) = result {
            if case .error = value {} else { onReply(value) }
        }
        caller?.resume(returning: result)
    }
}
