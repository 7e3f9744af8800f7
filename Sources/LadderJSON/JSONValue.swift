/// A JSON value, as it stands in the text.
///
/// Use it for what has no fixed shape: extra fields of a request, tool schemas, provider answers, data files. A whole
/// number and a number with a fraction or exponent stay apart, so `1`, `1.0` and `"1"` are three different values and
/// give three different cache keys.
///
/// ```swift
/// let answer = try JSONValue(parsing: #"{"choices": [{"text": "Hello"}]}"#)
/// let text = answer["choices"]?[0]?["text"]?.string
/// let body: JSONValue = ["model": "gpt-4o", "seed": 7, "stop": ["\n"]]
/// print(body.text)  // {"model":"gpt-4o","seed":7,"stop":["\n"]}
/// ```
///
/// Parsing bad text throws a ``JSONError`` and never traps. Writing sorts the keys, so the order of a dictionary never shows.
/// An object is a dictionary: its order is not kept, and of a repeated key the last value stays.
public enum JSONValue: Hashable, Sendable {
    /// The value `null`.
    case null
    /// The value `true` or `false`.
    case bool(Bool)
    /// A number written without fraction and exponent that fits an `Int`.
    case integer(Int)
    /// Any other number.
    case number(Double)
    /// A text.
    case string(String)
    /// A list of values.
    case array([JSONValue])
    /// Values by name.
    case object([String: JSONValue])

    /// How deep arrays and objects may be nested in a text that is parsed.
    ///
    /// Reading, writing and comparing recurse. Threads of Apple's platforms have 512 kB of stack, and in debug builds
    /// 256 levels of objects overflow that.
    public static let maximumDepth = 128
}
