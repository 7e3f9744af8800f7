extension String {
    /// The beginning, at most so many bytes, cut between two characters' bytes.
    package func cut(atMost count: Int) -> String {
        guard utf8.count > count else { return self }
        var bytes = Array(utf8.prefix(count + 1))
        // What is cut off may be the rest of a scalar: drop back to where one begins.
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
        return String(decoding: bytes, as: UTF8.self)
    }
}
