/// What a provider's code or sentence says went wrong: the kinds of error that servers report, without their waits.
enum ProviderErrorMeaning {
    case quotaExhausted
    case contextTooLong
    case contentFiltered
    case requestTooLarge
    case invalidOutput
    case unauthorized
    case modelNotFound
    case overloaded
    case throttled
    case invalidRequest
}
