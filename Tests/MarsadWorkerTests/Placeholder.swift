import Testing

@Test func `placeholder until the first test lands`() {}
