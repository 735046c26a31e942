/// A part of a report page under one heading.
protocol ReportSection: Sendable {
    /// Anchor of the section.
    var anchor: String { get }
    /// Heading.
    var title: String { get }
    /// Adds what stands below the heading.
    func write(to html: inout HTML)
}
