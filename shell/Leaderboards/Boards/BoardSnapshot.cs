namespace Catalog.Shell.Leaderboards.Boards;

/// <summary>The top of a board, as it is sent.</summary>
/// <param name="Json">The document.</param>
/// <param name="EntityTag">Changes with the document's rows.</param>
internal sealed record BoardSnapshot(byte[] Json, string EntityTag);
