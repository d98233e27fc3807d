namespace Catalog.Shell.Leaderboards.Insight.Contracts;

/// <summary>A month or season that began anew, and what that changed.</summary>
/// <param name="Kind"><c>monthly</c> or <c>season</c>; <c>reset</c> for a season that was ended early.</param>
/// <param name="At">When.</param>
/// <param name="Days">How many days before and after are compared.</param>
/// <param name="PlayersBefore">Active players before.</param>
/// <param name="PlayersAfter">Active players after.</param>
/// <param name="GamesBefore">Games before.</param>
/// <param name="GamesAfter">Games after.</param>
public sealed record ResetAnswer(
    string Kind,
    DateTime At,
    double Days,
    long PlayersBefore,
    long PlayersAfter,
    long GamesBefore,
    long GamesAfter);
