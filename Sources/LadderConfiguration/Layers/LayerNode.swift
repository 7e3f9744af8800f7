import LadderJSON

/// A layer at a place of a configuration, with its name.
struct LayerNode {
    let name: String
    /// Whether the name stands in the configuration. Else it is made of the kind and the names around it.
    private let isNamed: Bool
    let declaration: any LayerDeclaration
    let place: JSONReader

    /// The layer with all its options, as the effective configuration has it.
    var json: JSONValue {
        var members = declaration.members
        members["layer"] = .string(type(of: declaration).kind)
        members["name"] = .string(name)
        return .object(members)
    }

    static let nameSchema: JSONValue = [
        "type": "string", "minLength": 1,
        "description": "The name by which a reloaded configuration finds the layer again. The kind, if it is absent.",
    ]

    /// Reads a list of layers.
    static var list: ValueFormat<[LayerNode]> {
        ValueFormat(
            allowed: "a list of layers, outermost first",
            schema: ["type": "array", "items": ["$ref": "#/$defs/layer"]],
            read: { reader in
                guard reader.value != nil else { return reader.fail("an array") }
                return reader.optionalArray()?.compactMap { LayerNode($0) }
            },
            write: { .array($0.map(\.json)) })
    }

    /// The number of branches that may be nested. Reading recurses, and threads may have little stack.
    static let maximumNesting = 16

    private init?(_ place: JSONReader) {
        // A layer of a case is two lists deeper than its branch.
        guard place.path.utf8.count(where: { $0 == UInt8(ascii: "[") }) <= 2 * Self.maximumNesting + 1 else {
            place.report("is nested deeper than \(Self.maximumNesting) branches")
            return nil
        }
        guard place.value?.object != nil else {
            place.reportKind("an object")
            return nil
        }
        let names = LayerKinds.names
        let allowed = "one of " + names.map { JSONValue.string($0).text }.joined(separator: ", ")
        guard let kind = place["layer"].required(allowed, converting: { $0.string.flatMap(LayerKinds.kind) }),
            let declaration = kind.read(place)
        else { return nil }
        let name = place["name"].read("a string that is not empty") { $0.string.flatMap { $0.isEmpty ? nil : $0 } }
        self.init(name: name ?? kind.kind, isNamed: name != nil, declaration: declaration, place: place)
    }

    /// Returns the layer with its final name, which begins with the names around it unless it is given.
    func named(within outer: String) -> LayerNode {
        let name = isNamed ? name : outer + name
        return LayerNode(
            name: name, isNamed: true, declaration: declaration.namingLayers(within: name + "/"), place: place)
    }

    private init(name: String, isNamed: Bool, declaration: any LayerDeclaration, place: JSONReader) {
        self.name = name
        self.isNamed = isNamed
        self.declaration = declaration
        self.place = place
    }
}
