import RosterModel

/// What the check of rules found, in `report.json`.
struct LegalityFile: Encodable {
    struct RuleFile: Encodable {
        let rule: String
        let breaches: Int
        let acceptedBreaches: Int
        let softBreaches: Int
        let nearLimits: Int
        let unverifiableAgents: Int
    }

    let breaches: Int
    let acceptedBreaches: Int
    let withdrawnShifts: Int
    let softBreaches: Int
    let rules: [RuleFile]
    let earnedRestHours: Double

    init(_ page: PageContext) {
        let content = page.content
        breaches = content.violations.count { $0.acceptedReason == nil }
        acceptedBreaches = content.violations.count { $0.acceptedReason != nil }
        withdrawnShifts = content.withdrawn.shiftCount
        softBreaches = content.softBreaches.count
        earnedRestHours = ReportFile.hours(content.earnedRests.reduce(0) { $0 + $1.minutes })
        rules = Rule.allCases.compactMap { rule in
            let found = content.violations.filter { $0.rule == rule }
            let soft = content.softBreaches.count { $0.rule == rule }
            let near = content.nearLimits.count { $0.rule == rule }
            let unknown = content.notVerifiable.filter { $0.rule == rule }.reduce(0) { $0 + $1.agents.count }
            guard !found.isEmpty || soft > 0 || near > 0 || unknown > 0 else { return nil }
            return RuleFile(
                rule: rule.rawValue, breaches: found.count { $0.acceptedReason == nil },
                acceptedBreaches: found.count { $0.acceptedReason != nil }, softBreaches: soft,
                nearLimits: near, unverifiableAgents: unknown)
        }
    }
}
