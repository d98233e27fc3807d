using Catalog.Engine.Leaderboards;

namespace Catalog.Shell.Leaderboards;

/// <summary>One of the game's modes.</summary>
/// <param name="Id">The partition it is kept in.</param>
/// <param name="Slug">Its name in paths.</param>
/// <param name="Terms">Its rules.</param>
public sealed record GameMode(ulong Id, string Slug, ModeTerms Terms);
