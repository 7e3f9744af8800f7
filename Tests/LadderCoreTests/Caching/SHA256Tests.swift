import LadderCore
import Testing

@Suite struct SHA256Tests {
    @Test(
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
                    + "mnopqrstnopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
        ])
    func `the published vectors have their digests`(message: String, digest: String) {
        #expect(SHA256Digest(of: Array(message.utf8)).description == digest)
    }

    @Test func `a million times the letter a has the published digest`() {
        let digest = SHA256Digest(of: Array(repeating: UInt8(ascii: "a"), count: 1_000_000))
        #expect(digest.description == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    /// The lengths at which the padding changes from one block to two, from the implementation of Python.
    @Test(
        arguments: [
            (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
            (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
            (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
            (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
            (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
        ])
    func `a message of any length up to two blocks is padded rightly`(count: Int, digest: String) {
        #expect(SHA256Digest(of: Array(repeating: UInt8(ascii: "a"), count: count)).description == digest)
    }

    @Test func `a digest has 32 bytes`() throws {
        #expect(SHA256Digest(bytes: Array(repeating: 0, count: 31)) == nil)
        let digest = SHA256Digest(of: [1, 2, 3])
        #expect(try #require(SHA256Digest(bytes: digest.bytes)) == digest)
    }
}
