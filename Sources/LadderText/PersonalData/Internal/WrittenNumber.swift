/// Groups of digits that may be a phone number.
struct WrittenNumber {
    let groups: [Range<Int>]
    let text: PersonalDataText

    private var lengths: [Int] { groups.map(\.count) }

    var digitCount: Int { groups.reduce(0) { $0 + $1.count } }

    /// Whether it is a number with `+` in front, such as `+49 (0)30 901820`.
    var isInternational: Bool {
        (8...16).contains(digitCount) && digit(at: 0, of: 0) != 0 && !isGroupedByThousands
    }

    /// Whether it is a number where a word such as `phone` is in front.
    var isNamed: Bool {
        (7...15).contains(digitCount) && !isDate && !isGroupedByThousands
    }

    /// Whether it can only be a phone number, also without a word in front.
    var isUnnamed: Bool {
        isWithCountry || isNational || isNorthAmerican
    }

    /// `0049 30 901820`
    private var isWithCountry: Bool {
        groups.count >= 2 && groups[0].count >= 2 && digit(at: 0, of: 0) == 0 && digit(at: 1, of: 0) == 0
            && (groups[0].count > 2 ? digit(at: 2, of: 0) != 0 : digit(at: 0, of: 1) != 0)
            && (11...16).contains(digitCount)
    }

    /// `030 901820`, `01 23 45 67 89`, `07700900123`
    private var isNational: Bool {
        guard digit(at: 0, of: 0) == 0, groups[0].count >= 2, digit(at: 1, of: 0) != 0 else { return false }
        let rest = lengths.dropFirst()
        if rest.isEmpty {
            return (10...11).contains(digitCount) && !PhoneCue.isOtherNumber(before: groups[0].lowerBound, in: text)
        }
        guard groups[0].count <= 6, (9...12).contains(digitCount) else { return false }
        if rest.allSatisfy({ $0 >= 3 }) { return true }
        // Pairs of digits, with at most one group of three and one kind of separator.
        return rest.count >= 3 && rest.allSatisfy { $0 == 2 || $0 == 3 } && rest.count { $0 == 3 } <= 1
            && Set(separators.dropFirst()).count <= 1
    }

    /// `(415) 555-2671`, `1-415-555-2671`
    private var isNorthAmerican: Bool {
        let skipped = groups.count == 4 && groups[0].count == 1 && digit(at: 0, of: 0) == 1 ? 1 : 0
        guard Array(lengths[skipped...]) == [3, 3, 4], digit(at: 0, of: skipped) >= 2 else { return false }
        return digit(at: 0, of: skipped + 1) >= 2 && separators.allSatisfy { $0.count <= 2 }
    }

    /// `2024-05-01`, `01.05.2024`
    private var isDate: Bool { [[4, 2, 2], [2, 2, 4], [1, 2, 4], [2, 1, 4], [1, 1, 4]].contains(lengths) }

    /// `20.000.000`
    private var isGroupedByThousands: Bool {
        groups.count >= 2 && groups[0].count <= 3 && lengths.dropFirst().allSatisfy { $0 == 3 }
            && separators.allSatisfy { $0 == [UInt8(ascii: ".")] }
    }

    private var separators: [[UInt8]] {
        zip(groups, groups.dropFirst()).map { Array(text.bytes[$0.upperBound..<$1.lowerBound]) }
    }

    private func digit(at index: Int, of group: Int) -> Int { text[groups[group].lowerBound + index].digit }
}
