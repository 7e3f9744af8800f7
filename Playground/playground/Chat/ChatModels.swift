import Ladder
import LadderConfiguration
import LadderHTTP
import LadderOpenAI

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The models that `playground chat` offers without being told one, in this order.
struct ChatModels {
    /// A client, its usual key, and a small model of it.
    struct Offer {
        let variable: String
        let model: String
    }

    static let offers = [
        Offer(variable: "OPENAI_API_KEY", model: "openai/gpt-4o-mini"),
        Offer(variable: "ANTHROPIC_API_KEY", model: "anthropic/claude-haiku-4-5"),
        Offer(variable: "GEMINI_API_KEY", model: "gemini/gemini-2.5-flash"),
    ]

    /// The error where no key is set.
    struct NoKey: Error, CustomStringConvertible {
        var description: String {
            var lines = ["chat: no API key is set. Set one of these, or name a server with --base-url:"]
            for offer in offers { lines.append("  export \(offer.variable)=…   for \(offer.model)") }
            lines.append("Without any key: swift run playground stand-in   starts a server to try it with.")
            return lines.joined(separator: "\n")
        }
    }

    static func model(for invocation: ChatInvocation) throws -> any ChatModel {
        if let baseURL = invocation.baseURL {
            let key = invocation.keyVariable.map { APIKey.environment($0) } ?? .none
            return OpenAIModel(invocation.model ?? "default", server: OpenAIServer(baseURL: baseURL), key: key)
        }
        if let name = invocation.model { return try ModelCatalog.standard.model(name) }
        let environment = ProcessInfo.processInfo.environment
        guard let offer = offers.first(where: { !(environment[$0.variable] ?? "").isEmpty }) else { throw NoKey() }
        return try ModelCatalog.standard.model(offer.model)
    }
}
