extension RequestIdentity {
    /// Returns the names of the fields whose bytes differ, in the order of the bytes.
    ///
    /// An element that only one of two lists has is reported by the name of the list.
    func difference(from other: RequestIdentity) -> [String] {
        let (own, others) = (records, other.records)
        let values = Dictionary(others.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let known = Set(own.map(\.name))
        var names: [String] = []
        for record in own where values[record.name] != record.value {
            names.append(values[record.name] == nil ? record.field.list ?? record.name : record.name)
        }
        for record in others where !known.contains(record.name) { names.append(record.field.list ?? record.name) }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    private struct Record {
        let field: IdentityField
        let name: String
        let value: ArraySlice<UInt8>
    }

    /// The fields in the order of their bytes. An added part is named `parts.` and its name.
    private var records: [Record] {
        var records: [Record] = []
        var counts: [IdentityField: Int] = [:]
        var position = 1
        while position + 9 <= bytes.count, let field = IdentityField(rawValue: bytes[position]) {
            let start = position + 9
            let length = bytes[position + 1..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
            position = start + length
            let index = counts[field, default: 0]
            counts[field] = index + 1
            var name = field.name(numbered: index)
            if field == .part { name += "." + nameOfPart(at: start) }
            records.append(Record(field: field, name: name, value: bytes[start..<position]))
        }
        return records
    }

    private func nameOfPart(at start: Int) -> String {
        var reader = ByteReader(bytes, from: start)
        do throws(StoreError) { return try reader.readString() } catch { return "" }
    }
}
