/// What the command line asks for.
struct Invocation {
    /// What can be shown.
    enum Act: String, CaseIterable {
        case outage
        case walk
    }

    /// An argument nobody understands.
    struct Misunderstanding: Error {
        let message: String
    }

    private(set) var acts: [Act] = []
    private(set) var seed: UInt64 = 7
    private(set) var wantsHelp = false

    init(_ arguments: some Sequence<String>) throws(Misunderstanding) {
        var arguments = arguments.makeIterator()
        while let argument = arguments.next() {
            switch argument {
            case "--help", "-h":
                wantsHelp = true
            case "--seed":
                guard let seed = arguments.next().flatMap(UInt64.init) else {
                    throw Misunderstanding(message: "--seed wants a whole number from 0 on")
                }
                self.seed = seed
            default:
                guard let act = Act(rawValue: argument) else {
                    throw Misunderstanding(message: "what is \"\(argument)\"?")
                }
                acts.append(act)
            }
        }
        if acts.isEmpty { acts = Act.allCases }
    }

    static var usageLines: [Line] {
        usage.split(separator: "\n", omittingEmptySubsequences: false).map { Line(String($0)) }
    }

    static let usage = """
        usage: playground [outage] [walk] [--seed N]

          outage     one outage, through a pipeline and through a retry loop
          walk       one question, walked down every rung while things break
          --seed N   other random numbers, 7 unless given; a seed repeats exactly
          --help     this text

        Without a name, both are shown. COLUMNS sets the width, NO_COLOR turns
        colours off.
        """
}
