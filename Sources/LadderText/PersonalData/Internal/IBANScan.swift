/// Finds International Bank Account Numbers: the length of the country and the check modulo 97 must be right.
enum IBANScan {
    /// Returns the numbers in the text, in its order.
    static func ranges(in text: PersonalDataText) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = 0
        while position + 4 < text.count {
            if let end = end(from: position, in: text) {
                found.append(position..<end)
                position = end
            } else {
                position += 1
            }
        }
        return found
    }

    private static func end(from start: Int, in text: PersonalDataText) -> Int? {
        guard text[start].isLetter, text[start + 1].isLetter, text[start + 2].isDigit, text[start + 3].isDigit,
            !text[start - 1].isWordByte, let length = length(country: (text[start], text[start + 1]))
        else { return nil }
        var characters: [UInt8] = []
        var position = start
        while characters.count < length {
            let byte = text[position]
            if byte.isDigit || byte.isLetter && byte < 0x80 {
                characters.append(byte)
            } else if byte != UInt8(ascii: " ") && byte != UInt8(ascii: "-")
                || !text[position - 1].isWordByte
            {
                // Only a single space or hyphen may stand between two groups.
                return nil
            }
            position += 1
        }
        return !text[position].isWordByte && isValid(characters) ? position : nil
    }

    /// Whether the number, with its first four characters at the end and letters as 10 to 35, leaves 1 modulo 97.
    private static func isValid(_ characters: [UInt8]) -> Bool {
        let moved = characters[4...] + characters[..<4]
        let remainder = moved.reduce(0) { remainder, byte in
            byte.isDigit ? (remainder * 10 + byte.digit) % 97 : (remainder * 100 + Int(byte | 0x20) - 0x61 + 10) % 97
        }
        return remainder == 1
    }

    private static func length(country: (UInt8, UInt8)) -> Int? {
        guard country.0 < 0x80, country.1 < 0x80 else { return nil }
        return lengths[UInt16(country.0 & 0xDF) << 8 | UInt16(country.1 & 0xDF)]
    }

    /// The number of characters by the two letters of the country.
    private static let lengths: [UInt16: Int] = {
        let table = """
            AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 \
            EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 \
            KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 \
            PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 \
            UA29 VA22 VG24 XK20 YE30
            """
        return Dictionary(
            table.split(separator: " ").map { entry in
                let bytes = Array(entry.utf8)
                return (UInt16(bytes[0]) << 8 | UInt16(bytes[1]), bytes[2].digit * 10 + bytes[3].digit)
            }, uniquingKeysWith: { first, _ in first })
    }()
}
