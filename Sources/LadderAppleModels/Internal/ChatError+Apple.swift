#if canImport(FoundationModels)
import FoundationModels
import LadderCore

extension ChatError {
    /// Creates the error that a failure of the on-device model means. A cancelled task is not changed.
    @available(macOS 26.0, iOS 26.0, visionOS 26.0, *)
    @available(tvOS, unavailable)
    @available(watchOS, unavailable)
    init(onDevice error: any Error) {
        guard let failure = error as? LanguageModelSession.GenerationError else {
            self.init(wrapping: error)
            return
        }
        let kind: Kind =
            switch failure {
            case .exceededContextWindowSize: .contextTooLong
            case .assetsUnavailable: .unreachable
            case .guardrailViolation, .refusal: .contentFiltered
            case .unsupportedLanguageOrLocale, .unsupportedGuide: .invalidRequest
            case .decodingFailure: .invalidOutput
            case .rateLimited: .throttled(retryAfter: nil)
            case .concurrentRequests: .overloaded
            @unknown default: .server
            }
        self.init(kind, underlying: error)
    }
}
#endif
