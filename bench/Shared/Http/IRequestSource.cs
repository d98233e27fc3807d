namespace Catalog.Bench.Shared.Http;

/// <summary>
/// What one thread of a load generator sends and what it makes of the answers. Called by that thread alone.
/// </summary>
internal interface IRequestSource
{
    /// <summary>The next whole request for a connection; sent before the next call.</summary>
    ReadOnlySpan<byte> Next(int connection);

    /// <summary>The answer to the connection's last request; the body is gone when this returns.</summary>
    void OnResponse(int connection, int status, ReadOnlySpan<byte> body);

    /// <summary>Whether the connection, just answered, goes on with <see cref="Next"/> at once.</summary>
    bool HasFollowUp(int connection) => false;
}
