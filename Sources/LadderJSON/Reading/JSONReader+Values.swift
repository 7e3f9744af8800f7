extension JSONReader {
    /// The text here; reports when it is missing or not a string.
    package func requiredString() -> String? {
        value == nil ? fail("a string") : optionalString()
    }

    /// The text here, nil when it is missing.
    package func optionalString() -> String? {
        read("a string") { $0.string }
    }

    /// The truth value here; reports when it is missing or not one.
    package func requiredBool() -> Bool? {
        value == nil ? fail("true or false") : optionalBool()
    }

    /// The truth value here, nil when it is missing.
    package func optionalBool() -> Bool? {
        read("true or false") { $0.bool }
    }

    /// The number here; reports when it is missing, not a number or outside `range`.
    package func requiredNumber(in range: some RangeExpression<Double> = (-Double.infinity)...) -> Double? {
        value == nil ? fail(Self.describe("a number", range)) : optionalNumber(in: range)
    }

    /// The number here, nil when it is missing.
    package func optionalNumber(in range: some RangeExpression<Double> = (-Double.infinity)...) -> Double? {
        read(Self.describe("a number", range)) { value in value.double.flatMap { range.contains($0) ? $0 : nil } }
    }

    /// The whole number here; reports when it is missing, not whole or outside `range`.
    package func requiredInt(in range: some RangeExpression<Int> = Int.min...) -> Int? {
        value == nil ? fail(Self.describe("a whole number", range)) : optionalInt(in: range)
    }

    /// The whole number here, nil when it is missing.
    package func optionalInt(in range: some RangeExpression<Int> = Int.min...) -> Int? {
        read(Self.describe("a whole number", range)) { value in value.int.flatMap { range.contains($0) ? $0 : nil } }
    }

    /// One of the cases of `Choice`, by its raw value; reports when it is missing or none of them.
    package func requiredChoice<Choice: CaseIterable & RawRepresentable<String>>(of _: Choice.Type) -> Choice? {
        value == nil ? fail(Self.describe(Choice.self)) : optionalChoice(of: Choice.self)
    }

    /// One of the cases of `Choice`, by its raw value, nil when it is missing.
    package func optionalChoice<Choice: CaseIterable & RawRepresentable<String>>(of _: Choice.Type) -> Choice? {
        read(Self.describe(Choice.self)) { $0.string.flatMap(Choice.init(rawValue:)) }
    }

    /// The texts here; reports when they are missing or one is not a string.
    package func requiredStrings() -> [String]? {
        value == nil ? fail("an array of strings") : optionalStrings()
    }

    /// The texts here, nil when they are missing; what is not a string is reported and left out.
    package func optionalStrings() -> [String]? {
        optionalArray()?.compactMap { $0.requiredString() }
    }

    /// The value here as `convert` understands it; reports when it is there and `convert` gives nil.
    ///
    /// For kinds of your own: `read("a colour such as #ff8800") { Colour($0.string) }`.
    package func read<Result>(_ expected: @autoclosure () -> String, _ convert: (JSONValue) -> Result?) -> Result? {
        guard let value else { return nil }
        return convert(value) ?? fail(expected())
    }
}
