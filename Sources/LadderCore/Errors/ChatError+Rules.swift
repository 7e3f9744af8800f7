extension ChatError {
    /// What the layers do about this error: its kind's row of the error table, unless the provider advises otherwise.
    ///
    /// A provider that advises against asking again (`x-should-retry: false`) is not asked again. One that advises it
    /// is asked again if the kind is `invalidRequest`. Where another attempt is known to be useless (an empty account,
    /// a prompt that never fits, a filter), the advice changes nothing.
    public var rules: ErrorRules {
        var rules = kind.rules
        switch providerAdvisesRetry {
        case false: rules.retry = .never
        case true where kind == .invalidRequest: rules.retry = .afterBackoff
        default: break
        }
        return rules
    }
}
