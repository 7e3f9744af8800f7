/// Reads requests from the bytes of a connection: a state machine without any input or output.
///
/// No bytes make it trap. What is no request becomes a refusal, after which nothing more is read.
package struct RequestParser {
    /// What the connection does next.
    package enum Step: Hashable, Sendable {
        /// More bytes are needed.
        case needsMore
        /// The client waits to be asked for the body.
        case asksForBody
        case request(ServedRequest)
        case refused(RequestRefusal)
    }

    /// What the parser waits for.
    package enum Phase: Hashable, Sendable {
        /// The first byte of a request.
        case idle
        case head
        case body
    }

    private enum State {
        case head
        case body(ServedRequest, length: Int)
        case chunks(ServedRequest, ChunkedBody)
        case refused(RequestRefusal)
    }

    private let limits: ServerLimits
    private var state = State.head
    private var input: [UInt8] = []
    /// The number of bytes that hold no end of a head.
    private var searched = 0

    package init(limits: ServerLimits = ServerLimits()) {
        self.limits = limits
    }

    package var phase: Phase {
        switch state {
        case .head: input.isEmpty ? .idle : .head
        case .body, .chunks, .refused: .body
        }
    }

    /// The number of bytes that wait to be read.
    package var waitingBytes: Int { input.count }

    /// Adds bytes that have arrived.
    package mutating func add(_ bytes: [UInt8]) { input += bytes }

    /// Reads the next request as far as it has arrived.
    package mutating func next() -> Step {
        do throws(RequestRefusal) {
            return try step()
        } catch {
            state = .refused(error)
            input = []
            return .refused(error)
        }
    }

    private mutating func step() throws(RequestRefusal) -> Step {
        switch state {
        case .head:
            guard let head = try takeHead() else { return .needsMore }
            switch head.body {
            case .length(let length): state = .body(head.request, length: length)
            case .chunks: state = .chunks(head.request, ChunkedBody(limits: limits))
            }
            if head.expectsContinue, input.isEmpty { return .asksForBody }
            return try step()
        case .body(var request, let length):
            guard input.count >= length else { return .needsMore }
            request.body = Array(input[..<length])
            input.removeFirst(length)
            return finish(request)
        case .chunks(var request, var body):
            // So that the copy in the state does not make each append copy the body.
            state = .head
            guard try body.read(&input) else {
                state = .chunks(request, body)
                return .needsMore
            }
            request.body = body.bytes
            return finish(request)
        case .refused(let refusal):
            return .refused(refusal)
        }
    }

    private mutating func finish(_ request: ServedRequest) -> Step {
        state = .head
        searched = 0
        return .request(request)
    }

    private mutating func takeHead() throws(RequestRefusal) -> RequestHead? {
        // Some clients send an empty line after a body.
        while searched == 0, input.starts(with: [0x0D, 0x0A]) { input.removeFirst(2) }
        var end: Int?
        var index = searched
        while index < input.count {
            if input[index] == 0x0A {
                guard index > 0, input[index - 1] == 0x0D else { throw .malformed("a line of the head has no CR LF") }
                if index >= 3, input[index - 2] == 0x0A {
                    end = index
                    break
                }
            }
            index += 1
        }
        guard (end ?? input.count) <= limits.headBytes else {
            throw RequestRefusal(status: 431, message: "the head is longer than \(limits.headBytes) bytes")
        }
        guard let end else {
            searched = input == [0x0D] ? 0 : input.count
            return nil
        }
        let head = try RequestHead(input[..<(end - 3)], limits: limits)
        input.removeFirst(end + 1)
        return head
    }
}
