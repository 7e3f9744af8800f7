public import LadderHTTP

extension GeminiModel {
    /// Returns a model at Vertex AI.
    ///
    /// ```swift
    /// import LadderGemini
    /// import LadderHTTP
    ///
    /// let token = APIKey.expiring { ExpiringKey(value: "an access token", expires: nil) }
    /// let model = GeminiModel.vertex("gemini-2.5-flash", project: "my-project", location: "europe-west4", token: token)
    /// ```
    ///
    /// - Parameters:
    ///   - name: The provider's name of the model.
    ///   - project: The id of the Google Cloud project.
    ///   - location: The region, or `global`.
    ///   - token: An OAuth access token. It lives about an hour, so use `APIKey.expiring(_:)`.
    ///   - showsThoughts: Whether models that think send summaries of their thoughts.
    ///   - transport: The way to send requests.
    public static func vertex(
        _ name: String, project: String, location: String = "global", token: APIKey, showsThoughts: Bool = true,
        transport: any HTTPTransport = URLSessionTransport.shared
    ) -> GeminiModel {
        let host = location == "global" ? GeminiEndpoint.vertexHost : "\(location)-\(GeminiEndpoint.vertexHost)"
        return GeminiModel(
            name, key: token,
            baseURL: "https://\(host)/v1/projects/\(project)/locations/\(location)/publishers/google",
            showsThoughts: showsThoughts, transport: transport)
    }
}
