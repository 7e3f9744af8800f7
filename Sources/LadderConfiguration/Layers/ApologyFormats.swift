import LadderCore
import LadderJSON
import LadderStaticFAQ

/// What a configuration says about apologies.
enum ApologyFormats {
    /// Apologies as an object, or one sentence for everything.
    static var apologies: ValueFormat<Apologies> {
        let object = apologiesObject.value
        return ValueFormat(
            allowed: "one sentence, or an object (see \(apologiesObject.name))",
            schema: ["anyOf": [["type": "string", "minLength": 1], object.schema]], objects: object.objects,
            read: { reader in
                if let text = reader.value?.string { return Apologies(always: text) }
                guard reader.value?.object != nil else { return reader.fail("a string or an object") }
                return object.read(reader)
            },
            write: object.write)
    }

    private static var apologiesObject: ObjectFormat<Apologies> {
        ObjectFormat(
            name: "StaticFAQ.apologies", summary: "A sentence for each kind of failure, in each language.",
            base: Apologies(),
            fields: [
                Field(
                    "standard", \.standard, wording.value,
                    "The wording for callers whose language is unknown or not listed."),
                Field("languages", \.languages, wording.value.byName, "Wordings by BCP 47 tag."),
                Field(
                    "silent", \.silent, ValueFormat<ChatError.KindName>.choice.set,
                    "The kinds of failures that are thrown when no entry answers."),
            ])
    }

    private static var wording: ObjectFormat<ApologyWording> {
        ObjectFormat(
            name: "StaticFAQ.wording", summary: "The apologies of one language.", base: .english,
            fields: [
                Field("sentences", \.sentences, apology.byErrorKind, "The sentence for each kind of failure."),
                Field(
                    "otherwise", \.otherwise, apology.nullable,
                    "The sentence for the other kinds; null throws these failures."),
                Field("durations", \.durations, durations.value, "The words for durations."),
            ])
    }

    /// An apology as an object, or only its text.
    private static var apology: ValueFormat<Apology> {
        let object = ObjectFormat(
            name: "StaticFAQ.apology", summary: "A sentence, with a variant for when it is known how long to wait.",
            base: Apology(""),
            fields: [
                Field("text", \.text, .text, "The sentence for a failure that names no time.", isRequired: true),
                Field(
                    "withWait", \.withWait, .nullable(.text),
                    "The sentence for a failure that names a time, with `{wait}` or `{moment}`; null for `text`."),
            ]
        ).value
        return ValueFormat(
            allowed: "a sentence, or an object (see StaticFAQ.apology)",
            schema: ["anyOf": [["type": "string"], object.schema]], objects: object.objects,
            read: { reader in
                if let text = reader.value?.string { return Apology(text) }
                guard reader.value?.object != nil else { return reader.fail("a string or an object") }
                return object.read(reader)
            },
            write: { $0.withWait == nil ? .string($0.text) : object.write($0) })
    }

    private static var durations: ObjectFormat<DurationWords> {
        ObjectFormat(
            name: "StaticFAQ.durations",
            summary: "The words in which a language says how long something takes.",
            base: .english,
            fields: [
                Field("about", \.about, .text, "The phrase around the number, with `{duration}` in it."),
                Field("seconds", \.seconds, unit.value, "The names of the unit second."),
                Field("minutes", \.minutes, unit.value, "The names of the unit minute."),
                Field("hours", \.hours, unit.value, "The names of the unit hour."),
                Field("days", \.days, unit.value, "The names of the unit day."),
            ])
    }

    private static var unit: ObjectFormat<DurationWords.Unit> {
        ObjectFormat(
            name: "StaticFAQ.unit", summary: "The names of a unit of time.", base: DurationWords.english.seconds,
            fields: [
                Field("one", \.one, .text, "The name after the number one.", isRequired: true),
                Field("many", \.many, .text, "The name after any other number.", isRequired: true),
            ])
    }
}
