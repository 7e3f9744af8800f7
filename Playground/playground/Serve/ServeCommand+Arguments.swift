extension ServeCommand {
    /// Reads the arguments of `playground serve`. Returns nil where they ask for the usage.
    init?(_ arguments: some Sequence<String>) throws(Invocation.InvalidArgument) {
        var arguments = arguments.makeIterator()
        func value(of option: String) throws(Invocation.InvalidArgument) -> String {
            guard let value = arguments.next() else {
                throw Invocation.InvalidArgument(message: "\(option) needs a value")
            }
            return value
        }
        while let argument = arguments.next() {
            switch argument {
            case "--help", "-h": return nil
            case "--host": host = try value(of: argument)
            case "--port":
                let text = try value(of: argument)
                guard let number = Int(text), (0...65_535).contains(number) else {
                    throw Invocation.InvalidArgument(message: "\(text) is no port")
                }
                port = number
            case "--config": configuration = try value(of: argument)
            case "--scenario": scenario = try value(of: argument)
            case "--simulated": isSimulated = true
            default: throw Invocation.InvalidArgument(message: "unknown argument \"\(argument)\"")
            }
        }
    }
}
