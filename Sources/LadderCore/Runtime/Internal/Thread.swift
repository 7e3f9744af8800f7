#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Starts a thread of its own that runs `body` and ends.
///
/// - Parameters:
///   - stackSize: The size of its stack in bytes, a multiple of the page size. The system's default is as small as 128
///     kB on some platforms. Memory is used only for the part that is touched.
///   - body: The work of the thread.
/// - Returns: Whether the system could start it.
package func startThread(stackSize: Int = 512 * 1024, _ body: @escaping @Sendable () -> Void) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
    pthread_attr_setstacksize(&attributes, .init(stackSize))
    #if canImport(Glibc)
    var thread = pthread_t()
    #else
    var thread: pthread_t?
    #endif
    let start = Unmanaged.passRetained(ThreadBody(run: body))
    let code = pthread_create(
        &thread, &attributes,
        { argument in
            // Optional on some platforms only.
            let argument: UnsafeMutableRawPointer? = argument
            if let argument { Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run() }
            return nil
        }, start.toOpaque())
    if code != 0 { start.release() }
    return code == 0
}

/// A closure as an object, because a C function takes only a pointer.
private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) {
        self.run = run
    }
}
