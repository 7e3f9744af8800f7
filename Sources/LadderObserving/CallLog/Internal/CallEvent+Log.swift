import LadderCore
import LadderJSON

/// The format of the call log. For each type the writer is next to the reader.
extension CallEvent {
    var logValue: JSONValue {
        var line: [String: JSONValue] = [
            "v": .integer(CallLog.version),
            "call": .string(callID),
            "start": .integer(Int(callStart.nanosecondsSince1970)),
            "time": .string(RFC3339.text(callStart)),
        ]
        line["scope"] = scope.logValue
        switch kind {
        case .began(let began): line["began"] = began.logValue
        case .step(let step): line["step"] = step.logValue
        case .ended(let summary): line["ended"] = summary.logValue
        case .dropped(let count): line["dropped"] = .integer(count)
        }
        return .object(line)
    }

    init?(logged line: JSONReader) {
        guard let version = line["v"].requiredInt() else { return nil }
        guard version == CallLog.version else {
            line["v"].report("is \(version); this reader knows \(CallLog.version)")
            return nil
        }
        let id = line["call"].requiredString()
        let start = line["start"].requiredInt()
        let scope = CallScope(logged: line["scope"])
        guard let kind = Kind(logged: line), let id, let start else { return nil }
        self.init(
            callID: id, scope: scope,
            callStart: WallTime(nanosecondsSince1970: Int64(start)), kind: kind)
    }
}

extension CallEvent.Kind {
    fileprivate init?(logged line: JSONReader) {
        if line["began"].value != nil {
            guard let began = BeganCall(logged: line["began"]) else { return nil }
            self = .began(began)
        } else if line["step"].value != nil {
            guard let step = TraceEvent(logged: line["step"]) else { return nil }
            self = .step(step)
        } else if line["ended"].value != nil {
            guard let summary = CallSummary(logged: line["ended"]) else { return nil }
            self = .ended(summary)
        } else if let count = line["dropped"].optionalInt() {
            self = .dropped(count)
        } else {
            line.report("has no event; expected one of began, step, ended, dropped")
            return nil
        }
    }
}

extension CallScope {
    fileprivate var logValue: JSONValue? {
        var value: [String: JSONValue] = [:]
        if !tenant.isEmpty { value["tenant"] = .string(tenant) }
        if !user.isEmpty { value["user"] = .string(user) }
        if !session.isEmpty { value["session"] = .string(session) }
        if !feature.isEmpty { value["feature"] = .string(feature) }
        if !tags.isEmpty { value["tags"] = .object(tags.mapValues { .string($0) }) }
        return value.isEmpty ? nil : .object(value)
    }

    fileprivate init(logged scope: JSONReader) {
        let tags = scope["tags"].optionalObject() ?? []
        let pairs = tags.compactMap { tag in tag.reader.requiredString().map { (tag.key, $0) } }
        self.init(
            tenant: scope["tenant"].optionalString() ?? "", user: scope["user"].optionalString() ?? "",
            session: scope["session"].optionalString() ?? "", feature: scope["feature"].optionalString() ?? "",
            tags: Dictionary(pairs) { first, _ in first })
    }
}

extension BeganCall {
    fileprivate var logValue: JSONValue {
        var value: [String: JSONValue] = [
            "model": .string(model), "delivery": delivery == .whole ? "whole" : "streamed",
            "messages": .integer(messages), "textBytes": .integer(textBytes),
        ]
        value["digest"] = requestDigest.map { .string($0) }
        return .object(value)
    }

    fileprivate init?(logged began: JSONReader) {
        let model = began["model"].requiredString()
        let delivery = began["delivery"].requiredString()
        let messages = began["messages"].requiredInt()
        let bytes = began["textBytes"].requiredInt()
        guard let model, let delivery, let messages, let bytes else { return nil }
        guard delivery == "whole" || delivery == "streamed" else {
            began["delivery"].report("is \"\(delivery.cut(atMost: 40))\"; expected whole or streamed")
            return nil
        }
        self.init(
            model: model, delivery: delivery == "whole" ? .whole : .streamed, messages: messages, textBytes: bytes,
            requestDigest: began["digest"].optionalString())
    }
}
