import LadderCore

/// A property of a text with its weight in the vector.
struct LexicalFeature {
    /// The kinds of features. A word and a group of synonyms that is named after it have different positions in a
    /// vector.
    enum Kind: UInt64 {
        case word = 1
        case part
        case synonyms
        case topic
        case order
        case symbol
    }

    /// The bits that choose the position and the sign.
    let hash: UInt64
    let weight: Float

    init(_ kind: Kind, key: UInt64, weight: Float) {
        hash = (key ^ kind.rawValue &* .splitMixStep).mixed
        self.weight = weight
    }
}
