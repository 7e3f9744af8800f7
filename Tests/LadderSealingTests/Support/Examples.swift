import LadderCore
import LadderSealing

/// The keys, requests and entries that the tests of this module share.
enum Examples {
    static func sealingKey(_ id: String, filledWith byte: UInt8 = 7) throws -> SealingKey {
        try SealingKey(id: id, bytes: [UInt8](repeating: byte, count: 32))
    }

    static func digestKey(_ byte: UInt8 = 1) throws -> RequestDigestKey {
        try RequestDigestKey([UInt8](repeating: byte, count: 32))
    }

    static func store(over inner: any CacheStore, key id: String = "one") throws -> SealedStore {
        SealedStore(inner, sealing: try AESGCMSealing(current: sealingKey(id)), digestKey: try digestKey())
    }

    static func key(_ question: String = "hello", tenant: String = "acme") -> CacheKey {
        CacheKey(of: ChatRequest(question, model: "m"), scope: CallScope(tenant: tenant), namespace: "answers")
    }

    static func entry(_ text: String = "Paris", groups: [CacheGroup] = [.tenant("acme")]) -> StoredEntry {
        StoredEntry(bytes: Array(text.utf8), groups: groups, namespace: "answers")
    }

    static func bytes(hexadecimal text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
