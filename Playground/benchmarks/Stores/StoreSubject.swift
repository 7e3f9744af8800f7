import Ladder

/// Keys and entries of two kilobytes.
enum StoreSubject {
    static let keys = (0..<16_000).map { number in
        CacheKey(of: ChatRequest("question \(number)", model: "m"), scope: CallScope(tenant: "acme"))
    }

    static let entry = StoredEntry(
        bytes: (0..<2_048).map { UInt8(truncatingIfNeeded: $0 &* 31) }, freshFor: .seconds(3_600),
        keptFor: .seconds(7_200), groups: [.tenant("acme"), .model("m")])

    static let context = StoreContext()
}
