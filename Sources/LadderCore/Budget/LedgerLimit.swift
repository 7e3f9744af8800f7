/// A limit on what one account may spend within a window of time.
public struct LedgerLimit: Hashable, Sendable {
    /// The name of the account, which is the same in every process: what is limited, for whom, in which unit.
    public var account: String
    /// The most that may be spent and held together within the window.
    public var maximum: Int64
    /// The window within which the account counts.
    public var window: LedgerWindow

    /// Creates a limit of an account.
    public init(account: String, maximum: Int64, window: LedgerWindow) {
        self.account = account
        self.maximum = maximum
        self.window = window
    }
}

/// The span of time within which an account counts what it spends.
public enum LedgerWindow: Hashable, Sendable {
    /// The span of this length that ends now. What is spent leaves it after this time, at most a sixtieth of it later.
    case rolling(Duration)
    /// A span between two times of the calendar, such as one day of a time zone. At the end the account is empty.
    case fixed(start: WallTime, end: WallTime)
    /// All time.
    case unlimited
}
