import ArabicLanguage
import Foundation
import LinguisticAnnotation
import Testing

@testable import ArabicTraining

@Suite struct CorpusTests {
  @Test func `a multi-word token takes the words that join to it`() {
    let corpus = TokenCorpus(
      "للاسلحة ل الأسلحة في عددها عدد ها اليوم\t_ ADP NOUN ADP _ NOUN PRON NOUN\n", file: "a")
    #expect(corpus.faults.isEmpty)
    #expect(corpus.sentences.first?.map(\.words.count) == [2, 1, 2, 1])
  }

  @Test func `lines that do not parse are named by file and line`() {
    let corpus = TokenCorpus("كلمة\tNOUN\nكلمتان هنا\tNOUN\nكلمة\tSUBSTANTIVE\nكلمة\n", file: "train.txt")
    #expect(corpus.sentences.count == 1)
    #expect(corpus.faults.map(\.line) == [2, 3, 4])
    #expect(corpus.faults.first?.description == "train.txt:2: 2 words but 1 tags")
  }

  @Test func `entity lines keep their sentences and report bad labels`() {
    let corpus = EntityCorpus("بغداد B-LOC\n. O\n\nعلي B-HERO\n", file: "ner")
    #expect(corpus.sentences.map(\.words) == [["بغداد", "."], ["علي"]])
    #expect(corpus.faults.map(\.line) == [4])
  }

  @Test func `CoNLL-U faults leave out their sentence and name the line`() {
    let reader = CoNLLUReader(
      "1\tا\tا\tNOUN\t_\t_\t0\troot\t_\t_\n\n1\tب\tب\tNOUN\t_\t_\t7\tdep\t_\t_\n\n1\tج\tج\tFOO\t_\t_\t0\troot\t_\t_\n\n2\n\n"
    )
    #expect(reader.sentences.count == 1)
    #expect(reader.faults.map(\.line) == [4, 5, 7])
  }

  @Test func `features survive the way into bits and back`() {
    let column = "Aspect=Imp|Gender=Fem|Mood=Ind|Number=Sing|Person=3|VerbForm=Fin|Voice=Act"
    #expect(MorphologicalFeatures(column: column).description == column)
    #expect(
      MorphologicalFeatures(column: "Definite=Red|Negative=Neg").description == "Definite=Cons|Polarity=Neg")
    #expect(MorphologicalFeatures(column: "_").description == "_")
    #expect(MorphologicalFeatures.Name.classCount <= 64)
  }

  @Test func `words align by their longest common subsequence`() {
    #expect(WordAlignment.pairs(["و", "قال", "ه"], ["و", "قاله"]).count == 1)
    #expect(WordAlignment.pairs(["ل", "ال"], ["ل", "ال"]).count == 2)
  }

  @Test func `names that a corpus annotates are listed by their kind`() {
    var lists = NameLists(folders: [], data: URL(fileURLWithPath: "/nowhere"))
    lists.readAnnotated("زار O\nجون B-PER\nسميث I-PER\n\nمدينة B-GPE\nعمّان I-GPE B-PER\nباريس B-MIS1\n")
    let kinds = lists.entries.filter { $0.key.count == 2 }
    #expect(kinds.count == 2)
    #expect(
      kinds[["جون", "سميث"].map { LetterCode.fold($0) }] == 1 << UInt32(Gazetteer.Kind.person.rawValue))
    #expect(
      kinds[["مدينة", "عمان"].map { LetterCode.fold($0) }] == 1 << UInt32(Gazetteer.Kind.city.rawValue))
  }
}
