namespace Catalog.Shell.Observability.Contracts;

/// <summary>Who listens.</summary>
/// <param name="Connections">WebSockets that are open.</param>
/// <param name="Topics">Topics that exist.</param>
public sealed record LiveAnswer(
    int Connections,
    int Topics);
