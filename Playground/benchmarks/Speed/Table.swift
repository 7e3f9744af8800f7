/// Prints measurements beside the bars they are held to.
struct Table {
    /// By how much slower than the recorded machine this one is; bars scale with it.
    let scale: Double

    static let header =
        "\(pad("what", 58)) \(pad("median ns", 10, right: true)) \(pad("best", 8, right: true)) "
        + "\(pad("allocs", 7, right: true)) \(pad("bytes", 7, right: true))  bar"

    func print(_ measurement: Measurement, nanoseconds: Double? = nil, allocations: Double? = nil) {
        let time = Table.pad(Table.number(measurement.nanoseconds), 10, right: true)
        let best = Table.pad(Table.number(measurement.best), 8, right: true)
        let count = Table.pad(measurement.allocations.map { Table.number($0, 1) } ?? "–", 7, right: true)
        let bytes = Table.pad(measurement.bytes.map { Table.number($0) } ?? "–", 7, right: true)
        var bars: [String] = []
        if let bar = nanoseconds.map({ $0 * scale }) {
            bars.append("≤ \(Table.number(bar)) ns \(measurement.nanoseconds <= bar ? "✓" : "✗")")
        }
        if let bar = allocations, let count = measurement.allocations {
            bars.append("≤ \(Table.number(bar)) allocs \(count <= bar + 0.05 ? "✓" : "✗")")
        }
        let name = Table.pad(measurement.name, 58)
        Swift.print("\(name) \(time) \(best) \(count) \(bytes)  \(bars.joined(separator: ", "))")
    }

    static func number(_ value: Double, _ digits: Int = 0) -> String {
        guard digits > 0 else { return "\(Int(value.rounded()))" }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }

    static func pad(_ text: String, _ width: Int, right: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return right ? space + text : text + space
    }
}
