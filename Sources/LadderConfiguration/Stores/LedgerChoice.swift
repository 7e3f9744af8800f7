import LadderCore
import LadderJSON

/// The ledger of a budget: one that the application supplies, or one at an address.
enum LedgerChoice {
    case supplied(String)
    case served(ServedStore)

    static var format: ValueFormat<LedgerChoice> {
        let served = ServedStore.object.value
        return ValueFormat(
            allowed: ServedStore.allowed("ledger"),
            schema: ["anyOf": [["type": "string", "minLength": 1], served.schema]], objects: served.objects,
            read: { reader in
                if let name = reader.value?.string, !name.isEmpty, !StoreAddress.isAddress(name) {
                    return .supplied(name)
                }
                guard reader.value?.string?.isEmpty == false || reader.value?.object != nil else {
                    return reader.fail("an object, an address or the name of a ledger")
                }
                return ServedStore.read(reader).map { .served($0) }
            },
            write: { choice in
                switch choice {
                case .supplied(let name): .string(name)
                case .served(let served): served.write()
                }
            })
    }

    func ledger(at place: JSONReader, in loader: PipelineLoader) -> (any BudgetLedger)? {
        switch self {
        case .supplied(let name): loader.part(name, of: loader.parts.ledgers, at: place)
        case .served(let served): served.open(at: place) { try $0.ledger(password: $1) }
        }
    }
}
