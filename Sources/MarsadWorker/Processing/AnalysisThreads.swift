import NIOPosix

/// Threads that do nothing but analyse, so that no article, however long, can hold up an event loop or a heartbeat.
struct AnalysisThreads: Sendable {
  private let pool: NIOThreadPool

  /// Starts the threads.
  init(count: Int) {
    pool = NIOThreadPool(numberOfThreads: count)
    pool.start()
  }

  /// Runs a piece of work on one of them, in the order of the calls. Work cannot be cancelled once it runs.
  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    do {
      return try await pool.runIfActive(work)
    } catch {
      // Only once the threads have been stopped, or the waiting task was cancelled; the answer is still owed.
      return work()
    }
  }

  /// Stops the threads once their work is done, without waiting for it.
  func stop() {
    pool.shutdownGracefully { _ in }
  }
}
