import LadderCore
import LadderExactCache
import LadderJSON

/// The store of a cache: one in memory, one that the application supplies, or one at an address.
enum StoreChoice {
    case memory(MemoryStorePolicy)
    case supplied(String)
    case served(ServedStore)

    static var format: ValueFormat<StoreChoice> {
        let (memory, served) = (memoryObject.value, ServedStore.object.value)
        return ValueFormat(
            allowed: "an object (see \(memoryObject.name)), " + ServedStore.allowed("store"),
            schema: ["anyOf": [["type": "string", "minLength": 1], memory.schema, served.schema]],
            objects: { memory.objects() + served.objects() },
            read: { reader in
                if let name = reader.value?.string, !name.isEmpty, !StoreAddress.isAddress(name) {
                    return .supplied(name)
                }
                if reader.value?.string?.isEmpty == false || reader.value?["at"] != nil {
                    return ServedStore.read(reader).map { .served($0) }
                }
                guard reader.value?.object != nil else {
                    return reader.fail("an object, an address or the name of a store")
                }
                return memory.read(reader).map { .memory($0) }
            },
            write: { choice in
                switch choice {
                case .memory(let policy): memory.write(policy)
                case .supplied(let name): .string(name)
                case .served(let served): served.write()
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
        case .supplied(let name): loader.part(name, of: loader.parts.stores, at: place)
        case .memory(let policy): MemoryStore(policy)
        case .served(let served): served.open(at: place) { try $0.store(password: $1) }
        }
    }
}
