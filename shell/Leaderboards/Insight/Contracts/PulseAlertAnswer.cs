namespace Catalog.Shell.Leaderboards.Insight.Contracts;

/// <summary>An alert that is not over.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Title">What is the matter.</param>
/// <param name="Severity">How bad it is: <c>info</c>, <c>warning</c> or <c>critical</c>.</param>
/// <param name="RaisedAt">Since when.</param>
public sealed record PulseAlertAnswer(string Key, string Title, string Severity, DateTime RaisedAt);
