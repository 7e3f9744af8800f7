extension String {
    /// Returns the beginning of the text with at most `count` bytes of UTF-8, cut between two scalars.
    package func cut(atMost count: Int) -> String {
        guard utf8.count > count else { return self }
        var bytes = Array(utf8.prefix(count + 1))
        // The cut may be inside a scalar: go back to the beginning of one.
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
        return String(decoding: bytes, as: UTF8.self)
    }
}
