namespace Catalog.Shell.Alerts.Contracts;

/// <summary>What rules can be about, by system.</summary>
public sealed record AlertSubjectListAnswer(IReadOnlyList<AlertSubjectAnswer> Items);
