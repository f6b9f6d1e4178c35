#if canImport(Glibc)
  import Glibc
#endif

/// A block of memory for a table that is read at random places: on huge pages where the system has them, since else
/// most of a look-up's time goes into finding the page.
// @unchecked: whoever fills it does so before sharing it.
@safe package final class TableMemory<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// The elements, all set.
  @unsafe let base: UnsafeMutablePointer<Element>
  /// How many elements there are.
  package let count: Int

  /// Takes room for `count` elements and sets them all to `value`.
  package init(count: Int, repeating value: Element) {
    self.count = count
    let bytes = max(1, count) * MemoryLayout<Element>.stride
    // Huge pages of two megabytes, and only for what fills them: a page is resident as a whole.
    let page = 1 << 21
    let raw = UnsafeMutableRawPointer.allocate(
      byteCount: bytes, alignment: bytes >= page ? page : 64)
    #if canImport(Glibc) && os(Linux)
      // 14 is MADV_HUGEPAGE. Where the system has none, nothing is lost.
      if bytes >= page { _ = unsafe madvise(raw, bytes / page * page, 14) }
    #endif
    unsafe base = raw.bindMemory(to: Element.self, capacity: max(1, count))
    unsafe base.initialize(repeating: value, count: max(1, count))
  }

  deinit { unsafe base.deallocate() }

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
