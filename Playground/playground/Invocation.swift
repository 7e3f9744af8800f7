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

    static let usage = """
        usage: playground [outage] [walk] [--seed N]

          outage     forty virtual minutes of trouble, through a pipeline and through a retry loop
          walk       one question, walked down every rung while things break
          --seed N   other random numbers; the same seed prints the same bytes (usually 7)
          --help     this text

        Without a name, both are shown. COLUMNS sets the width, NO_COLOR turns colours off.
        """
}
