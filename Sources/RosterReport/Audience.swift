/// Who may read a page.
public enum Audience: String, CaseIterable, Hashable, Sendable {
    /// The coordinator: with the roster grid, hours per agent and names.
    case coordinator
    /// Anybody: no person, and no figure by profession or employer of fewer than 5 agents.
    case `public`
}
