/// How many single slips (insert, delete, replace, swap two neighbours) lie between two words.
///
/// This is the restricted Damerau-Levenshtein distance: no part of the text is edited twice. It needs no heap and gives
/// up as soon as the bound is passed.
package enum EditDistance {
    /// The distance between two texts in Unicode scalars, or `nil` when it is larger than `bound`.
    package static func between(_ first: String, _ second: String, atMost bound: Int) -> Int? {
        guard bound >= 0 else { return nil }
        var first = first
        var second = second
        let ascii = first.withUTF8 { a in
            second.withUTF8 { b -> (known: Bool, distance: Int?) in
                guard a.allSatisfy({ $0 < 0x80 }), b.allSatisfy({ $0 < 0x80 }) else { return (false, nil) }
                return (true, measure(a, b, bound))
            }
        }
        if ascii.known { return ascii.distance }
        return withScalars(of: first) { a in
            withScalars(of: second) { b in measure(a, b, bound) }
        }
    }

    private static func withScalars<Result>(
        of text: String, _ body: (UnsafeBufferPointer<UInt32>) -> Result
    ) -> Result {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: text.utf8.count) { buffer in
            var count = 0
            for scalar in text.unicodeScalars {
                buffer.initializeElement(at: count, to: scalar.value)
                count += 1
            }
            return body(UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
    }

    private static func measure<Unit: Equatable>(
        _ first: UnsafeBufferPointer<Unit>, _ second: UnsafeBufferPointer<Unit>, _ bound: Int
    ) -> Int? {
        var start = 0
        var a = first.count
        var b = second.count
        guard abs(a - b) <= bound else { return nil }
        while start < a, start < b, first[start] == second[start] { start += 1 }
        while a > start, b > start, first[a - 1] == second[b - 1] {
            a -= 1
            b -= 1
        }
        let left = UnsafeBufferPointer(rebasing: first[start..<a])
        let right = UnsafeBufferPointer(rebasing: second[start..<b])
        if left.isEmpty || right.isEmpty {
            let distance = max(left.count, right.count)
            return distance <= bound ? distance : nil
        }
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * (right.count + 1)) { rows in
            fill(rows, left, right, bound)
        }
    }

    private static func fill<Unit: Equatable>(
        _ rows: UnsafeMutableBufferPointer<Int>, _ left: UnsafeBufferPointer<Unit>,
        _ right: UnsafeBufferPointer<Unit>, _ bound: Int
    ) -> Int? {
        let width = right.count + 1
        rows.initialize(repeating: 0)
        var older = 0
        var old = width
        var new = 2 * width
        for column in 0..<width { rows[old + column] = column }
        var oldBest = 0
        for row in 1...left.count {
            rows[new] = row
            var best = row
            for column in 1..<width {
                let same = left[row - 1] == right[column - 1]
                var cost = min(rows[old + column], rows[new + column - 1]) + 1
                cost = min(cost, rows[old + column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, rows[older + column - 2] + 1)
                }
                rows[new + column] = cost
                best = min(best, cost)
            }
            // A swap reaches two rows back, so both have to be beyond the bound.
            if min(best, oldBest) > bound { return nil }
            oldBest = best
            (older, old, new) = (old, new, older)
        }
        let distance = rows[old + width - 1]
        return distance <= bound ? distance : nil
    }
}
