extension ConnectionState {
    /// Takes bytes to send; nil if there are none, or another thread is sending.
    mutating func takeChunk() -> (socket: StreamSocket, chunk: OutputBuffer.Chunk)? {
        guard phase == .ready || phase == .draining, writeError == nil, let socket, let chunk = output.take() else {
            return nil
        }
        return (socket, chunk)
    }

    /// Notes what became of bytes. Returns false if the connection is another one meanwhile.
    mutating func finish(_ chunk: OutputBuffer.Chunk, _ transfer: StreamSocket.Transfer) -> Bool {
        var count = 0
        if case .bytes(let sent) = transfer { count = sent }
        guard output.finish(chunk, sent: count) else { return false }
        statistics.writes += 1
        statistics.sentBytes += count
        switch transfer {
        case .bytes: break
        case .wouldBlock: output.waitsForRoom = true
        case .ended: writeError = .brokenPipe
        case .failed(let error): writeError = error
        }
        return true
    }
}
