import MarsadCore
import MarsadQueue
import MarsadReport
import MarsadWire

/// What is to become of a job, as far as it alone can say.
enum JobTriage: Sendable {
  /// It is to be analysed.
  case analyse(Candidate)
  /// It can never work.
  case refused(JobRejection)
  /// It took too many workers down.
  case poison(JobAttributes)
  /// It is older than its `ttl`.
  case expired(JobAttributes)
  /// It is not its time yet.
  case early(JobAttributes, until: Timestamp)

  /// An article that is to be analysed.
  struct Candidate: Sendable {
    let article: Article
    let identity: ArticleIdentity
    let attributes: JobAttributes
  }

  /// Reads a job and decides. - Complexity: O(bytes); a job beyond `limits.job` is not touched.
  init(_ leased: LeasedJob, limits: JobLimits, analyzer: String) {
    let job: Job
    do throws(JobRejection) {
      // Asked before the payload is copied out from behind its envelope.
      guard leased.payloadRange.count <= limits.job else {
        throw JobRejection(tooLarge: leased.payloadRange.count, limits: limits)
      }
      job = try Job(parsing: leased.payload, limits: limits)
    } catch {
      self = leased.handling == .poison ? .poison(error.attributes) : .refused(error)
      return
    }
    let attributes = job.attributes
    if leased.handling == .poison {
      self = .poison(attributes)
    } else if let age = leased.age(attributes), let timeToLive = attributes.timeToLive, age > timeToLive {
      self = .expired(attributes)
    } else if let notBefore = attributes.notBefore, notBefore > leased.taken {
      self = .early(attributes, until: notBefore)
    } else {
      let article = Article(
        text: job.text, title: job.title, publishedAt: job.publishedAt, language: job.language)
      let identity = ArticleIdentity(
        text: job.text, title: job.title, publishedAt: job.publishedAt, language: job.language,
        analyzer: analyzer)
      self = .analyse(Candidate(article: article, identity: identity, attributes: attributes))
    }
  }
}

extension LeasedJob {
  /// From push to take; nil where nobody said when it was pushed.
  func age(_ attributes: JobAttributes) -> Duration? {
    (enqueued ?? attributes.enqueuedAt).map { .milliseconds(max(0, taken.milliseconds - $0.milliseconds)) }
  }
}
