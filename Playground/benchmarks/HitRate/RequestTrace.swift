import LadderTesting

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Requests for a set of keys whose popularity follows Zipf's law, with scans of keys that come only once.
struct RequestTrace {
    /// The number of popular keys.
    var keys = 100_000
    /// The exponent of Zipf's law.
    var exponent = 0.9
    /// The number of requests for popular keys.
    var requests = 600_000
    /// The number of requests between two scans.
    var scanInterval = 50_000
    /// The number of new keys in a scan.
    var scanLength = 10_000

    /// The same shape with a hundredth of everything.
    static let small = RequestTrace(keys: 1_000, requests: 6_000, scanInterval: 500, scanLength: 100)

    /// Returns the numbers of the keys in the order of the requests.
    func numbers(seed: UInt64) -> [Int] {
        var sums: [Double] = []
        var sum = 0.0
        for rank in 1...keys {
            sum += pow(Double(rank), -exponent)
            sums.append(sum)
        }
        var random = SeededRandom(seed: seed)
        var (numbers, new) = ([Int](), keys)
        for request in 1...requests {
            numbers.append(rank(at: random.uniform() * sum, in: sums))
            guard request % scanInterval == 0 else { continue }
            numbers += new..<new + scanLength
            new += scanLength
        }
        return numbers
    }

    /// Returns the first place whose sum reaches a value.
    private func rank(at value: Double, in sums: [Double]) -> Int {
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
