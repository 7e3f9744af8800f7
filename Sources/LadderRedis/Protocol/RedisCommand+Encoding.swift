extension RedisCommand {
    /// The bytes by which the command is sent: an array of strings.
    package var encoded: [UInt8] {
        var size = 16
        for argument in arguments { size += argument.size + 16 }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        bytes.append(UInt8(ascii: "*"))
        bytes.appendLine(arguments.count)
        for argument in arguments { argument.encode(into: &bytes) }
        return bytes
    }

    /// The name in capital letters; empty for a command without arguments.
    var name: String {
        switch arguments.first {
        case .text(let name)?: name.uppercased()
        case .bytes(let name)?: String(decoding: name, as: UTF8.self).uppercased()
        case .integer(let number)?: String(number)
        case nil: ""
        }
    }
}

extension RedisCommand.Argument {
    /// The number of bytes, or a number that is not smaller.
    fileprivate var size: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .bytes(let bytes): bytes.count
        case .integer: 20
        }
    }

    fileprivate func encode(into output: inout [UInt8]) {
        output.append(UInt8(ascii: "$"))
        switch self {
        case .text(let text):
            output.appendLine(text.utf8.count)
            output.append(contentsOf: text.utf8)
        case .bytes(let bytes):
            output.appendLine(bytes.count)
            output.append(contentsOf: bytes)
        case .integer(let number):
            let digits = String(number).utf8
            output.appendLine(digits.count)
            output.append(contentsOf: digits)
        }
        output.append(UInt8(ascii: "\r"))
        output.append(UInt8(ascii: "\n"))
    }
}

extension [UInt8] {
    fileprivate mutating func appendLine(_ number: Int) {
        append(contentsOf: String(number).utf8)
        append(UInt8(ascii: "\r"))
        append(UInt8(ascii: "\n"))
    }
}
