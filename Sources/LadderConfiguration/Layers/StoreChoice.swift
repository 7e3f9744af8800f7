import LadderCore
import LadderExactCache
import LadderJSON

/// The store of a cache: one in memory, or one that the application supplies.
enum StoreChoice {
    case memory(MemoryStorePolicy)
    case supplied(String)

    static var format: ValueFormat<StoreChoice> {
        let object = memoryObject.value
        return ValueFormat(
            allowed: "an object (see \(memoryObject.name)), or the name of a store of the application",
            schema: ["anyOf": [["type": "string", "minLength": 1], object.schema]], objects: object.objects,
            read: { reader in
                if let name = reader.value?.string, !name.isEmpty { return .supplied(name) }
                guard reader.value?.object != nil else { return reader.fail("an object or the name of a store") }
                return object.read(reader).map { .memory($0) }
            },
            write: { choice in
                switch choice {
                case .memory(let policy): object.write(policy)
                case .supplied(let name): .string(name)
                }
            })
    }

    private static var memoryObject: ObjectFormat<MemoryStorePolicy> {
        ObjectFormat(
            name: "memory", summary: "The bounds of a store in memory.", base: MemoryStorePolicy(),
            fields: [
                Field("maximumEntries", \.maximumEntries, .integer, "The largest number of entries."),
                Field("maximumBytes", \.maximumBytes, .integer, "The largest number of bytes that the entries take."),
            ])
    }

    func store(at place: JSONReader, in loader: PipelineLoader) -> (any CacheStore)? {
        switch self {
        case .supplied(let name): return loader.part(name, of: loader.parts.stores, at: place)
        case .memory(let policy): return MemoryStore(policy)
        }
    }
}
