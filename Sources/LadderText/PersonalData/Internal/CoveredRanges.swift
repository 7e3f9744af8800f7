/// Ranges of a text that are known already. A query is answered in logarithmic time.
struct CoveredRanges {
    private var ranges: [Range<Int>] = []

    mutating func add(_ more: [Range<Int>]) {
        ranges = (ranges + more).sorted { $0.lowerBound < $1.lowerBound }
    }

    func overlaps(_ range: Range<Int>) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].overlaps(range)
    }
}
