/// Many short lists in one array.
struct Rows: Sendable {
    private var starts: [Int32] = [0]
    private var values: [Int32] = []

    var count: Int { starts.count - 1 }

    mutating func append(_ row: some Sequence<Int32>) {
        values.append(contentsOf: row)
        starts.append(Int32(values.count))
    }

    subscript(row: Int) -> ArraySlice<Int32> {
        values[Int(starts[row])..<Int(starts[row + 1])]
    }

    /// For each value, the rows that hold it, in order.
    func inverted(valueCount: Int) -> Rows {
        var counts = [Int32](repeating: 0, count: valueCount + 1)
        for value in values { counts[Int(value) + 1] += 1 }
        for index in 0..<valueCount { counts[index + 1] += counts[index] }
        var inverted = Rows()
        inverted.starts = counts
        inverted.values = [Int32](repeating: 0, count: values.count)
        for row in 0..<count {
            for value in self[row] {
                inverted.values[Int(counts[Int(value)])] = Int32(row)
                counts[Int(value)] += 1
            }
        }
        return inverted
    }
}
