import LadderCore

extension SealedStore {
    /// Returns the sealed bytes of a value.
    func seal(
        _ content: SealedContent, under key: CacheKey, in namespace: String
    ) async throws -> [UInt8] {
        do {
            return try await sealing.seal(
                content.encoded, authenticating: key.digest.bytes + Array(namespace.utf8))
        } catch let error as CancellationError {
            throw error
        } catch {
            // An error of an application's own may hold anything.
            let reason = (error as? SealingError).map { ": \($0.message)" } ?? ""
            throw StoreError(.unavailable, message: "the value could not be sealed" + reason)
        }
    }

    /// Returns an entry as it was written, under the digest that it was written under; without an entry for the note of a
    /// removal, and nil where the value cannot be opened.
    func open(_ entry: StoredEntry, under digest: SHA256Digest) async throws -> StorePage.Item? {
        do {
            let content = try SealedContent(
                decoding: try await sealing.open(
                    entry.bytes, authenticating: digest.bytes + Array(entry.namespace.utf8)))
            guard let bytes = content.bytes else { return StorePage.Item(digest: content.digest, entry: nil) }
            var opened = entry
            opened.bytes = bytes
            opened.groups = content.groups
            return StorePage.Item(digest: content.digest, entry: opened)
        } catch let error as CancellationError {
            throw error
        } catch {
            unreadable.withLock { $0 += 1 }
            return nil
        }
    }

    /// Writes a sealed note by which the changes report a removal that has been made.
    func noteRemoval(
        of key: InnerKeys, namespace: String, keptFor: Duration, in context: StoreContext
    ) async throws {
        do {
            let note = try await seal(SealedContent(digest: key.digest, bytes: nil), under: key.current, in: namespace)
            let entry = StoredEntry(bytes: note, keptFor: keptFor, namespace: namespace)
            try await store.set(key.current, to: entry, asOf: nil, in: context)
        } catch var error as StoreError {
            error.mayHaveHappened = true
            throw error
        }
    }
}
