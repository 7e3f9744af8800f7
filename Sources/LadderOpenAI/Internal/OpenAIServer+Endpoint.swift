import LadderHTTP

extension OpenAIServer {
    /// Returns the endpoint of this server; nil as the key takes the server's own.
    func endpoint(key: APIKey?, transport: any HTTPTransport) -> ProviderEndpoint {
        ProviderEndpoint(
            baseURL: baseURL, key: key ?? self.key, keyField: (keyField, keyPrefix), headers: headers,
            transport: transport)
    }

    /// Returns a path with the query that the server wants in every URL.
    func path(_ path: String) -> String {
        query.isEmpty ? path : path + "?" + query
    }
}
