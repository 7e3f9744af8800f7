/// The words of a question that stand for a source, a target, or one side of a relation.
struct Roles {
    private struct Relation {
        let kind: String
        let first: Word
        let second: Word
    }

    /// The word behind `from`.
    private var source: Word?
    /// The word in front of `to` where the question has no `from`.
    private var impliedSource: Word?
    private var target: Word?
    private var relations: [Relation] = []

    init(_ words: [Word]) {
        for index in words.indices {
            switch words[index].text {
            case "from":
                source = source ?? Self.noun(after: index, in: words)
            case "to", "into":
                guard target == nil, !Self.isInfinitive(index, in: words) else { continue }
                target = Self.noun(after: index, in: words)
                impliedSource = Self.noun(before: index, in: words)
            case "than", "in", "per", "over", "before", "after", "versus":
                guard let before = Self.noun(before: index, in: words), let after = Self.noun(after: index, in: words)
                else { continue }
                let isAfter = words[index].text == "after"
                relations.append(
                    Relation(
                        kind: isAfter ? "before" : words[index].text, first: isAfter ? after : before,
                        second: isAfter ? before : after))
            default:
                continue
            }
        }
    }

    /// Returns the words whose source and target are exchanged.
    func routesExchanged(with other: Roles) -> [String]? {
        let starts = source ?? impliedSource
        let otherStarts = other.source ?? other.impliedSource
        let isCrossed = Self.matches(starts, with: other.target)
        let isCrossedBack = Self.matches(otherStarts, with: target)
        if isCrossed, isCrossedBack, !Self.matches(starts, with: otherStarts) {
            return [starts, target].compactMap { $0?.text }
        }
        if Self.matches(source, with: other.target), !Self.matches(source, with: otherStarts) {
            return [source?.text ?? ""]
        }
        if Self.matches(other.source, with: target), !Self.matches(other.source, with: starts) {
            return [target?.text ?? ""]
        }
        return nil
    }

    func orderExchanged(with other: Roles) -> [String]? {
        for relation in relations {
            for opposite in other.relations
            where opposite.kind == relation.kind && relation.first.matches(opposite.second)
                && relation.second.matches(opposite.first) && !relation.first.matches(relation.second)
            {
                return [relation.first.text, relation.second.text]
            }
        }
        return nil
    }

    /// Returns whether both questions put two words in one order, with whatever word between: `eat before swimming` and
    /// `swim after eating`.
    func saysTheSameOrder(as other: Roles) -> Bool {
        relations.contains { relation in
            relation.kind == "before"
                && other.relations.contains {
                    $0.kind == "before" && $0.first.matches(relation.first) && $0.second.matches(relation.second)
                }
        }
    }

    private static func matches(_ first: Word?, with second: Word?) -> Bool {
        guard let first, let second else { return false }
        return first.matches(second)
    }

    private static func noun(after index: Int, in words: [Word]) -> Word? {
        words[(index + 1)...].prefix(4).first { $0.isContent || $0.classes.contains(.date) }
    }

    /// Returns the nearest noun in front of a word; comparatives are skipped.
    private static func noun(before index: Int, in words: [Word]) -> Word? {
        words[..<index].suffix(5).last {
            ($0.isContent || $0.classes.contains(.date)) && !isComparative($0)
        }
    }

    private static func isComparative(_ word: Word) -> Bool {
        word.text.hasSuffix("er") && word.text.utf8.count > 4 && !word.poles.isEmpty || word.text.hasSuffix("ier")
            || ["bigger", "faster", "cheaper", "older", "better", "worse", "larger", "taller", "stronger"].contains(
                word.text)
    }

    /// Returns whether `to` belongs to a verb: `how to cook`, `want to swim`.
    private static func isInfinitive(_ index: Int, in words: [Word]) -> Bool {
        guard index + 1 < words.count else { return true }
        let next = words[index + 1]
        if next.classes.contains(.determiner) { return false }
        if index > 0 {
            let previous = words[index - 1]
            if previous.classes.contains(.light)
                || ["how", "have", "need", "going", "what", "where", "when", "ought", "best", "safe", "time"].contains(
                    previous.text)
            {
                return true
            }
        }
        return !next.classes.isDisjoint(with: [.weakVerb, .light, .auxiliary])
    }
}
