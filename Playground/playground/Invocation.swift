/// The arguments of the command line.
struct Invocation {
    /// A part of the playground that can be shown.
    enum Demo: String, CaseIterable {
        case outage
        case walk
        case calibrate
    }

    /// The error for an unknown argument.
    struct InvalidArgument: Error {
        let message: String
    }

    private(set) var demos: [Demo] = []
    private(set) var seed: UInt64 = 7
    /// The path of a CSV file for `calibrate`.
    private(set) var file: String?
    private(set) var wantsHelp = false

    init(_ arguments: some Sequence<String>) throws(InvalidArgument) {
        var arguments = arguments.makeIterator()
        while let argument = arguments.next() {
            switch argument {
            case "--help", "-h":
                wantsHelp = true
            case "--seed":
                guard let seed = arguments.next().flatMap(UInt64.init) else {
                    throw InvalidArgument(message: "--seed needs a whole number, 0 or more")
                }
                self.seed = seed
            default:
                if let demo = Demo(rawValue: argument) {
                    demos.append(demo)
                } else if demos.last == .calibrate, file == nil, !argument.hasPrefix("-") {
                    file = argument
                } else {
                    throw InvalidArgument(message: "unknown argument \"\(argument)\"")
                }
            }
        }
        if demos.isEmpty { demos = [.outage, .walk] }
    }

    static var usageLines: [Line] {
        usage.split(separator: "\n", omittingEmptySubsequences: false).map { Line(String($0)) }
    }

    static let usage = """
        usage: playground [outage] [walk] [--seed N]
               playground calibrate [FILE]
               playground chat [MODEL] [--base-url URL]
               playground stand-in [--port N]
               playground configuration --schema | --reference

          outage     one outage, through a pipeline and through a retry loop
          walk       one question, while the models fail one after the other
          calibrate  which similarity means the same answer, from labelled pairs in
                     a CSV file (question, question, yes or no) or a built-in set
          stand-in   a server on this machine that answers in OpenAI's form
          chat       a conversation with a real model; chat --help says more
          configuration  the JSON Schema, or the reference of all fields
          --seed N   other random numbers, 7 unless given; a seed repeats exactly
          --help     this text

        Without a name, the first two are shown. COLUMNS sets the width, NO_COLOR
        turns colours off.
        """
}
