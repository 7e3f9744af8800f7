import LadderCore

extension ErrorClassifier {
    /// Returns the first credible wait that the provider asks for.
    func readWait(on status: Int?) -> Duration? {
        headers["retry-after-ms"].flatMap { CredibleWait.parse($0, unit: .milliseconds(1)) }
            ?? headers["retry-after"].flatMap { retryAfter($0) }
            ?? body.retryDelay.flatMap { CredibleWait.checked($0) }
            ?? (body.resets ?? body.namedReset).flatMap { CredibleWait.checked($0 - runtime.wallNow) }
            ?? (status == 429 ? exhaustedLimit : nil)
    }

    private func retryAfter(_ text: String) -> Duration? {
        if let seconds = CredibleWait.parse(text, unit: .seconds(1)) { return seconds }
        return HTTPDate.parse(text).flatMap { CredibleWait.checked($0 - runtime.wallNow) }
    }

    /// The latest reset of the limits that have nothing left.
    private var exhaustedLimit: Duration? {
        let waits = RateLimit.reading(headers, now: runtime.wallNow).compactMap { limit -> Duration? in
            guard limit.remaining == 0, let resets = limit.resets else { return nil }
            return CredibleWait.checked(resets - runtime.wallNow).flatMap { $0 > .zero ? $0 : nil }
        }
        return waits.max()
    }
}
