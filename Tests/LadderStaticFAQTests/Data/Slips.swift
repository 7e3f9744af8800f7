/// Changes of a phrasing as people make them when they type.
enum Slips {
    /// Returns the text with one letter of one word swapped, dropped, doubled or replaced; never the same text.
    static func misspelled(_ text: String, seed: inout UInt64) -> String {
        var letters = Array(text)
        let places = letters.indices.filter { letters[$0].isLetter }
        while true {
            let place = places[draw(below: places.count, seed: &seed)]
            var changed = letters
            switch draw(below: 4, seed: &seed) {
            case 0 where place + 1 < letters.count && letters[place + 1].isLetter: changed.swapAt(place, place + 1)
            case 1: changed.remove(at: place)
            case 2: changed.insert(letters[place], at: place)
            default: changed[place] = Array("abcdefghijklmnopqrstuvwxyz")[draw(below: 26, seed: &seed)]
            }
            if changed != letters, String(changed).lowercased() != text.lowercased() {
                letters = changed
                return String(letters)
            }
        }
    }

    /// Returns the words of the text in another order.
    static func reordered(_ text: String, seed: inout UInt64) -> String {
        var words = text.split(separator: " ").map(String.init)
        for index in words.indices.dropFirst().reversed() { words.swapAt(index, draw(below: index + 1, seed: &seed)) }
        return words.joined(separator: " ")
    }

    static func draw(below count: Int, seed: inout UInt64) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((seed >> 33) % UInt64(count))
    }
}
