namespace Catalog.Shell.Alerts.Contracts;

/// <summary>Every rule, oldest first.</summary>
public sealed record AlertRuleListAnswer(IReadOnlyList<AlertRuleAnswer> Items);
