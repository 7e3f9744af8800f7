import Ladder
import LadderTesting

/// Random pairs of labelled questions: with one label, with any two labels, and with two whose questions use nearly
/// the same words.
struct PairSample {
    /// The places of two questions, and the pair that they make.
    struct Numbered {
        var first: Int
        var second: Int
        var pair: LabelledPair
    }

    private let questions: [LabelledQuestion]
    private let members: [[Int]]
    private let labels: [Int]
    /// The labels nearest to each label by the cosine of their mean word vectors.
    private let nearest: [[Int]]

    /// The number of labels that are near to a label.
    private static let neighbours = 3

    init(_ questions: [LabelledQuestion], words: WordVectors) {
        self.questions = questions
        let names = Set(questions.map(\.label)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let labels = questions.map { numbers[$0.label] ?? 0 }
        var members = names.map { _ in [Int]() }
        for (place, label) in labels.enumerated() { members[label].append(place) }
        let centres = members.map { places in
            WordVectors.unit(
                places.reduce(into: [:]) { sum, place in
                    for (term, weight) in words.vectors[place] { sum[term, default: 0] += weight }
                })
        }
        nearest = centres.indices.map { label in
            let others = centres.indices.filter { $0 != label }
                .map { (label: $0, cosine: WordVectors.cosine(of: centres[label], and: centres[$0])) }
                .sorted { ($0.cosine, $1.label) > ($1.cosine, $0.label) }
            return others.prefix(Self.neighbours).map(\.label)
        }
        self.labels = labels
        self.members = members
    }

    /// Returns `count` pairs with one label and as many with two, half of those of near labels.
    func pairs(seed: UInt64, count: Int) -> [Numbered] {
        var random = SeededRandom(seed: seed)
        var pairs: [Numbered] = []
        while pairs.count < 2 * count {
            let first = Int.random(in: questions.indices, using: &random)
            let label = labels[first]
            let other: Int?
            if pairs.count < count {
                other = members[label].randomElement(using: &random)
            } else if pairs.count % 2 == 0 {
                other = nearest[label].randomElement(using: &random).flatMap {
                    members[$0].randomElement(using: &random)
                }
            } else {
                other = questions.indices.randomElement(using: &random)
            }
            let isSame = pairs.count < count
            guard let other, other != first, (labels[other] == label) == isSame else { continue }
            let pair = LabelledPair(first: questions[first].text, second: questions[other].text, isSame: isSame)
            pairs.append(Numbered(first: first, second: other, pair: pair))
        }
        return pairs
    }

    /// Returns the report of pairs that are compared by their words.
    static func report(_ pairs: [Numbered], words: WordVectors) -> CalibrationReport {
        CalibrationReport(
            pairs.map {
                let cosine = WordVectors.cosine(of: words.vectors[$0.first], and: words.vectors[$0.second])
                return ScoredPair($0.pair, similarity: cosine)
            }, embedderID: "word TF-IDF")
    }
}
