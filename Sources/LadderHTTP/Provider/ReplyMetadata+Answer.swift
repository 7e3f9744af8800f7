import LadderCore

extension ReplyMetadata {
    /// Returns the metadata of the header fields with those that the answer itself holds: its raw values, and its id where
    /// the header has none.
    func adding(_ answer: ReplyMetadata?) -> ReplyMetadata {
        var metadata = self
        metadata.requestID = requestID ?? answer?.requestID
        metadata.raw = answer?.raw ?? [:]
        return metadata
    }
}
