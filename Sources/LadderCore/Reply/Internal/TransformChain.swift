/// Several text transforms as one. Text passes the innermost, which is the first, before the others.
struct TransformChain {
    private struct Link {
        var transform: any TextTransform
        /// Whether it was given text since it last finished.
        var isOpen = false

        mutating func change(_ text: String) -> String {
            if text.isEmpty { return "" }
            isOpen = true
            return transform.transform(text)
        }

        mutating func finish() -> String {
            defer { isOpen = false }
            return isOpen ? transform.finish() : ""
        }
    }

    private var links: [Link] = []

    init() {}

    init(_ transform: any TextTransform) {
        links = [Link(transform: transform)]
    }

    /// Adds transforms around this chain.
    mutating func append(_ outer: TransformChain) {
        links += outer.links
    }

    /// Returns the pieces to hand on for one piece. Text that was held back comes before a piece that is not text.
    mutating func change(_ chunk: ReplyChunk) -> [ReplyChunk] {
        guard let text = chunk.text else { return flush() + [chunk] }
        return pieces(change(text))
    }

    /// Returns the text that was held back.
    mutating func flush() -> [ReplyChunk] { pieces(finish()) }

    /// Returns a whole answer with its text changed. Tool calls, other parts and usage stay as they are.
    mutating func change(_ completion: Completion) -> Completion {
        var content: [ContentPart] = []
        // Text parts that follow each other are read as one text, so nothing is finished between them.
        func finishText(_ chain: inout TransformChain) {
            let held = chain.finish()
            if held.isEmpty { return }
            if case .text(let text)? = content.last {
                content[content.count - 1] = .text(text + held)
            } else {
                content.append(.text(held))
            }
        }
        for part in completion.content {
            if case .text(let text) = part {
                content.append(.text(change(text)))
            } else {
                finishText(&self)
                content.append(part)
            }
        }
        finishText(&self)
        var completion = completion
        completion.content = content
        return completion
    }

    /// Returns an error with its texts changed, by transforms that have not been given any text yet.
    func changed(_ error: any Error) -> any Error {
        guard let error = error as? ChatError else { return error }
        return error.mappingPartialText { text in
            var copy = self
            return copy.change(text) + copy.finish()
        }
    }

    private mutating func change(_ text: String) -> String {
        var text = text
        for index in links.indices { text = links[index].change(text) }
        return text
    }

    /// What an inner transform held back still passes the outer ones.
    private mutating func finish() -> String {
        var held = ""
        for index in links.indices { held = links[index].change(held) + links[index].finish() }
        return held
    }

    private func pieces(_ text: String) -> [ReplyChunk] { text.isEmpty ? [] : [.text(text)] }
}
