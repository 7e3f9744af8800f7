/// An array, set, map, push message or attribute whose elements are being read.
struct OpenCollection {
    /// The kinds of collections.
    enum Kind {
        case array
        case set
        case map
        case push
        /// Remarks of the server about the reply that follows. They are read and dropped.
        case attribute
    }

    let kind: Kind
    /// The number of elements that are missing.
    private(set) var missing: Int
    private var elements: [RESPValue] = []

    /// Begins a collection. The memory that it takes grows with what is there, not with what the server announces.
    init(_ kind: Kind, count: Int) {
        self.kind = kind
        missing = count
        elements.reserveCapacity(min(count, 1_024))
    }

    /// Adds the next element.
    mutating func append(_ value: RESPValue) {
        elements.append(value)
        missing -= 1
    }

    /// The collection as a value; nil for an attribute.
    var value: RESPValue? {
        switch kind {
        case .array: .array(elements)
        case .set: .set(elements)
        case .map: .map(elements)
        case .push: .push(elements)
        case .attribute: nil
        }
    }
}
