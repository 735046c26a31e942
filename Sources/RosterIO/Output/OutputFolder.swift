import CAtomicExchange
public import Foundation
public import RosterModel

/// The folder of a result, replaced in one step.
///
/// Files are written to a hidden folder beside it, brought to the disk, and then exchanged with it. A run that fails or is
/// killed leaves the former result as it was; what it leaves beside it is removed by the next run into the same folder.
public struct OutputFolder: Sendable {
    /// The folder, links resolved.
    public let url: URL
    private let language: Language

    /// Checks that a result may be written to a folder, and removes what dead runs left beside it.
    ///
    /// - Throws: When the path is no folder, or a folder that is neither empty nor a former result (recognised by its
    ///   `summary.json` or `comparison.json`), or when nothing can be written there.
    public init(_ path: String, language: Language) throws(OutputError) {
        let given = URL(fileURLWithPath: path).standardizedFileURL
        // A link keeps pointing to the folder; it is the folder that is exchanged.
        url = given.resolvingSymlinksInPath()
        self.language = language
        try checkTarget()
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        } catch {
            throw system(EACCES, parent.path)
        }
        removeLeftovers()
        try checkExchange()
    }

    private var parent: URL { url.deletingLastPathComponent() }
    private var prefix: String { ".\(url.lastPathComponent).veilleur-" }

    // MARK: Writing

    /// Writes files and puts them in the place of what the folder held.
    ///
    /// - Throws: When something could not be written; the folder is then as it was before.
    public func write(_ files: [OutputFile]) throws(OutputError) { try write(files) {} }

    /// Writes files; `beforeExchange` runs when all of them are on the disk, for tests.
    package func write(_ files: [OutputFile], beforeExchange: () -> Void) throws(OutputError) {
        try checkTarget()
        let (temporary, lock) = try makeTemporary()
        defer {
            close(lock)
            // After the exchange it holds the former result.
            try? FileManager.default.removeItem(at: temporary)
        }
        for file in files { try write(file, in: temporary) }
        for folder in Set(files.map { folder(of: $0, in: temporary).path }).union([temporary.path]) {
            try synchronise(folder)
        }
        beforeExchange()
        try exchange(temporary)
        try synchronise(parent.path)
    }

    private func folder(of file: OutputFile, in temporary: URL) -> URL {
        temporary.appendingPathComponent(file.path).deletingLastPathComponent()
    }

    private func write(_ file: OutputFile, in temporary: URL) throws(OutputError) {
        let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
        guard !file.path.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
            throw badPath(file.path)
        }
        do {
            try FileManager.default.createDirectory(
                at: folder(of: file, in: temporary), withIntermediateDirectories: true)
        } catch {
            throw badPath(file.path)
        }
        let path = temporary.appendingPathComponent(file.path).path
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw [EEXIST, EISDIR, ENOTDIR].contains(errno) ? badPath(file.path) : system(errno, file.path)
        }
        defer { close(descriptor) }
        var written = 0
        while written < file.bytes.count {
            let count = file.bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { Glibc.write(descriptor, $0 + written, buffer.count - written) } ?? 0
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw system(errno, file.path)
            }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw system(errno, file.path) }
    }

    private func synchronise(_ folder: String) throws(OutputError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw system(errno, folder) }
        defer { close(descriptor) }
        // Some file systems do not know this for folders.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw system(errno, folder) }
    }

    private func exchange(_ temporary: URL) throws(OutputError) {
        // The run may have lasted for hours.
        try checkTarget()
        var status = stat()
        if stat(url.path, &status) == 0 {
            chmod(temporary.path, status.st_mode & 0o7777)
        } else {
            let code = atomic_rename_new(temporary.path, url.path)
            guard code == EEXIST else {
                if code != 0 { throw system(code, url.path) }
                return
            }
            // It appeared in the meantime.
            try checkTarget()
        }
        let code = atomic_exchange_paths(temporary.path, url.path)
        if code != 0 { throw exchangeError(code) }
    }

    // MARK: Temporary folders

    /// A new folder beside the target, and the descriptor that holds its lock while this run lives.
    private func makeTemporary(_ label: String = "") throws(OutputError) -> (url: URL, lock: Int32) {
        for _ in 0..<100 {
            let name = "\(prefix)\(getpid())-\(String(UInt32.random(in: 0...UInt32.max), radix: 36))"
            let path = parent.appendingPathComponent(name).path
            if mkdir(path, 0o777) != 0 {
                if errno == EEXIST { continue }
                throw system(errno, parent.path)
            }
            let lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            // Another run may have taken the fresh folder for a leftover.
            guard lock >= 0 else { continue }
            var (own, current) = (stat(), stat())
            if flock(lock, LOCK_EX | LOCK_NB) == 0, fstat(lock, &own) == 0, stat(path, &current) == 0,
                own.st_ino == current.st_ino
            {
                return (URL(fileURLWithPath: path), lock)
            }
            close(lock)
        }
        throw system(EBUSY, parent.path)
    }

    /// Removes temporary folders whose run is dead: nobody holds their lock.
    private func removeLeftovers() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        for name in names where name.hasPrefix(prefix) {
            let path = parent.appendingPathComponent(name).path
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { try? FileManager.default.removeItem(atPath: path) }
            close(descriptor)
        }
    }

    // MARK: Checks

    private func checkTarget() throws(OutputError) {
        var status = stat()
        guard stat(url.path, &status) == 0 else {
            if errno == ENOENT { return }
            throw errno == ENOTDIR ? notAFolder(url.path) : system(errno, url.path)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw notAFolder(url.path) }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        } catch {
            throw system(EACCES, url.path)
        }
        if names.isEmpty { return }
        if let data = try? Data(contentsOf: url.appendingPathComponent("summary.json")),
            SummaryJSON.isSummary(Array(data))
        {
            return
        }
        if let data = try? Data(contentsOf: url.appendingPathComponent("comparison.json")),
            ComparisonJSON.isComparison(Array(data))
        {
            return
        }
        throw OutputError(
            kind: .foreignFolder, path: url.path,
            message: language.text(
                "\(url.path) contient autre chose qu'un résultat de veilleur et n'est pas remplacé ; choisissez un dossier vide ou nouveau",
                "\(url.path) holds something other than a result of veilleur and is not replaced; choose an empty or new folder"
            ))
    }

    /// Tries the exchange with two empty folders, so that a long run does not end in this failure.
    private func checkExchange() throws(OutputError) {
        let (first, firstLock) = try makeTemporary()
        defer {
            close(firstLock)
            rmdir(first.path)
        }
        let (second, secondLock) = try makeTemporary()
        defer {
            close(secondLock)
            rmdir(second.path)
        }
        let code = atomic_exchange_paths(first.path, second.path)
        if code != 0 { throw exchangeError(code) }
    }

    // MARK: Errors

    private func exchangeError(_ code: Int32) -> OutputError {
        guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(code) else { return system(code, url.path) }
        return OutputError(
            kind: .noExchange, path: url.path,
            message: language.text(
                "le système de fichiers de \(parent.path) ne sait pas échanger deux dossiers ; choisissez un disque local",
                "the file system of \(parent.path) cannot exchange two folders; choose a local disk"))
    }

    private func notAFolder(_ path: String) -> OutputError {
        OutputError(
            kind: .notAFolder, path: path,
            message: language.text(
                "\(path) n'est pas un dossier ; choisissez un autre nom", "\(path) is not a folder; choose another name"
            ))
    }

    private func badPath(_ path: String) -> OutputError {
        OutputError(
            kind: .badPath, path: path,
            message: language.text(
                "« \(path) » ne peut pas être un fichier du résultat", "\"\(path)\" cannot be a file of the result"))
    }

    private func system(_ code: Int32, _ path: String) -> OutputError { .system(code, path, language) }
}
