import Ladder

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A logarithmic scale for latencies, from 10 ms to the longest one.
struct LatencyScale {
    /// The longest latency of the scale, in seconds.
    private let longest: Double

    init(upTo longest: Duration?) {
        self.longest = max(1, longest?.inSeconds ?? 1) * 1.6
    }

    /// Returns the position of a latency from 0 to 1. All latencies below 10 ms are at 0.
    func position(_ latency: Duration) -> Double {
        let decades = log10(max(Self.shortest, latency.inSeconds) / Self.shortest)
        return min(1, decades / log10(longest / Self.shortest))
    }

    var labels: [(position: Double, text: String)] {
        let marks: [(Duration, String)] = [
            (.milliseconds(10), "≤ 10 ms"), (.milliseconds(100), "100 ms"), (.seconds(1), "1 s"),
            (.seconds(10), "10 s"),
            (.seconds(100), "100 s"),
        ]
        return marks.filter { $0.0.inSeconds <= longest }.map { (position($0.0), $0.1) }
    }

    private static let shortest = 0.01
}
