namespace Catalog.Shell.Auth.Contracts;

/// <summary>How to try this server without registering.</summary>
/// <param name="Accounts">The demo accounts that exist; empty unless the server is a demo.</param>
public sealed record DemoAnswer(IReadOnlyList<DemoAccountAnswer> Accounts);
