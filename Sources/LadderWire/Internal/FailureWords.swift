/// The words providers use for what went wrong, in lower case.
enum FailureWords {
    static let quota: Set<String> = [
        "insufficient_quota", "credit_balance_exhausted", "organization_spend_limit_exceeded",
        "project_spend_limit_exceeded", "organization_usage_limit_exceeded", "billing_error",
        "billing_hard_limit_reached", "billing_not_active",
    ]
    static let contextTooLong: Set<String> = ["context_length_exceeded", "exceed_context_size_error"]
    static let contentFiltered: Set<String> = [
        "content_filter", "content_policy_violation", "responsibleaipolicyviolation", "moderation_blocked",
    ]
    static let requestTooLarge: Set<String> = ["request_too_large"]
    /// Gemini says "failed precondition" when the account may not use it where it is, or not without billing.
    static let unauthorized: Set<String> = [
        "invalid_api_key", "authentication_error", "permission_error", "unauthenticated", "permission_denied",
        "api_key_invalid", "failed_precondition",
    ]
    static let modelNotFound: Set<String> = [
        "model_not_found", "deploymentnotfound", "not_found_error", "notfounderror", "not_found",
    ]
    static let overloaded: Set<String> = ["overloaded_error", "engine_overloaded_error", "unavailable"]
    static let throttled: Set<String> = [
        "rate_limit_error", "rate_limit_exceeded", "resource_exhausted", "too_many_requests",
    ]
    /// Only where there is no status.
    static let invalidRequest: Set<String> = ["invalid_request_error", "invalid_argument", "badrequesterror"]

    /// Windows that are too small have no code everywhere.
    static let contextTexts = [
        "maximum context length", "exceed context limit", "is longer than the model's context length",
        "prompt is too long", "input tokens exceed the configured limit",
        "exceeds the maximum number of tokens allowed",
        "exceeds the available context size",
    ]
    /// Anthropic's empty account is a 400 like any other.
    static let billingText = "credit balance is too low"
}
