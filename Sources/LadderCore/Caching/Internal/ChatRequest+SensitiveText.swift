extension ChatRequest {
    /// Whether a detector finds something in the texts that the user wrote.
    package func hasSensitiveText(by detector: any SensitiveTextDetector) -> Bool {
        messages.contains { $0.role == .user && !detector.kinds(in: $0.text).isEmpty }
    }
}
