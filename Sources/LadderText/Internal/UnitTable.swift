/// Units of numbers, each under one name for all its spellings.
enum UnitTable {
    static let currencySigns: [String: String] = [
        "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH",
    ]

    static let currencyCodes: [String: String] = [
        "usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "inr": "INR", "chf": "CHF", "cad": "CAD", "aud": "AUD",
        "cny": "CNY", "brl": "BRL", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "pln": "PLN", "rub": "RUB",
    ]

    private static let currencyWords: [String: String] = [
        "dollar": "USD", "dollars": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR", "yen": "JPY",
        "rupee": "INR", "rupees": "INR", "franken": "CHF", "francs": "CHF", "reais": "BRL",
    ]

    private static let percents: Set<String> = [
        "percent", "pct", "prozent", "procent", "pourcent", "percento",
    ]

    private static let measures: [String: String] = {
        let spellings: [[String]] = [
            ["mg", "milligram", "milligrams"], ["g", "gram", "grams", "gramm", "grammes"],
            ["kg", "kilo", "kilos", "kilogram", "kilograms", "kilogramm"], ["lb", "lbs", "pound", "pounds"],
            ["oz", "ounce", "ounces"], ["t", "ton", "tons", "tonne", "tonnes", "tonnen"],
            ["mm", "millimeter", "millimeters", "millimetre", "millimetres"],
            ["cm", "centimeter", "centimeters", "centimetre", "centimetres", "zentimeter"],
            ["m", "meter", "meters", "metre", "metres", "metros", "metri"],
            ["km", "kilometer", "kilometers", "kilometre", "kilometres", "kilometros"], ["mile", "miles", "mi"],
            ["ft", "foot", "feet"], ["inch", "inches", "zoll"], ["yd", "yard", "yards"],
            ["m2", "sqm", "qm"], ["m3"], ["ml", "milliliter", "milliliters", "millilitre"],
            ["l", "liter", "liters", "litre", "litres", "litros", "litri"], ["gal", "gallon", "gallons"],
            ["b", "byte", "bytes"], ["kb", "kilobyte", "kilobytes"], ["mb", "megabyte", "megabytes"],
            ["gb", "gigabyte", "gigabytes"], ["tb", "terabyte", "terabytes"], ["mbps"], ["gbps"],
            ["ms", "millisecond", "milliseconds"],
            ["second", "s", "sec", "secs", "seconds", "sekunde", "sekunden", "secondes", "segundos"],
            ["minute", "min", "mins", "minutes", "minuten", "minutos", "minuti"],
            ["hour", "h", "hr", "hrs", "hours", "stunde", "stunden", "heure", "heures", "hora", "horas", "ore", "uur"],
            ["day", "days", "tag", "tage", "tagen", "jour", "jours", "dia", "dias", "giorno", "giorni", "dagen"],
            ["week", "weeks", "woche", "wochen", "semaine", "semaines", "semana", "semanas", "settimane", "weken"],
            ["month", "months", "monat", "monate", "monaten", "mois", "mes", "meses", "mesi", "maanden"],
            ["year", "years", "yr", "yrs", "jahr", "jahre", "jahren", "ans", "annees", "ano", "anos", "anni", "jaar"],
            ["w", "watt", "watts"], ["kw"], ["kwh"], ["v", "volt", "volts"], ["mah"], ["hz"], ["mhz"], ["ghz"],
            ["kcal", "calories"], ["kmh", "kph"], ["mph"], ["celsius"], ["fahrenheit"], ["px", "pixel", "pixels"],
        ]
        var measures: [String: String] = [:]
        for spellings in spellings {
            for spelling in spellings { measures[spelling] = spellings[0] }
        }
        return measures
    }()

    /// Returns whether letters right behind digits are a unit (`5kg`), not part of a name (`5th`, `2fa`).
    static func isUnit(_ word: String) -> Bool {
        measures[word] != nil || currencyCodes[word] != nil || word == "am" || word == "pm"
    }

    /// Returns the unit at the start of `words`, and the number of words it is made of.
    static func unit(_ words: [String]) -> (unit: NumberUnit, length: Int)? {
        guard let first = words.first else { return nil }
        if percents.contains(first) { return (.percent, 1) }
        if words.count > 1,
            ["per cent", "por ciento", "per cento", "por cento", "pour cent"].contains("\(first) \(words[1])")
        {
            return (.percent, 2)
        }
        if let code = currencySigns[first] ?? currencyCodes[first] ?? currencyWords[first] {
            return (.currency(code), 1)
        }
        if words.starts(with: ["km", "/", "h"]) { return (.measure("kmh"), 3) }
        if first == "°", words.count > 1, words[1] == "c" || words[1] == "f" {
            return (.measure(words[1] == "c" ? "celsius" : "fahrenheit"), 2)
        }
        return measures[first].map { (.measure($0), 1) }
    }
}
