/// A sentence of the contract that layers and models keep.
public enum Promise: String, Hashable, Sendable, CaseIterable {
    /// A layer serves both deliveries.
    case servesBothDeliveries = "whole and streamed answers say the same"
    /// Errors are cured or passed on, never hidden or replaced.
    case passesErrors = "errors that are not cured are rethrown"
    /// Cancellation is passed on.
    case passesCancellation = "CancellationError is rethrown, at once, and only when the caller has left"
    /// Committed content is never followed by another attempt.
    case asksNotAgain = "nothing is asked again once content has passed"
    /// Endings are told once.
    case tellsEndOnce = "every reply is told its end, exactly once"
    /// The call's deadline is kept.
    case keepsDeadline = "nothing goes on after the deadline"
    /// The attempt limit is kept.
    case keepsAttemptLimit = "no more attempts than the call allows"
    /// Nothing is left behind.
    case leavesNothing = "no work, hold or call is left behind, and no task leaves the runtime"
    /// Every token is booked.
    case settlesExactly = "what the models served is what is settled"
    /// It works under many callers.
    case worksConcurrently = "it keeps working with many callers at once"
    /// A model's reply has content.
    case headIsContent = "a live reply is returned when its first content is there"
    /// A model's stream has an end.
    case endsFinished = "a stream ends with .finished"
    /// A model throws the right errors.
    case throwsChatErrors = "a model throws ChatError"
    /// A model can do what it is for.
    case answers = "a model that is well answers, with a name and honest counts"
}
