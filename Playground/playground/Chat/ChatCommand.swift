/// `playground chat`: a conversation with a real model.
enum ChatCommand {
    static let command = Command(
        name: "chat", summary: "a conversation with a real model", operands: "[MODEL]", operandCount: 0...1,
        options: [
            CommandOption("--base-url", "URL", summary: "a server that speaks OpenAI's chat completions"),
            CommandOption("--key-variable", "NAME", summary: "the environment variable with the key for --base-url"),
            CommandOption("--system", "TEXT", summary: "instructions for the model"),
            CommandOption(
                "--store", "ADDRESS",
                summary: "where answers are kept: sqlite:FILE or redis://HOST:PORT; else in memory"),
            CommandOption("--ask", "QUESTION", summary: "asks this and ends; may be repeated"),
        ],
        discussion: """
            MODEL is a name such as openai/gpt-4o-mini, anthropic/claude-haiku-4-5 or
            gemini/gemini-2.5-flash. Without one, the first of these whose API key is set.
            A server of --base-url, such as http://localhost:11434/v1, is sent no key unless
            --key-variable names one. In the conversation, /explain shows what happened in the
            last call, and /quit or the end of the input ends it.
            """
    ) { arguments, terminal in
        let invocation = ChatInvocation(
            model: arguments.operands.first, baseURL: arguments.text("--base-url"),
            keyVariable: arguments.text("--key-variable"), system: arguments.text("--system"),
            store: try StoreArguments.store(in: arguments), questions: arguments.texts("--ask"))
        try await Chat(invocation).hold(on: terminal)
    }
}
