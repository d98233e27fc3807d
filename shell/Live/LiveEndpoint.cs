using Catalog.Shell.Auth;

namespace Catalog.Shell.Live;

/// <summary>
/// An HTTP endpoint as it is used over a socket. The event's data is the body; <c>idempotencyKey</c> in it stands for
/// the header, and fields named here stand for parameters.
/// </summary>
/// <param name="Method">Its method.</param>
/// <param name="Handler">What it does.</param>
public sealed record LiveEndpoint(string Method, CallerDelegate Handler)
{
    /// <summary>A field that is a part of the path, and that part's name.</summary>
    public (string Field, string Name)? Route { get; init; }

    /// <summary>A field that is in the query, under the same name.</summary>
    public string? Query { get; init; }
}
