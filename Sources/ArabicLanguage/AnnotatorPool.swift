import Synchronization

/// Annotators that wait for the next text, with their buffers and what they keep of words: one for each thread that was
/// at work at the same time.
final class AnnotatorPool: Sendable {
  private let waiting = Mutex<[SentenceAnnotator]>([])

  /// One that waits, or nil if there is none.
  func take() -> SentenceAnnotator? { waiting.withLock { $0.popLast() } }

  /// Lets an annotator wait.
  func give(_ annotator: SentenceAnnotator) { waiting.withLock { $0.append(annotator) } }
}
