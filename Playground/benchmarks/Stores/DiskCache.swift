import Foundation

/// The same operations with Python's package diskcache.
enum DiskCache {
    static func run(python: String, entries: Int) throws {
        let script = """
            import diskcache, statistics, tempfile, threading, time
            count = \(entries)
            value = bytes(range(256)) * 8
            with tempfile.TemporaryDirectory() as folder:
                cache = diskcache.Cache(folder)
                def once(operation):
                    times = []
                    for number in range(count):
                        begin = time.perf_counter()
                        operation(number)
                        times.append(time.perf_counter() - begin)
                    return statistics.median(times) * 1e6, sum(times) / count * 1e6
                def crowd(operation):
                    def work(task):
                        for number in range(task, count, 64): operation(number)
                    threads = [threading.Thread(target=work, args=(task,)) for task in range(64)]
                    begin = time.perf_counter()
                    for thread in threads: thread.start()
                    for thread in threads: thread.join()
                    return (time.perf_counter() - begin) / count * 1e6
                put = lambda number: cache.set('question %d' % number, value, expire=7200)
                get = lambda number: cache.get('question %d' % (number * 7919 % count))
                print('diskcache %s, %d entries of 2,048 bytes' % (diskcache.__version__, count))
                print('  set, 64 threads                    %8.1f us each' % crowd(put))
                print('  set, 1 thread                      p50 %8.1f us, %8.1f us each' % once(put))
                print('  get, 64 threads                    %8.1f us each' % crowd(get))
                print('  get, 1 thread                      p50 %8.1f us, %8.1f us each' % once(get))
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["-c", script]
        fflush(nil)
        try process.run()
        process.waitUntilExit()
    }
}
