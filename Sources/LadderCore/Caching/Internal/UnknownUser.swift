/// Makes two numbers for an answer that is for one user alone when the user is unknown: no other key has the same two.
///
/// The first is a secret of the process, so that two processes with one store do not meet either.
enum UnknownUser {
    private static let count = Locked<UInt64>(0)

    static func nextNumbers() -> (process: UInt64, call: UInt64) {
        let call = count.withLock { count in
            count &+= 1
            return count
        }
        return (UInt64(bitPattern: Int64(Hasher().finalize())), call)
    }
}
