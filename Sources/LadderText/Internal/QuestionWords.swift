/// The words that ``QuestionKinds`` looks for, in folded spelling.
///
/// English has the full set. Of the other languages only words are listed that mean nothing else in any of them.
enum QuestionWords {
    /// Words that ask wherever they are in a text.
    static let anywhere: [String: QuestionKinds] = [
        "why": .reason, "warum": .reason, "wieso": .reason, "weshalb": .reason, "pourquoi": .reason,
        "waarom": .reason, "perche": .reason,
    ]

    /// Words that ask at the beginning, and elsewhere mostly begin a clause.
    static let openings: [String: QuestionKinds] = [
        "who": .person, "wer": .person, "wem": .person, "wen": .person, "quien": .person, "quem": .person,
        "when": .time, "wann": .time, "quand": .time, "cuando": .time, "quando": .time, "wanneer": .time,
        "where": .place, "wo": .place, "wohin": .place, "donde": .place, "dove": .place, "onde": .place, "waar": .place,
        "wieviel": .amount, "combien": .amount, "cuanto": .amount, "cuanta": .amount, "cuantos": .amount,
        "cuantas": .amount, "quanto": .amount, "quanta": .amount, "quanti": .amount, "quante": .amount,
        "quantos": .amount, "quantas": .amount, "hoeveel": .amount,
    ]

    /// Words after `how` that ask for an amount or a time.
    static let measures: [String: QuestionKinds] = [
        "much": .amount, "many": .amount, "old": .amount, "big": .amount, "large": .amount, "small": .amount,
        "heavy": .amount, "high": .amount, "tall": .amount, "deep": .amount, "wide": .amount, "far": .amount,
        "expensive": .amount, "cheap": .amount, "strong": .amount, "hot": .amount, "cold": .amount,
        "long": .time, "soon": .time, "fast": .time, "quick": .time, "quickly": .time, "often": .time,
        "early": .time, "late": .time,
    ]

    /// Nouns for an amount or a time, with which `what` asks for it, and a phrasing without a question word as well.
    static let nouns: [String: QuestionKinds] = [
        "cost": .amount, "costs": .amount, "price": .amount, "prices": .amount, "fee": .amount, "fees": .amount,
        "charge": .amount, "charges": .amount, "size": .amount, "weight": .amount, "amount": .amount,
        "hours": .time, "times": .time, "date": .time, "duration": .time, "deadline": .time,
    ]

    /// Words that make `what`, `which` and `how many` in front of them ask for a time.
    static let unitsOfTime: Set<String> = [
        "time", "date", "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks",
        "month", "months", "year", "years",
    ]

    /// Verbs that come behind the question word, or begin a question that is answered with yes or no. The stems are for
    /// misspelled words.
    static let auxiliaries: Set<String> = [
        "do", "does", "did", "can", "could", "may", "might", "must", "shall", "should", "will", "would",
        "is", "are", "am", "was", "were", "be", "has", "have", "had",
    ]
}
