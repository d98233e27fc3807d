namespace Catalog.Shell.Events.Contracts;

/// <summary>How far a model is.</summary>
public sealed record ProjectionAnswer(string Name, long AppliedPosition, long LagBytes);
