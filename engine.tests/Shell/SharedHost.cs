namespace Catalog.Engine.Tests.Shell;

/// <summary>One server for a class of tests that leave nothing behind; nobody is held to a quota.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    /// <summary>Signs the server's tokens, so that tests can sign their own.</summary>
    public static byte[] SigningKey { get; } = [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7))];

    public ShellHost Host { get; } = new(null, null,
        ("Catalog:RateLimits:Enabled", "false"),
        ("Catalog:Auth:SigningKey", Convert.ToBase64String(SigningKey)));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
