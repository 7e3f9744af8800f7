extension IdentityWriter {
    /// Writes between whose calls an answer is shared, and returns whether it can be shared at all.
    mutating func write(_ scope: CallScope, sharing: CacheSharing, isPersonal: Bool) -> Bool {
        if sharing == .feature { write(.feature) { $0.write(scope.feature) } }
        guard isPersonal || sharing == .user else { return true }
        if !scope.user.isEmpty {
            write(.user, text: scope.user)
        } else if !scope.session.isEmpty {
            write(.session, text: scope.session)
        } else {
            let numbers = UnknownUser.nextNumbers()
            write(.unknownUser) { writer in
                writer.write(fixed: numbers.process)
                writer.write(fixed: numbers.call)
            }
            return false
        }
        return true
    }
}
