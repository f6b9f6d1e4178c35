import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// A block of memory for a table that is read at random places, on huge pages where the system has them: else finding
/// the page takes as long as reading it.
// @unchecked: whoever fills it does so before sharing it.
@safe package final class TableMemory<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let chunk: MemoryChunk
  /// The elements, all set.
  @unsafe let base: UnsafeMutablePointer<Element>
  /// How many elements there are.
  package let count: Int

  /// Takes room for `count` elements and sets them all to `value`.
  package init(count: Int, repeating value: Element) {
    precondition(count >= 0)
    self.count = count
    let room = max(1, count)
    let place = MemoryChunk.take(room * MemoryLayout<Element>.stride)
    chunk = place.chunk
    // In bounds: `take` gives as many bytes from `offset` on, to nobody else, aligned to a cache line.
    unsafe base = (chunk.base + place.offset).bindMemory(to: Element.self, capacity: room)
    unsafe base.initialize(repeating: value, count: room)
  }

  /// Bytes held.
  package var residentBytes: Int { count * MemoryLayout<Element>.stride }

  /// Element `index`.
  package subscript(_ index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      return unsafe base[index]
    }
    set {
      precondition(index >= 0 && index < count)
      unsafe base[index] = newValue
    }
  }
}

/// What tables are cut from, one after the other, so that also small ones lie on huge pages. Given back when the last
/// table in it is gone.
// @unchecked: only `take` moves `used`, under a lock.
@safe private final class MemoryChunk: @unchecked Sendable {
  private static let page = 1 << 21
  private static let usual = 32 << 20
  private static let current = Mutex<MemoryChunk?>(nil)

  @unsafe let base: UnsafeMutableRawPointer
  private let size: Int
  private var used = 0

  private init(size: Int) {
    self.size = size
    unsafe base = .allocate(byteCount: size, alignment: Self.page)
    #if canImport(Glibc) && os(Linux)
      // 14 is MADV_HUGEPAGE. Where the system has none, nothing is lost. What no table takes is never touched.
      _ = unsafe madvise(base, size, 14)
    #endif
  }

  deinit { unsafe base.deallocate() }

  /// Room for `bytes` bytes that nobody else gets.
  static func take(_ bytes: Int) -> (chunk: MemoryChunk, offset: Int) {
    current.withLock { current in
      if let chunk = current, let offset = chunk.cut(bytes) { return (chunk, offset) }
      let chunk = MemoryChunk(size: max(usual, (bytes + page - 1) / page * page))
      current = chunk
      return (chunk, chunk.cut(bytes) ?? 0)
    }
  }

  private func cut(_ bytes: Int) -> Int? {
    let start = (used + 63) / 64 * 64
    guard start <= size, bytes <= size - start else { return nil }
    used = start + bytes
    return start
  }
}
