/// What is wrong with a command line or with a file that it names, in one sentence. The process ends with the status 2.
struct UsageError: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}
