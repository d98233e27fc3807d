using Catalog.Engine.Leaderboards;

namespace Catalog.Shell.Leaderboards.Boards;

/// <summary>Names a published top.</summary>
/// <param name="Mode">The game mode.</param>
/// <param name="Kind">What the board spans.</param>
/// <param name="Region">The region; 0 for all.</param>
internal readonly record struct BoardSnapshotKey(ulong Mode, WindowKind Kind, byte Region);
