/// Asking before something that cannot be undone.
enum Confirmation {
  /// Returns where the answer is yes, or `yes` says so already.
  ///
  /// - Throws: `CommandFailure` where the answer is another one, or nobody is there to ask.
  static func require(_ question: String, yes: Bool) throws(CommandFailure) {
    if yes { return }
    guard Terminal.isTerminal(0) else {
      throw CommandFailure(.usage, "there is no terminal to ask on; add --yes")
    }
    Output.draw("\(question) [y/N] ")
    guard ["y", "yes"].contains(readLine()?.lowercased()) else {
      throw CommandFailure(.failure, "nothing was done")
    }
  }
}
