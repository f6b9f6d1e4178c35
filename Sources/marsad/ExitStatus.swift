import ArgumentParser

/// How a command ended, for the shell. docs/cli.md has the same table; a test compares the two.
///
/// The numbers above 63 are those of BSD's `sysexits.h`, which argument parsing uses already.
enum ExitStatus: Int32, CaseIterable, Sendable {
  case success = 0
  case failure = 1
  case usage = 64
  case badData = 65
  case notFound = 66
  case unavailable = 69
  case cannotWrite = 73
  case tryLater = 75
  case badConfiguration = 78

  /// One line for people.
  var meaning: String {
    switch self {
    case .success: "done"
    case .failure: "something went wrong that none of the others names"
    case .usage: "the command line is wrong"
    case .badData: "input is not what it must be, or a job that was waited for failed for good"
    case .notFound: "no such file, result or dead letter"
    case .unavailable: "Redis cannot be reached, or refuses"
    case .cannotWrite: "an output file or socket cannot be made"
    case .tryLater: "timed out or the queue is full: the same command may work later"
    case .badConfiguration:
      "a setting in the environment or the file is wrong, or a lexicon or model file that it names"
    }
  }

  /// To throw out of a command that has said already what is wrong.
  var code: ExitCode { ExitCode(rawValue) }
}

/// An error that a command ends with: what to say, and how to exit.
struct CommandFailure: Error, CustomStringConvertible {
  var status: ExitStatus
  var description: String

  init(_ status: ExitStatus, _ description: String) {
    self.status = status
    self.description = description
  }
}
