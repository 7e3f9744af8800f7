extension JSONReader {
    /// Returns the text at this place; reports when it is missing or not a string.
    package func requiredString() -> String? {
        value == nil ? fail("a string") : optionalString()
    }

    /// Returns the text at this place, or nil when it is missing.
    package func optionalString() -> String? {
        read("a string") { $0.string }
    }

    /// Returns the truth value at this place; reports when it is missing or not one.
    package func requiredBool() -> Bool? {
        value == nil ? fail("true or false") : optionalBool()
    }

    /// Returns the truth value at this place, or nil when it is missing.
    package func optionalBool() -> Bool? {
        read("true or false") { $0.bool }
    }

    /// Returns the number at this place; reports when it is missing, not a number or outside `range`.
    package func requiredNumber(in range: some RangeExpression<Double> = (-Double.infinity)...) -> Double? {
        value == nil ? fail(Self.describe("a number", range)) : optionalNumber(in: range)
    }

    /// Returns the number at this place, or nil when it is missing.
    package func optionalNumber(in range: some RangeExpression<Double> = (-Double.infinity)...) -> Double? {
        read(Self.describe("a number", range)) { value in value.double.flatMap { range.contains($0) ? $0 : nil } }
    }

    /// Returns the whole number at this place; reports when it is missing, not whole or outside `range`.
    package func requiredInt(in range: some RangeExpression<Int> = Int.min...) -> Int? {
        value == nil ? fail(Self.describe("a whole number", range)) : optionalInt(in: range)
    }

    /// Returns the whole number at this place, or nil when it is missing.
    package func optionalInt(in range: some RangeExpression<Int> = Int.min...) -> Int? {
        read(Self.describe("a whole number", range)) { value in value.int.flatMap { range.contains($0) ? $0 : nil } }
    }

    /// Returns one of the cases of `Choice`, by its raw value; reports when it is missing or none of them.
    package func requiredChoice<Choice: CaseIterable & RawRepresentable<String>>(of _: Choice.Type) -> Choice? {
        value == nil ? fail(Self.describe(Choice.self)) : optionalChoice(of: Choice.self)
    }

    /// Returns one of the cases of `Choice`, by its raw value, or nil when it is missing.
    package func optionalChoice<Choice: CaseIterable & RawRepresentable<String>>(of _: Choice.Type) -> Choice? {
        read(Self.describe(Choice.self)) { $0.string.flatMap(Choice.init(rawValue:)) }
    }

    /// Returns the texts at this place; reports when they are missing or one is not a string.
    package func requiredStrings() -> [String]? {
        value == nil ? fail("an array of strings") : optionalStrings()
    }

    /// Returns the texts at this place, or nil when they are missing; what is not a string is reported and left out.
    package func optionalStrings() -> [String]? {
        optionalArray()?.compactMap { $0.requiredString() }
    }

    /// Returns the value as `convert` reads it; reports when there is a value and `convert` returns nil.
    ///
    /// Use it for kinds of values that have no method here: `read("a colour such as #ff8800") { Colour($0.string) }`.
    package func read<Result>(_ expected: @autoclosure () -> String, _ convert: (JSONValue) -> Result?) -> Result? {
        guard let value else { return nil }
        return convert(value) ?? fail(expected())
    }
}
