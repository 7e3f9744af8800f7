@testable import LadderRedis
import Testing

struct RedisCommandTests {
    @Test func `a command is sent as an array of strings`() {
        let command = RedisCommand("SET", "key", .bytes([0, 255]), -12)
        let expected =
            Array("*4\r\n$3\r\nSET\r\n$3\r\nkey\r\n$2\r\n".utf8) + [0, 255] + Array("\r\n$3\r\n-12\r\n".utf8)
        #expect(command.encoded == expected)
        #expect(command.key == "key")
    }

    @Test(arguments: [
        RedisCommand("blpop", "list", 0), RedisCommand("SUBSCRIBE", "channel"), RedisCommand("MULTI"),
        RedisCommand("Watch", "key"), RedisCommand("SELECT", 1), RedisCommand("CLIENT", "reply", "OFF"),
        RedisCommand("XREAD", "COUNT", 1, "BLOCK", 0, "STREAMS", "a", "0"), RedisCommand([], key: nil),
        RedisCommand([.bytes(Array("wait".utf8)), 1, 0], key: nil),
    ])
    func `a command that blocks or changes the connection is refused`(command: RedisCommand) {
        #expect(command.refusal != nil)
    }

    @Test(arguments: [
        RedisCommand("GET", "BLPOP"), RedisCommand("CLIENT", "ID"), RedisCommand("XREAD", "STREAMS", "BLOCK", "0"),
        RedisCommand("XREAD"), RedisCommand("CLIENT"),
    ])
    func `other commands are not refused`(command: RedisCommand) {
        #expect(command.refusal == nil)
    }

    @Test(arguments: [
        ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"), ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
        ),
    ])
    func `the digest of a script is that of SHA-1`(text: String, digest: String) {
        #expect(RedisScript(text).digest == digest)
    }

    @Test(arguments: [
        ("NOPERM this user has no permissions", RedisError.Kind.notAllowed, RedisError.Execution.no),
        ("OOM command not allowed when used memory > 'maxmemory'.", .outOfMemory, .no),
        (
            "OOM command not allowed when used memory > 'maxmemory'. script: f00, on @user_script:1.", .outOfMemory,
            .maybe
        ),
        ("READONLY You can't write against a read only replica.", .readOnly, .no),
        ("NOREPLICAS Not enough", .readOnly, .no),
        ("LOADING Redis is loading the dataset in memory", .unavailable, .no),
        ("CLUSTERDOWN The cluster is down", .unavailable, .no),
        ("NOSCRIPT No matching script.", .server, .no),
        ("ERR unknown command 'X', with args beginning with: 'secret'", .server, .no),
        ("ERR value is not an integer or out of range", .server, .yes),
        ("WRONGTYPE Operation against a key", .server, .yes),
        ("ERR x script: f00, on @user_script:1.", .server, .maybe),
    ])
    func `the first word of an error says its kind and whether the command was run`(
        reply: String, kind: RedisError.Kind, executed: RedisError.Execution
    ) {
        let error = RedisError(reply: reply)
        #expect(error.kind == kind)
        #expect(error.executed == executed)
        #expect(!error.message.contains("secret"))
    }
}
