/// Words, the tokens of scripted models.
enum Words {
    static func count(in text: String) -> Int {
        var counter = WordCounter()
        counter.add(text)
        return counter.count
    }

    /// The text in pieces that end after a space, so that words and pieces agree.
    static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for character in text {
            piece.append(character)
            if character == " " {
                pieces.append(piece)
                piece = ""
            }
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }
}

/// Counts the words of a text that comes in pieces, wherever it is cut.
struct WordCounter {
    private(set) var count = 0
    private var isInWord = false

    mutating func add(_ piece: String) {
        for byte in piece.utf8 {
            let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
            if !isSpace, !isInWord { count += 1 }
            isInWord = !isSpace
        }
    }
}
