/// Writes linear programs in the CPLEX LP text format, for other solvers and for bug reports.
///
/// Only what all readers agree on is used: a constant of the objective becomes a variable fixed to 1, and a constraint
/// with two different bounds an equation with a bounded helper variable. Constraints without any bound say nothing and
/// are left out. Numbers are written so that reading gives the same numbers back.
///
/// - Source: CPLEX LP file format, as described in the manuals of CPLEX and in `doc/glpk.pdf`, appendix C.
public struct LPFormatWriter: Sendable {
    /// Longest line written unless a single term is longer; readers accept at least 255 bytes.
    private static let lineLength = 100
    /// Longest name kept before a number is appended to make it unlike the others.
    private static let nameLength = 100

    /// Makes a writer.
    public init() {}

    /// The program as text.
    ///
    /// - Throws: ``LinearProgramError`` when the program has faults.
    public func text(of program: LinearProgram) throws(LinearProgramError) -> String {
        var text = ""
        try write(program, to: &text)
        return text
    }

    /// Names of all variables as they are written: sanitised, and no two alike.
    ///
    /// - Shape: one per variable, by ``VariableID``.
    public func variableNames(of program: LinearProgram) -> [String] {
        var taken: Set<String> = []
        return program.variables.enumerated().map { Self.unique($1.name, "x\($0)", &taken) }
    }

    /// Names of all constraints as they are written: sanitised, and no two alike.
    ///
    /// - Shape: one per constraint, by ``ConstraintID``.
    public func constraintNames(of program: LinearProgram) -> [String] {
        var taken: Set<String> = []
        return program.constraints.enumerated().map { Self.unique($1.name, "r\($0)", &taken) }
    }

    /// Writes the program.
    ///
    /// - Throws: ``LinearProgramError`` when the program has faults; nothing is written then.
    public func write(_ program: LinearProgram, to stream: inout some TextOutputStream) throws(LinearProgramError) {
        try program.validate()
        var sheet = Sheet(program, names: variableNames(of: program))
        stream.write("\\ \(program.variables.count) variables, \(program.constraints.count) constraints\n")
        writeObjective(of: program, &sheet, to: &stream)
        writeConstraints(of: program, &sheet, to: &stream)
        writeBounds(of: program, sheet, to: &stream)
        let integers = zip(program.variables, sheet.names).filter { $0.0.isInteger }.map { "\($1)" }
        if !integers.isEmpty {
            stream.write("General\n")
            writeTerms(integers, to: &stream)
        }
        stream.write("End\n")
    }

    /// Names in use and the variables that exist in the file only.
    private struct Sheet {
        var names: [String]
        var taken: Set<String>
        var helperBounds: [String] = []

        init(_ program: LinearProgram, names: [String]) {
            self.names = names
            taken = Set(names)
        }

        /// Makes a variable that exists in the file only.
        mutating func helper(_ wish: String, bounds: (String) -> String) -> String {
            let name = LPFormatWriter.unique(wish, wish, &taken)
            helperBounds.append(bounds(name))
            return name
        }

        /// A term without weight, since the format has no empty sum.
        mutating func nothing() -> String {
            if let name = names.first { return "+ 0 \(name)" }
            let name = helper("no_variable") { "\($0) = 0" }
            names.append(name)
            return "+ 0 \(name)"
        }
    }

    private func writeObjective(
        of program: LinearProgram,
        _ sheet: inout Sheet,
        to stream: inout some TextOutputStream
    ) {
        var terms: [String] = []
        for (variable, name) in zip(program.variables, sheet.names) where variable.cost != 0 {
            terms.append(Self.term(variable.cost, name))
        }
        if program.objectiveConstant != 0 {
            let one = sheet.helper("objective_constant") { "\($0) = 1" }
            terms.append(Self.term(program.objectiveConstant, one))
        }
        if terms.isEmpty { terms.append(sheet.nothing()) }
        stream.write("Minimize\n")
        writeTerms(["obj:"] + terms, to: &stream)
    }

