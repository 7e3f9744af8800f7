/// The calls of a connection in their order, each found by its number.
///
/// A call in the middle is reached in constant time, which makes its cancellation cheap.
struct CallRing<Element: Sendable>: Sendable {
    private var slots: [Element?] = Array(repeating: nil, count: 64)
    private var head = 0
    /// The number of calls.
    private(set) var count = 0
    /// The number of the first call.
    private(set) var firstNumber = 0

    /// Whether there is no call.
    var isEmpty: Bool { count == 0 }

    /// The numbers of the calls.
    var numbers: Range<Int> { firstNumber..<firstNumber + count }

    /// Adds a call at the end, and returns its number.
    mutating func append(_ element: Element) -> Int {
        if count == slots.count { grow() }
        slots[(head + count) % slots.count] = element
        count += 1
        return firstNumber + count - 1
    }

    /// Takes the first call; nil if there is none.
    mutating func removeFirst() -> Element? {
        guard count > 0 else { return nil }
        let element = slots[head]
        slots[head] = nil
        head = (head + 1) % slots.count
        count -= 1
        firstNumber += 1
        return element
    }

    /// The call with a number; nil if it was removed.
    subscript(number: Int) -> Element? {
        get { numbers.contains(number) ? slots[index(of: number)] : nil }
        set { if numbers.contains(number) { slots[index(of: number)] = newValue } }
    }

    private func index(of number: Int) -> Int { (head + number - firstNumber) % slots.count }

    private mutating func grow() {
        var larger: [Element?] = []
        larger.reserveCapacity(2 * slots.count)
        for offset in 0..<count { larger.append(slots[(head + offset) % slots.count]) }
        larger.append(contentsOf: repeatElement(nil, count: 2 * slots.count - count))
        slots = larger
        head = 0
    }
}
