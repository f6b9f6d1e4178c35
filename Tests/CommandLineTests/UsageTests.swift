import ArgumentParser
import Testing

@testable import marsad

@Suite struct UsageTests {
  @Test func `help succeeds and names every command`() async throws {
    let result = try await MarsadProcess.run(["--help"])
    #expect(result.status == ExitStatus.success.rawValue)
    for command in Marsad.configuration.subcommands {
      #expect(result.output.contains(command.configuration.commandName ?? "?"))
    }
  }

  @Test func `every command has an abstract and examples`() {
    for command in Marsad.configuration.subcommands {
      let name = command.configuration.commandName ?? "\(command)"
      #expect(!command.configuration.abstract.isEmpty, "\(name) lacks an abstract")
      #expect(command.configuration.discussion.contains("EXAMPLES\n"), "\(name) lacks examples")
    }
  }

  @Test(arguments: [["--bogus"], ["config", "--bogus"], ["nonsense"], ["config", "--queue", "a b"]])
  func `a wrong command line exits 64 and says why on standard error`(arguments: [String]) async throws {
    let result = try await MarsadProcess.run(arguments)
    #expect(result.status == ExitStatus.usage.rawValue)
    #expect(result.output.isEmpty && !result.errors.isEmpty)
  }

  @Test func `a wrong setting in the environment exits 78 and names the variable`() async throws {
    let result = try await MarsadProcess.run(["config"], environment: ["MARSAD_LEASE": "soon"])
    #expect(result.status == ExitStatus.badConfiguration.rawValue)
    #expect(result.errors.contains("MARSAD_LEASE"))
  }

  @Test func `config shows where a setting comes from and hides the password`() async throws {
    let result = try await MarsadProcess.run(
      ["config"], environment: ["MARSAD_REDIS": "redis://worker:geheim@example:6379"])
    #expect(result.status == 0)
    #expect(
      result.lines.contains { $0.contains("redis://worker:***@example:6379") && $0.contains("environment") })
    #expect(!result.output.contains("geheim"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completion is made for each shell`(shell: String) async throws {
    let result = try await MarsadProcess.run(["--generate-completion-script", shell])
    #expect(result.status == 0 && result.output.contains("marsad"))
  }
}
