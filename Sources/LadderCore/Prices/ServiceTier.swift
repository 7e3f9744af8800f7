/// A level of service that a provider sells at a price of its own, beside its standard service.
///
/// Not every provider has all of them. A model's price names those it has in ``ModelPrice/serviceRates``.
public enum ServiceTier: String, CaseIterable, Hashable, Sendable {
    /// Answers that arrive within hours, such as OpenAI's and Anthropic's batch interfaces.
    case batch
    /// Answers that may be slow or refused while the provider is busy, such as OpenAI's flex processing.
    case flex
    /// Answers that are served before those of the standard service.
    case priority
}
