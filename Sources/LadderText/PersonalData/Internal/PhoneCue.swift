/// Words in front of a number that say what it is.
enum PhoneCue {
    /// Whether a word such as `phone` is in front of a place, perhaps with words such as `number` or `is` between.
    static func isBefore(_ place: Int, in text: PersonalDataText) -> Bool {
        var words = WordsBefore(place: place, text: text)
        for _ in 0..<4 {
            guard let word = words.next() else { return false }
            if phones.contains(word) { return true }
            if !fillers.contains(word) { return false }
        }
        return false
    }

    /// Whether a word such as `order` or `ISBN` is in front of a place.
    static func isOtherNumber(before place: Int, in text: PersonalDataText) -> Bool {
        var words = WordsBefore(place: place, text: text)
        for _ in 0..<4 {
            guard let word = words.next() else { return false }
            if others.contains(word) { return true }
            if !fillers.contains(word) { return false }
        }
        return false
    }

    private static let phones = set(
        """
        tel telefon telefonnummer telephone phone fon mobile mobil mobilnummer cell cellphone handy handynummer fax \
        whatsapp sms call dial ring hotline anruf anrufen ruf rufnummer movil m?vil telefono tel?fono celular portable \
        t?l?phone appelez llame
        """)
    private static let fillers = set(
        "number no nr num numero num?ro n?mero is ist at on us me him her them unter est es my our mein meine")
    private static let others = set(
        """
        isbn order bestellung bestellnummer invoice rechnung rechnungsnummer ticket case ref reference id sku item \
        artikel artikelnummer serial seriennummer account konto kontonummer customer kunde \
        kundennummer commande pedido \
        factura facture tracking sendung part
        """)

    /// Returns the words of a list, in which `?` stands for a letter that is not ASCII.
    private static func set(_ list: String) -> Set<[UInt8]> {
        Set(
            list.split(separator: " ").map { word in
                word.utf8.map { $0 == UInt8(ascii: "?") ? PersonalDataText.letter : $0 }
            })
    }
}

/// The words before a place, the nearest first, in lower case. At most three signs may be between two.
private struct WordsBefore: IteratorProtocol {
    private var place: Int
    private let text: PersonalDataText

    init(place: Int, text: PersonalDataText) {
        self.place = place
        self.text = text
    }

    mutating func next() -> [UInt8]? {
        var end = place
        while place - end < 3, end > 0, " .:(-".utf8.contains(text[end - 1]) { end -= 1 }
        var start = end
        while end - start < 16, start > 0, text[start - 1].isLetter { start -= 1 }
        guard start < end, start < place else { return nil }
        place = start
        return text.bytes[start..<end].map { $0 < 0x80 ? $0 | 0x20 : $0 }
    }
}
