using System.Text;
using Catalog.Engine.Leaderboards;

namespace Catalog.Shell.Leaderboards.Resp.ModeBoards;

/// <summary>
/// A board of a game mode as a key: <c>leaderboard:{mode}:{type}</c>, behind it the window if it is not that of now,
/// and the region: <c>leaderboard:raid:weekly:2024-W03:region:eu</c>.
/// </summary>
/// <param name="Mode">The mode.</param>
/// <param name="Board">The board.</param>
/// <param name="IsPast">Whether its window is named.</param>
internal sealed record ModeBoardKey(GameMode Mode, BoardKey Board, bool IsPast)
{
    private const string RegionWord = "region";

    private static ReadOnlySpan<byte> Prefix => "leaderboard:"u8;

    /// <summary>Whether a key is one of a mode's, and so of nobody else. Allocates nothing for others.</summary>
    public static bool Is(ReadOnlySpan<byte> key)
    {
        if (!key.StartsWith(Prefix)) return false;
        ReadOnlySpan<byte> rest = key[Prefix.Length..];
        int end = rest.IndexOf((byte)':');
        return end > 0 && GameModes.TryFind(Encoding.UTF8.GetString(rest[..end]), out _);
    }

    /// <summary>Reads a key that <see cref="Is"/>; null when there is no such board.</summary>
    public static ModeBoardKey? Find(ReadOnlySpan<byte> key, long nowMs)
    {
        string[] words = Encoding.UTF8.GetString(key).Split(':');
        if (words.Length is < 3 or > 6 || !GameModes.TryFind(words[1], out GameMode? mode)) return null;
        (string Name, WindowKind Value)[] kinds = [.. BoardTypes.All.Where(type => type.Name == words[2])];
        if (kinds is not [(_, WindowKind kind)]) return null;
        int next = 3, window = 0;
        bool isPast = words.Length > next && words[next] != RegionWord;
        if (isPast) window = BoardTypes.FindWindow(kind, words[next++], nowMs);
        byte region = 0;
        bool hasRegion = words.Length == next + 2 && words[next] == RegionWord;
        if (hasRegion) region = GameModes.RegionOf(words[next + 1]);
        bool isWhole = hasRegion ? region != 0 && kind <= WindowKind.Seasonal : words.Length == next;
        return isWhole && window >= 0 ? new ModeBoardKey(mode, new BoardKey(kind, region, window), isPast) : null;
    }
}
