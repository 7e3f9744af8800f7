/// Prints measurements beside the bars they are held to, each scaled by the yardstick of its own rounds.
enum Table {
    static let header =
        "\(pad("what", 56)) \(pad("median ns", 9, right: true)) \(pad("best", 7, right: true)) "
        + "\(pad("yard", 5, right: true)) \(pad("allocs", 6, right: true)) \(pad("bytes", 6, right: true))  bar"

    static func print(_ measurement: Measurement, nanoseconds: Double? = nil, allocations: Double? = nil) {
        let columns = [
            pad(measurement.name, 56),
            pad(number(measurement.nanoseconds), 9, right: true),
            pad(number(measurement.best), 7, right: true),
            pad(number(measurement.yardstick, 1), 5, right: true),
            pad(measurement.allocations.map { number($0, 1) } ?? "–", 6, right: true),
            pad(measurement.bytes.map { number($0) } ?? "–", 6, right: true),
        ]
        var bars: [String] = []
        if let bar = nanoseconds {
            let scaled = bar * Yardstick.scale(measurement.yardstick)
            let kept = measurement.nanoseconds <= scaled
            let note = scaled == bar ? "" : " (\(number(bar)) scaled)"
            bars.append("\(kept ? "✓" : "✗") ≤ \(number(scaled)) ns\(note)")
        }
        if let bar = allocations, let count = measurement.allocations {
            bars.append("\(count <= bar + 0.05 ? "✓" : "✗") ≤ \(number(bar)) allocs")
        }
        Swift.print("\(columns.joined(separator: " "))  \(bars.joined(separator: ", "))")
    }

    static func number(_ value: Double, _ digits: Int = 0) -> String {
        guard digits > 0 else { return "\(Int(value.rounded()))" }
        let tenths = Int((value * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    static func pad(_ text: String, _ width: Int, right: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return right ? space + text : text + space
    }
}
