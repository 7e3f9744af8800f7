/// A rule of the contract that layers, models, stores and ledgers keep.
///
/// The raw value is the rule as a sentence.
public enum ConformanceRule: String, Hashable, Sendable, CaseIterable {
    /// A layer serves whole and streamed delivery alike.
    case servesBothDeliveries = "whole and streamed answers have the same text"
    /// A layer that changes text does so in every delivery, and in answers that were cut.
    case changesCutText = "text that is changed or refused in a complete answer does not pass in a cut one"
    /// A layer makes the same of a text however its stream is cut into pieces.
    case ignoresPieceBoundaries = "the text of an answer does not depend on where the pieces of its stream are cut"
    /// A layer never makes a complete answer of one that was cut.
    case keepsCuts = "an answer that was cut is never reported as complete"
    /// A layer cures an error or rethrows it.
    case passesErrors = "errors that are not cured are rethrown"
    /// A layer or a model ends at once when its task is cancelled.
    case passesCancellation = "CancellationError is rethrown, at once, and only when the caller has cancelled"
    /// A layer calls no model again after content has passed it.
    case doesNotAskAgain = "no model is asked again once content has passed"
    /// A reply reports its end to every layer that registered.
    case reportsEndOnce = "every reply reports its end, exactly once"
    /// A layer or a model does nothing after the deadline of the call.
    case keepsDeadline = "nothing goes on after the deadline"
    /// A layer makes no more attempts than the call allows.
    case keepsAttemptLimit = "no more attempts than the call allows"
    /// A layer or a model ends what it has started.
    case leavesNothingBehind = "no work, reservation or call is left behind, and no task leaves the runtime"
    /// Every token that a model served is settled.
    case settlesExactly = "the tokens that the models served are the tokens settled"
    /// A layer or a model serves many callers at the same time.
    case worksConcurrently = "it keeps working with many callers at once"
    /// A store returns what was written last under a key, and under no other key.
    case returnsLastWrite = "get returns the entry that was written last under the key"
    /// A store returns the bytes, the groups and the namespace of an entry as they were written.
    case keepsBytes = "bytes, groups and namespace come back as they were written"
    /// A store returns the times of an entry as they are now, and no entry whose time is over.
    case keepsTimes = "an entry is kept for its time and not longer, and its times are those of now"
    /// A store gives an entry that is written over the times of the new one.
    case renewsTimes = "an entry that is written over another has its own times"
    /// A store never makes an entry live longer by being read and written elsewhere.
    case neverExtendsLife = "copying an entry does not extend its life"
    /// A store returns no entry that was invalidated.
    case invalidatesGroups = "an invalidation reaches every entry of the group, and the epoch grows"
    /// A store keeps the entries of groups that were not invalidated.
    case keepsOtherGroups = "an invalidation leaves the entries of other groups"
    /// A store does not return an answer that was begun before an invalidation and written after it.
    case refusesOldAnswers = "an answer begun before an invalidation is not valid after it"
    /// A store removes an entry.
    case removes = "an entry that was removed does not come back"
    /// A store that lists its entries lists all valid ones, each once, and what changed since.
    case listsEntries = "listings name every valid entry once, and changes what was written since"
    /// A store keeps no more entries than its bound.
    case isBounded = "a store keeps no more entries than its bound"
    /// A store fails with an error that says what happened.
    case throwsStoreErrors = "a store throws StoreError or CancellationError, and only for a reason"
    /// A model returns a live reply when its first content has arrived.
    case repliesWithContent = "a live reply is returned when its first content has arrived"
    /// A model ends a stream with a finish reason, and throws what cuts an answer.
    case endsFinished = "a stream ends with .finished, and what cuts an answer is thrown"
    /// A model classifies its failures.
    case throwsChatErrors = "a model throws ChatError"
    /// A model that blocks its thread says so in `blocksItsThread`.
    case suspendsWhileWaiting = "a model suspends while it waits, or says that it blocks its thread"
    /// A model answers, has a name, and counts its tokens.
    case answers = "a model answers, with a name and plausible counts"

    /// A ledger holds every amount of a reservation or none.
    case holdsAllOrNone = "of a reservation every amount is held, or none"
    /// A ledger never lets a reservation pass a maximum.
    case keepsMaximum = "spent and held together never pass the maximum by a reservation"
    /// A ledger holds what fits.
    case reachesMaximum = "an amount that fits is held"
    /// A ledger takes back holds that are not settled.
    case expiresHolds = "a hold counts until it expires or is settled, and not after that"
    /// A ledger that sees an id again changes nothing.
    case repeatsHarmlessly = "an operation that is repeated with its id has no second effect"
    /// A ledger charges what was used.
    case chargesInFull = "what is settled is charged in full, and nothing else is"
    /// A ledger obeys the maximum that was set last.
    case obeysMaximum = "a maximum that is set counts from then on, and keeps what was spent"
    /// A ledger ends its windows on time.
    case endsWindows = "an amount counts within its window and not after it"
    /// A ledger states accounts as they are, in the order of the question.
    case reportsStatus = "the states of accounts are true, and in the order of the limits"
}
