/// Pairs of questions for the guards, written one pair to a line.
///
/// The rules were written and tuned with `tuned`. When they stood, `heldOut` was read for the first time: 147 of its 150
/// pairs with different answers were vetoed, and 13 of its 101 rephrasings. What the rephrasings showed was changed
/// afterwards, so `heldOut` is no longer unseen.
struct QuestionPairs {
    let name: String
    let tuned: [(String, String)]
    let heldOut: [(String, String)]

    init(_ name: String, tuned: String, heldOut: String) {
        self.name = name
        self.tuned = Self.pairs(in: tuned)
        self.heldOut = Self.pairs(in: heldOut)
    }

    var all: [(String, String)] { tuned + heldOut }

    private static func pairs(in text: String) -> [(String, String)] {
        text.split(separator: "\n").map { line in
            let sides = line.split(separator: "|").map { $0.trimming(while: { $0 == " " }) }
            return (String(sides[0]), String(sides[1]))
        }
    }
}

extension QuestionPairs {
    /// Questions with different answers, one list for each class of difference.
    static let differing = [
        negation, numbers, units, dates, names, direction, quantity, polarity, tense, scope,
    ]

    /// Questions with the same answer.
    static let rephrasings = [supportRephrasings, codingRephrasings, everydayRephrasings]
}

extension Substring {
    fileprivate func trimming(while condition: (Character) -> Bool) -> Substring {
        var text = drop(while: condition)
        while let last = text.last, condition(last) { text.removeLast() }
        return text
    }
}
