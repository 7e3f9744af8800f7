import LadderJSON

extension WrittenRequest {
    /// The body as JSON text, with ``schemas`` in their own order.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(body, at: "", into: &bytes)
        return bytes
    }

    private func write(_ value: JSONValue, at pointer: String, into bytes: inout [UInt8]) {
        if let schema = schemas[pointer], schema.value == value {
            schema.write(into: &bytes)
            return
        }
        guard schemas.keys.contains(where: { $0.hasPrefix(pointer + "/") }) else {
            value.write(into: &bytes)
            return
        }
        switch value {
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONText.append(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                write(member.value, at: pointer + "/" + member.key, into: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(element, at: pointer + "/\(index)", into: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .null, .bool, .integer, .number, .string:
            value.write(into: &bytes)
        }
    }
}
