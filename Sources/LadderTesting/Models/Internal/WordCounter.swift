import LadderCore

/// Counts the words of a text that comes in pieces, wherever it is cut. A word is one token of a scripted model.
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

    mutating func add(_ chunk: ReplyChunk) {
        add(chunk.writtenText)
    }
}

extension String {
    /// The number of words, which is the number of tokens that scripted models estimate.
    var wordCount: Int {
        var counter = WordCounter()
        counter.add(self)
        return counter.count
    }

    /// The text in pieces that end after a space, so that every piece is one word.
    var wordPieces: [String] {
        var pieces: [String] = []
        var piece = ""
        for character in self {
            piece.append(character)
            if character == " " {
                pieces.append(piece)
                piece = ""
            }
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }
}
