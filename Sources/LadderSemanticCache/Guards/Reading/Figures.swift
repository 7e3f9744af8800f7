import LadderText

/// The numbers of a question, without dates, times of day and positions in an order.
struct Figures {
    /// The numbers in their order.
    private(set) var order: [String] = []
    /// The numbers, each with the word behind it, sorted.
    private(set) var owners: [String] = []
    private let mentions: [NumberMention]
    /// Whether the question says one thing in words, which another question may write as `1`.
    private let saysOne: Bool

    init(_ question: Question) {
        mentions = question.mentions.filter { ![.timeOfDay, .date, .ordinal].contains($0.unit) }
        saysOne = question.words.contains { Self.singular.contains($0.text) }
        order = mentions.map { Self.plain($0.value) }
        let words = question.words
        let mentioned = Set(order)
        let hasTimes = question.mentions.contains { $0.unit == .date || $0.unit == .timeOfDay }
        for index in words.indices where words[index].classes.contains(.number) {
            let text = words[index].text
            // A version such as 2.1.3 and the digits of a name are no mentions.
            if text.utf8.count(where: { $0 == UInt8(ascii: ".") }) > 1 { order.append(text) }
            // The reader of numbers takes digits behind letters, as in `q2`, for a part of a name.
            if index > 0, !hasTimes, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }), !mentioned.contains(text) {
                order.append(text)
            }
            let owner = words[(index + 1)...].first { $0.isContent || $0.classes.contains(.number) }
            owners.append("\(text) \(owner?.isContent == true ? owner?.stem ?? "" : "")")
        }
        owners.sort()
    }

    private static let singular: Set<String> = ["one", "a", "an", "single", "once"]

    func missing(in other: Figures) -> [String] {
        var rest = other.order
        return order.filter { number in
            if let place = rest.firstIndex(of: number) {
                rest.remove(at: place)
                return false
            }
            return !(number == "1" && other.saysOne)
        }
    }

    /// Returns the units of an equal number that differ; a number without a unit is equal to one with any.
    func unitsThatDiffer(from other: Figures) -> [String]? {
        for mention in mentions where mention.unit != .none {
            let same = other.mentions.filter { $0.value == mention.value }
            if !same.isEmpty, same.allSatisfy({ $0.unit != mention.unit && $0.unit != .none }) {
                return [Self.name(mention.unit), Self.name(same[0].unit)]
            }
        }
        return nil
    }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    private static func name(_ unit: NumberUnit) -> String {
        switch unit {
        case .none, .date, .timeOfDay, .ordinal: ""
        case .percent: "%"
        case .currency(let code): code
        case .measure(let name): name
        }
    }
}
