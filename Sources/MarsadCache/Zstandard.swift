import CZstd

/// Zstandard frames (RFC 8878), by libzstd.
enum Zstandard {
  /// One frame that states its content's size. - Returns: nil where libzstd could not (out of memory).
  static func compress(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
    let bound = ZSTD_compressBound(bytes.count)
    let frame = unsafe [UInt8](unsafeUninitializedCapacity: bound) { target, count in
      // Both lengths are the buffers' own; nothing is kept after the call.
      let written = unsafe bytes.withUnsafeBytes { source in
        unsafe ZSTD_compress(target.baseAddress, target.count, source.baseAddress, source.count, level)
      }
      count = ZSTD_isError(written) == 0 ? written : 0
    }
    return frame.isEmpty ? nil : frame
  }

  /// The content of one frame; nil for anything malformed, and for one that claims more than `limit` bytes.
  static func decompress(_ frame: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    let size = unsafe frame.withUnsafeBytes { unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
    guard size <= UInt64(limit) else { return nil }
    var isWhole = false
    let content = unsafe [UInt8](unsafeUninitializedCapacity: Int(size)) { target, count in
      // The target has the size that the frame claims; libzstd never writes beyond it.
      let written = unsafe frame.withUnsafeBytes { source in
        unsafe ZSTD_decompress(target.baseAddress, target.count, source.baseAddress, source.count)
      }
      isWhole = ZSTD_isError(written) == 0 && written == Int(size)
      count = isWhole ? written : 0
    }
    return isWhole ? content : nil
  }
}
