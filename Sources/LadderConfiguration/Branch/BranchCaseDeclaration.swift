import LadderCore
import LadderJSON

/// A case of a branch as a configuration declares it.
struct BranchCaseDeclaration {
    var name: String?
    var condition = BranchCondition()
    var model: String?
    var layers: [LayerNode] = []
    var place: JSONReader?

    static var format: ObjectFormat<BranchCaseDeclaration> {
        ObjectFormat(
            name: "Branch.cases", summary: "The layers for certain calls.", base: BranchCaseDeclaration(),
            fields: [
                Field("name", \.name, .nullable(.name), "The name in the trace; null for the number of the case."),
                Field(
                    "when", \.condition, BranchCondition.format.value, "The calls that the case is for.",
                    isRequired: true),
                Field(
                    "model", \.model, .nullable(.name),
                    "The logical name of the model that is asked; null for the one that the request names."),
                Field("layers", \.layers, LayerNode.list, "The layers of the case, outermost first."),
            ])
    }

    static var value: ValueFormat<BranchCaseDeclaration> {
        let object = format.value
        return ValueFormat(
            allowed: object.allowed, schema: object.schema, objects: object.objects,
            read: { reader in
                var declaration = object.read(reader)
                declaration?.place = reader
                return declaration
            },
            write: object.write)
    }

    func naming(within outer: String, number: Int) -> BranchCaseDeclaration {
        var named = self
        let name = name ?? "\(number)"
        named.name = name
        named.layers = layers.map { $0.named(within: outer + name + "/") }
        return named
    }
}
