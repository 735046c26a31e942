import Foundation
import Testing

/// Pages in a real browser. Skipped where no Chromium is installed.
@Suite(.serialized, .enabled(if: Browser.path != nil, "Chromium is not installed"))
struct BrowserTests {
    /// The page of the shared plan, with outlines of its two sectors so that there is a map.
    private func page(_ workshop: Workshop, _ options: String...) throws -> URL {
        try SharedPlan.copy(to: workshop)
        let scenario = try workshop.copy(scenario: "petite-ville")
        func square(_ id: String, _ west: Double) -> String {
            let corners = [(west, 48.0), (west + 0.01, 48.0), (west + 0.01, 48.01), (west, 48.01), (west, 48.0)]
            return """
                {"type": "Feature", "properties": {"id": "\(id)"}, "geometry": {"type": "Polygon", "coordinates": \
                [[\(corners.map { "[\($0.0), \($0.1)]" }.joined(separator: ", "))]]}}
                """
        }
        try workshop.write(
            "{\"type\": \"FeatureCollection\", \"features\": [\(square("centre", 2.0)), \(square("tilleuls", 2.01))]}",
            to: "scenario/sectors.geojson")
        let report = try Command.run(
            ["report", scenario.path, workshop.path("resultat"), "--output", workshop.path("page.html")] + options,
            in: workshop.url)
        #expect(report.exitCode == 0, "\(report.errors)")
        return workshop.url.appendingPathComponent("page.html")
    }

    @Test func `the map moves, nothing is said on the console and nothing asked of a network`() throws {
        let workshop = try Workshop()
        let page = try page(workshop)
        let browser = try #require(Browser(in: workshop.url))
        let dom = try browser.run("--dump-dom", page.absoluteString)
        // The script has uncovered the controls and counted the hours.
        #expect(dom.output.contains("<form><label>"))
        #expect(dom.output.firstMatch(of: /type="range" [^>]*max="[1-9]/) != nil)
        #expect(!dom.errors.contains("CONSOLE"), "\(dom.errors)")
        let log = try String(contentsOf: browser.netLog, encoding: .utf8)
        // A browser asks its maker for the time and for updates, whatever page it shows.
        let own = /(^|\.)(google\.com|googleapis\.com|gvt1\.com)$/
        let hosts = Set(log.matches(of: /"url":"(?:http|ws)s?:\/\/([^\/":?]+)/).map { String($0.output.1) })
        #expect(hosts.filter { $0.firstMatch(of: own) == nil } == [])
        #expect(log.contains("file:///"))
    }

    @Test func `two A4 pages sum up, A3 pages detail`() throws {
        let workshop = try Workshop()
        let page = try page(workshop, "--public")
        let browser = try #require(Browser(in: workshop.url))
        _ = try browser.run(
            "--no-pdf-header-footer", "--print-to-pdf=\(workshop.path("page.pdf"))", page.absoluteString)
        let pdf = String(decoding: try Data(contentsOf: workshop.url.appendingPathComponent("page.pdf")), as: UTF8.self)
        // A4 upright is 595 × 842 points, A3 across 1191 × 842.
        let widths = pdf.matches(of: /\/MediaBox \[0 0 (\d+)/).compactMap { Int($0.output.1) }
        #expect(widths.prefix(2).allSatisfy { (594...596).contains($0) })
        #expect(widths.dropFirst(2).allSatisfy { (1189...1192).contains($0) }, "\(widths)")
        #expect((4...24).contains(widths.count), "\(widths.count) pages")
    }
}

/// Chromium without a window, with a profile of its own.
struct Browser {
    /// The installed program; nil without one.
    static let path: String? = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    private let folder: URL
    private let program: String

    /// What the program did with networks.
    var netLog: URL { folder.appendingPathComponent("net.json") }

    /// A browser whose files are in a folder; nil where none is installed.
    init?(in folder: URL) {
        guard let path = Self.path else { return nil }
        program = path
        self.folder = folder
    }

    /// Runs to the end.
    func run(_ arguments: String...) throws -> (output: String, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run", "--enable-logging=stderr",
                "--user-data-dir=\(folder.appendingPathComponent("profile").path)", "--log-net-log=\(netLog.path)",
            ] + arguments
        let files = ["stdout.txt", "stderr.txt"].map { folder.appendingPathComponent($0) }
        for file in files { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try (
            String(contentsOf: files[0], encoding: .utf8), String(contentsOf: files[1], encoding: .utf8)
        )
    }
}
