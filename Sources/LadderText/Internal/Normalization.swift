import Foundation

/// The two normal forms the standard library does not offer. The only place in this module that needs Foundation.
enum Normalization {
    static func compatibilityDecomposed(_ text: String) -> String {
        text.decomposedStringWithCompatibilityMapping
    }

    static func canonicallyComposed(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping
    }
}
