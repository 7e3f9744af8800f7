import Ladder

/// The horizontal axis that all charts share: 1,000 units from the beginning of the rehearsal to its end. Charts are
/// stretched to the width of the page.
struct TimeAxis {
    static let width = 1_000.0

    let duration: Duration

    /// Returns the position of a time in units.
    func x(_ time: Duration) -> String {
        Self.number(max(0, min(1, time / duration)) * Self.width)
    }

    /// Returns the position of a time as a part of the width, such as `12.5%`.
    func percent(_ time: Duration) -> String {
        Self.number(max(0, min(1, time / duration)) * 100) + "%"
    }

    /// Returns a style that places an element over a span of time.
    func place(from start: Duration, to end: Duration) -> String {
        "left:\(percent(start));width:\(percent(end - start))"
    }

    /// The times that get a label, at most seven.
    var ticks: [Duration] {
        let step = Self.steps.first { duration / $0 < 7 } ?? .seconds(86_400 * Int(duration / .seconds(518_400) + 1))
        return (0...Int(duration / step)).map { step * $0 }
    }

    /// Returns the label of a time, such as `5 min`, `2 h` or `1 h 30`.
    func label(_ time: Duration) -> String {
        let seconds = Int(time.inSeconds)
        let minutes = seconds / 60 % 60
        if seconds == 0 { return "0" }
        if seconds.isMultiple(of: 86_400) { return "\(seconds / 86_400) d" }
        if seconds >= 3_600 { return "\(seconds / 3_600) h" + (minutes == 0 ? "" : " \(minutes)") }
        return seconds.isMultiple(of: 60) ? "\(minutes) min" : "\(seconds) s"
    }

    private static let steps: [Duration] = [
        5, 10, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400,
    ].map { .seconds($0) }

    /// Returns a coordinate with two decimals at most.
    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        if hundredths.isMultiple(of: 100) { return "\(hundredths / 100)" }
        return (Double(hundredths) / 100).description
    }
}
