namespace Catalog.Shell.Alerts.Contracts;

/// <summary>What the topic <c>alerts</c> begins with: the alerts that are not over, newest first.</summary>
public sealed record AlertSnapshotAnswer(IReadOnlyList<AlertAnswer> Alerts);
