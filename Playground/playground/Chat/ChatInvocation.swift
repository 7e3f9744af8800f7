/// The arguments of `playground chat`.
struct ChatInvocation {
    /// The name of the model with the prefix of its client, such as `anthropic/claude-haiku-4-5`; nil takes the first
    /// client that has a key.
    private(set) var model: String?
    /// The URL of a server that speaks OpenAI's chat completions.
    private(set) var baseURL: String?
    /// The environment variable that holds the key for ``baseURL``.
    private(set) var keyVariable: String?
    /// The instructions for the model.
    private(set) var system: String?
    /// The questions to ask instead of those from the standard input.
    private(set) var questions: [String] = []
    private(set) var wantsHelp = false

    init(_ arguments: some Sequence<String>) throws(Invocation.InvalidArgument) {
        var arguments = arguments.makeIterator()
        func value(of option: String) throws(Invocation.InvalidArgument) -> String {
            guard let value = arguments.next() else {
                throw Invocation.InvalidArgument(message: "\(option) needs a value")
            }
            return value
        }
        while let argument = arguments.next() {
            switch argument {
            case "--help", "-h": wantsHelp = true
            case "--base-url": baseURL = try value(of: argument)
            case "--key-variable": keyVariable = try value(of: argument)
            case "--system": system = try value(of: argument)
            case "--ask": questions.append(try value(of: argument))
            default:
                guard model == nil, !argument.hasPrefix("-") else {
                    throw Invocation.InvalidArgument(message: "unknown argument \"\(argument)\"")
                }
                model = argument
            }
        }
    }

    static let usage = """
        usage: playground chat [MODEL] [--system TEXT] [--ask QUESTION]…
               playground chat [MODEL] --base-url URL [--key-variable NAME]

          MODEL           openai/gpt-4o-mini, anthropic/claude-haiku-4-5,
                          gemini/gemini-2.5-flash … Without one, the first of
                          these whose API key is set.
          --base-url URL  a server that speaks OpenAI's chat completions, such as
                          http://localhost:11434/v1. It is sent no key unless
                          --key-variable names an environment variable with one.
          --system TEXT   instructions for the model
          --ask QUESTION  asks this and ends, instead of reading questions from
                          the standard input; may be repeated
          --help          this text

        In the conversation, /explain shows what happened in the last call, and
        /quit or the end of the input ends it.
        """
}
