import LadderCore

/// A wait, rounded up to a number that people would say.
struct RoundedWait: Hashable {
    enum Unit: Int64 {
        case second = 1
        case minute = 60
        case hour = 3_600
        case day = 86_400
    }

    let count: Int64
    let unit: Unit

    init(_ wait: Duration) {
        let nanoseconds = max(1, wait.clampedNanoseconds)
        let seconds = (nanoseconds - 1) / 1_000_000_000 + 1
        // The coarser unit begins where two of it are a good approximation.
        let unit: Unit =
            switch seconds {
            case ...110: .second
            case ...6_600: .minute
            case ...172_800: .hour
            default: .day
            }
        let exact = (seconds - 1) / unit.rawValue + 1
        let step: Int64 =
            switch (unit, exact) {
            case (.second, ...10), (.minute, ...10), (.hour, _), (.day, _): 1
            case (.second, ...60), (.minute, ...60): 5
            default: 10
            }
        let count = (exact - 1) / step * step + step
        switch (unit, count) {
        case (.second, 60): (self.count, self.unit) = (1, .minute)
        case (.minute, 60): (self.count, self.unit) = (1, .hour)
        default: (self.count, self.unit) = (count, unit)
        }
    }
}
