/// The codes that providers use for what went wrong, in lower case.
enum ProviderErrorCodes {
    /// The meaning of each code that names one.
    ///
    /// An error can have several codes: a code, a type, a status, a reason. The first row with one of them decides.
    static let rows: [(meaning: ProviderErrorMeaning, codes: Set<String>)] = [
        (
            .quotaExhausted,
            [
                // OpenAI.
                "insufficient_quota", "credit_balance_exhausted", "organization_spend_limit_exceeded",
                "project_spend_limit_exceeded", "organization_usage_limit_exceeded", "billing_hard_limit_reached",
                "billing_not_active",
                // Anthropic.
                "billing_error", "enforced_spend_limit_reached",
                // OpenRouter, as a type or as the source of the limit.
                "payment_required", "weight_exceeds_budget", "openrouter_credits", "openrouter_key_limit",
                "openrouter_guardrail_budget", "openrouter_workspace_budget",
                // LiteLLM, Bedrock, Together, Moonshot, DashScope, Gemini.
                "budget_exceeded", "servicequotaexceededexception", "credit_limit", "exceeded_current_quota_error",
                "arrearage", "quota_exceeded",
            ]
        ),
        (
            .contextTooLong,
            [
                "context_length_exceeded", "exceed_context_size_error", "context_window_exceeded",
                "model_context_window_exceeded", "model_max_prompt_tokens_exceeded",
            ]
        ),
        (
            .contentFiltered,
            [
                "content_filter", "content_policy_violation", "responsibleaipolicyviolation", "moderation_blocked",
                "data_inspection_failed",
            ]
        ),
        (.requestTooLarge, ["request_too_large", "tokens_limit_reached", "string_above_max_length"]),
        // Groq: the model called a tool, or wrote JSON, against the schema.
        (.invalidOutput, ["tool_use_failed", "json_validate_failed"]),
        (
            .unauthorized,
            [
                "invalid_api_key", "authentication_error", "invalid_authentication_error", "permission_error",
                "unauthenticated", "permission_denied", "permission-denied", "api_key_invalid",
                // Gemini: the account may not use it where it is, or not without billing.
                "failed_precondition",
                // Groq.
                "organization_restricted", "model_terms_required",
                // LiteLLM.
                "key_model_access_denied", "team_model_access_denied",
                // Bedrock.
                "accessdeniedexception", "unrecognizedclientexception", "expiredtokenexception",
                "invalidsignatureexception", "incompletesignatureexception", "missingauthenticationtokenexception",
            ]
        ),
        (
            .modelNotFound,
            [
                "model_not_found", "deploymentnotfound", "not_found_error", "notfounderror", "not_found",
                "invalid_model", "unknown_model", "model_not_available", "model_not_supported",
                "model_decommissioned", "resourcenotfoundexception",
            ]
        ),
        (
            .overloaded,
            [
                "overloaded_error", "overloaded", "engine_overloaded_error", "server_is_overloaded",
                "server_overloaded", "service_unavailable_error", "unavailable", "unavailable_error", "nocapacity",
                "capacity_exceeded", "queue_exceeded", "deployment_scaling_up", "modelnotreadyexception",
                "serviceunavailableexception",
            ]
        ),
        (
            .throttled,
            [
                "rate_limit_error", "rate_limit_exceeded", "rate_limited", "rate_limit_reached_error",
                "ratelimitexceeded", "ratelimitreached", "model_rate_limit", "resource_exhausted",
                "too_many_requests", "too_many_requests_error", "slow_down", "throttling_error",
                "throttlingexception", "service_tier_capacity_exceeded",
                // Cerebras: limits per minute, in spite of the name.
                "token_quota_exceeded", "request_quota_exceeded",
                // OpenRouter: a 402 that passes when the requests in flight are paid.
                "in_flight_budget_exhausted", "openrouter_in_flight_budget",
            ]
        ),
        // llama.cpp: a 501 for what the server was not started with.
        (.invalidRequest, ["not_supported_error"]),
    ]

    /// Codes that say no more than "the request was refused", so that only the sentence beside them can say why.
    static let generic: Set<String> = [
        "error", "none", "unknown_error", "bad_request", "badrequest", "badrequesterror", "invalid_request",
        "invalid_request_error", "invalid_argument", "invalid_parameter_error", "invalid_prompt",
        "precondition_failed", "validation", "validationexception",
        // Codes for a limit of any length, and for any refusal.
        "throttlingexception", "ratelimitreached", "permission-denied",
    ]

    /// Codes that make an error without a status, such as an event inside a stream, a wrong request.
    static let wrongRequest: Set<String> = [
        "invalid_request_error", "invalid_argument", "badrequesterror", "validationexception",
    ]

    /// The meaning of the first row that has one of `codes`.
    static func meaning(of codes: Set<String>) -> ProviderErrorMeaning? {
        codes.isEmpty ? nil : rows.first { !$0.codes.isDisjoint(with: codes) }?.meaning
    }
}
