import LadderCore
import LadderJSON

struct BranchDeclaration: LayerDeclaration {
    static let kind = "Branch"

    var cases: [BranchCaseDeclaration] = []
    var otherwise: [LayerNode] = []

    static var hasLayers: Bool { true }

    static var format: ObjectFormat<BranchDeclaration> {
        ObjectFormat(
            name: kind, summary: "Sends each call through the layers of the first case that it meets.",
            base: BranchDeclaration(),
            fields: [
                Field(
                    "cases", \.cases, BranchCaseDeclaration.value.list,
                    "The cases; the first that a call meets is taken.", isRequired: true),
                Field("otherwise", \.otherwise, LayerNode.list, "The layers for all other calls."),
            ])
    }

    func namingLayers(within outer: String) -> BranchDeclaration {
        var named = self
        for index in cases.indices { named.cases[index] = cases[index].naming(within: outer, number: index + 1) }
        named.otherwise = otherwise.map { $0.named(within: outer + "otherwise/") }
        return named
    }

    func makeLayer(at place: JSONReader, in loader: PipelineLoader, name: String) -> (any Middleware)? {
        if place["cases"].value?.array?.isEmpty == true { place["cases"].report("is empty") }
        var taken: Set<String> = ["otherwise"]
        var made: [Branch.Case] = []
        for declared in cases {
            let caseName = declared.name ?? ""
            if !taken.insert(caseName).inserted {
                declared.place?.report(sentence: "two cases of \(name) are named \"\(caseName)\"")
            }
            if declared.condition == BranchCondition(), let place = declared.place {
                place["when"].report("has no condition; write layers for all other calls as otherwise")
            }
            if let model = declared.model, let place = declared.place { loader.asks(model, by: name, at: place) }
            made.append(
                Branch.Case(
                    name: caseName, condition: declared.condition, model: declared.model,
                    layers: loader.layers(declared.layers)))
        }
        made.append(Branch.Case(name: "otherwise", condition: nil, model: nil, layers: loader.layers(otherwise)))
        return Branch(name: name, cases: made)
    }
}
