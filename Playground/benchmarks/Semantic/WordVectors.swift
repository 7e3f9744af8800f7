import Ladder

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Texts as vectors of their words with the usual weights: term frequency times inverse document frequency, as
/// `TfidfVectorizer` of scikit-learn computes them. It is the baseline of embedders.
struct WordVectors {
    private(set) var vectors: [[Int: Double]] = []

    init(_ texts: [String]) {
        var numbers: [String: Int] = [:]
        var documents: [Int] = []
        let counts = texts.map { text in
            var count: [Int: Double] = [:]
            for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" })
            where word.count >= 2 {
                let number = numbers[String(word), default: numbers.count]
                numbers[String(word)] = number
                count[number, default: 0] += 1
            }
            for number in count.keys {
                while documents.count <= number { documents.append(0) }
                documents[number] += 1
            }
            return count
        }
        vectors = counts.map { count in
            Self.unit(
                count.reduce(into: [:]) { vector, term in
                    let rarity = log(Double(1 + texts.count) / Double(1 + documents[term.key])) + 1
                    vector[term.key] = term.value * rarity
                })
        }
    }

    static func unit(_ vector: [Int: Double]) -> [Int: Double] {
        let length = vector.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? vector.mapValues { $0 / length } : vector
    }

    static func cosine(of first: [Int: Double], and second: [Int: Double]) -> Double {
        first.count > second.count
            ? cosine(of: second, and: first)
            : first.reduce(0) { $0 + $1.value * (second[$1.key] ?? 0) }
    }
}
