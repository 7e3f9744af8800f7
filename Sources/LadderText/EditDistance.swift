/// The number of single slips (insert, delete, replace, swap two neighbours) between two words.
///
/// This is the restricted Damerau-Levenshtein distance: no part of the text is edited twice.
package enum EditDistance {
    /// Returns the distance between two texts in Unicode scalars, or nil when it is larger than `bound`.
    package static func between(_ first: String, and second: String, atMost bound: Int) -> Int? {
        let left = Array(first.unicodeScalars)
        let right = Array(second.unicodeScalars)
        guard abs(left.count - right.count) <= bound else { return nil }
        if left == right { return 0 }
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let isSame = left[row] == right[column]
                var cost = min(previous[column + 1], current[column]) + 1
                cost = min(cost, previous[column] + (isSame ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforePrevious[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforePrevious, previous) = (previous, current)
        }
        let distance = previous[right.count]
        return distance <= bound ? distance : nil
    }
}
