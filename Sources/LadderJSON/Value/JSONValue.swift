/// A JSON value, as it stands in the text.
///
/// Use it for what has no fixed shape: extra fields of a request, provider answers, data files. A whole number and a
/// number with a fraction or exponent stay apart, so `1`, `1.0` and `"1"` are three different values and give three
/// different cache keys.
///
/// ```swift
/// let answer = try JSONValue(parsing: #"{"choices": [{"text": "Hello"}]}"#)
/// let text = answer["choices"]?[0]?["text"]?.string
/// let body: JSONValue = ["model": "gpt-4o", "seed": 7, "stop": ["\n"]]
/// print(body.text)  // {"model":"gpt-4o","seed":7,"stop":["\n"]}
/// ```
///
/// Parsing bad text throws a ``JSONError`` and never traps. An object is a dictionary: its order is not kept, of a
/// repeated key the last value stays, and the text has sorted keys. ``JSONSchema`` is the type that keeps the order.
///
/// A value that is built in code must not be nested deeper than ``maximumDepth`` levels either. That is not checked:
/// the parser refuses its text, and writing, comparing or releasing a value of many thousand levels overflows the
/// stack.
public enum JSONValue: Hashable, Sendable {
    /// The value `null`.
    case null
    /// The value `true` or `false`.
    case bool(Bool)
    /// A number written without fraction and exponent that fits an `Int`.
    case integer(Int)
    /// A number with a fraction or an exponent, or a whole number that does not fit an `Int`.
    case number(Double)
    /// A text, without quotation marks and escapes.
    case string(String)
    /// A list of values of any kind, at most ``maximumDepth`` levels deep.
    case array([JSONValue])
    /// Values by their keys, in no order, at most ``maximumDepth`` levels deep.
    case object([String: JSONValue])

    /// The number of levels that arrays and objects may be nested.
    ///
    /// The parser refuses a text that is nested deeper. Reading, writing, comparing and releasing a value recurse.
    /// Threads of Apple's platforms have 512 kB of stack, and in debug builds 256 levels of objects overflow that.
    public static let maximumDepth = 128
}
