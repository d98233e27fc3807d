using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>How a player wants to be called, and where the player is at home.</summary>
/// <param name="Username">1 to 40 characters; one that is taken gets the id behind it.</param>
/// <param name="Region">The region; absent for none.</param>
public sealed record PlayerRequest(string? Username, string? Region = null)
    : IExampled<PlayerRequest>
{
    /// <inheritdoc/>
    public static PlayerRequest Example => new("Nova", "eu");
}
