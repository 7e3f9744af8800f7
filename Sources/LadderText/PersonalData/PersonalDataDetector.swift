public import LadderCore

/// A detector of personal data: e-mail addresses, phone numbers, card numbers and bank accounts.
///
/// It reads the shape of the text and the check digits. A card number must have a known issuer and pass Luhn's
/// check; an IBAN must have the length of its country and pass its own check. A phone number must be written as one:
/// with `+` and a country, with an area code in brackets, as `415-555-2671`, with a leading zero, or behind a word such
/// as `phone`. Order numbers, dates, prices, versions and UUIDs are not taken for phone numbers.
///
/// ```swift
/// let detector = PersonalDataDetector()
/// print(detector.kinds(in: "Write to anna@example.com or call +49 30 901820"))  // ["email", "phone"]
/// ```
///
/// The detector finds most personal data of these kinds and not all: names and addresses have no such shape. It takes
/// time in proportion to the length of the text, whatever the text is.
public struct PersonalDataDetector: SensitiveTextDetector, Hashable {
    /// A kind of personal data.
    public enum Kind: String, Hashable, Sendable, CaseIterable, Comparable {
        /// An e-mail address with a domain that has a dot.
        case email
        /// A phone number.
        case phone
        /// The number of a payment card.
        case card
        /// The International Bank Account Number of an account.
        case iban

        /// Whether `left` comes first in a list of kinds.
        public static func < (left: Kind, right: Kind) -> Bool { left.position < right.position }

        private var position: Int { Kind.allCases.firstIndex(of: self) ?? 0 }
    }

    /// The kinds that the detector looks for.
    public var searchedKinds: Set<Kind>

    /// Creates a detector that looks for these kinds, all unless given.
    public init(_ kinds: Set<Kind> = Set(Kind.allCases)) {
        searchedKinds = kinds
    }

    /// Returns the kinds of personal data in the text: `email`, `phone`, `card`, `iban`, in this order and each once.
    public func kinds(in text: String) -> [String] {
        Set(matches(in: text).map(\.kind)).sorted().map(\.rawValue)
    }
}