    private func writeConstraints(
        of program: LinearProgram,
        _ sheet: inout Sheet,
        to stream: inout some TextOutputStream
    ) {
        let constraintNames = constraintNames(of: program)
        var rows = [[String]](repeating: [], count: program.constraints.count)
        for entry in program.entries where entry.coefficient != 0 {
            rows[entry.constraint.index].append(Self.term(entry.coefficient, sheet.names[entry.variable.index]))
        }
        stream.write("Subject To\n")
        var hasWritten = false
        for (index, constraint) in program.constraints.enumerated() {
            let (lower, upper) = (constraint.lower, constraint.upper)
            guard lower.isFinite || upper.isFinite else {
                stream.write("\\ \(constraintNames[index]) has no bounds\n")
                continue
            }
            var terms = rows[index].isEmpty ? [sheet.nothing()] : rows[index]
            if lower == upper {
                terms.append("= \(Self.number(lower))")
            } else if lower.isFinite && upper.isFinite {
                let (low, high) = (Self.number(lower), Self.number(upper))
                terms.append("- \(sheet.helper("range_\(constraintNames[index])") { "\(low) <= \($0) <= \(high)" })")
                terms.append("= 0")
            } else if lower.isFinite {
                terms.append(">= \(Self.number(lower))")
            } else {
                terms.append("<= \(Self.number(upper))")
            }
            writeTerms(["\(constraintNames[index]):"] + terms, to: &stream)
            hasWritten = true
        }
        // Some readers refuse a file without constraints.
        if !hasWritten { writeTerms(["no_constraint:", sheet.nothing(), ">= 0"], to: &stream) }
    }

    private func writeBounds(of program: LinearProgram, _ sheet: Sheet, to stream: inout some TextOutputStream) {
        var lines: [String] = []
        for (variable, name) in zip(program.variables, sheet.names) {
            switch (variable.lower, variable.upper) {
            case (0, .infinity): continue
            case (-.infinity, .infinity): lines.append("\(name) free")
            case (let lower, let upper) where lower == upper: lines.append("\(name) = \(Self.number(lower))")
            case (let lower, .infinity): lines.append("\(name) >= \(Self.number(lower))")
            case (-.infinity, let upper): lines.append("-inf <= \(name) <= \(Self.number(upper))")
            case (let lower, let upper):
                lines.append("\(Self.number(lower)) <= \(name) <= \(Self.number(upper))")
            }
        }
        lines += sheet.helperBounds
        guard !lines.isEmpty else { return }
        stream.write("Bounds\n")
        for line in lines { stream.write(" \(line)\n") }
    }

    /// Writes terms one after the other, with line ends where lines would grow too long.
    private func writeTerms(_ terms: [String], to stream: inout some TextOutputStream) {
        var line = ""
        for term in terms {
            if !line.isEmpty && line.utf8.count + term.utf8.count >= Self.lineLength {
                stream.write("\(line)\n")
                line = ""
            }
            line += " \(term)"
        }
        stream.write("\(line)\n")
    }

    private static func term(_ factor: Double, _ name: String) -> String {
        let magnitude = factor.magnitude == 1 ? "" : "\(number(factor.magnitude)) "
        return "\(factor < 0 ? "-" : "+") \(magnitude)\(name)"
    }

    /// Shortest text that reads back as the same number.
    private static func number(_ value: Double) -> String {
        if let whole = Int(exactly: value), whole.magnitude < 1_000_000_000_000_000 { return "\(whole)" }
        return "\(value)"
    }

    /// Words with a meaning of their own in the format.
    private static let reserved: Set<String> = [
        "bin", "binaries", "binary", "bounds", "end", "free", "gen", "general", "generals", "inf", "infinity", "int",
        "integer", "integers", "max", "maximise", "maximize", "maximum", "min", "minimise", "minimize", "minimum",
        "no_constraint", "obj", "semi", "semis", "sos", "st", "subject", "such", "that", "to",
    ]

    private static func unique(_ wish: String?, _ substitute: String, _ taken: inout Set<String>) -> String {
        var base = String((wish ?? substitute).unicodeScalars.prefix(nameLength).map(sanitised))
        // A digit or a point at the front reads as a number, and an e may read as the exponent of the one before.
        let first = base.first ?? "_"
        if base.isEmpty || first.isNumber || first == "." || first == "e" || first == "E"
            || reserved.contains(base.lowercased())
        {
            base = "_\(base)"
        }
        var name = base
        var number = 1
        while !taken.insert(name).inserted {
            number += 1
            name = "\(base)_\(number)"
        }
        return name
    }

    private static func sanitised(_ scalar: Unicode.Scalar) -> Character {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", ".": Character(scalar)
        default: "_"
        }
    }
}
