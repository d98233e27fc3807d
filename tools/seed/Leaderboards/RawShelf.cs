using System.Globalization;
using Catalog.Engine.Storage.Blobs;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Seed.Leaderboards;

/// <summary>
/// The latest games one by one, a blob a day: boards, archives and history hold what came of all of them, and this is
/// what they came of. Days leave at the front when there are more games than wanted or the disk gets full.
/// </summary>
/// <remarks>See <see cref="RawDay"/> for what is in a blob.</remarks>
/// <param name="folder">The data folder.</param>
/// <param name="mostGames">How many are kept at least, when there are as many; 0 for none.</param>
internal sealed class RawShelf(string folder, long mostGames)
{
    // The server needs room for its journal and for snapshots beside older ones.
    private const long RoomLeftBytes = 8L << 30;

    private readonly DiskBlobStore _blobs = new(new LocalDisk(Path.Combine(folder, "blobs")));
    private readonly Queue<(string Name, int Count, long SizeBytes)> _days = new();
    private readonly RawDay _day = new();

    /// <summary>How many games there are.</summary>
    public long Count { get; private set; }

    /// <summary>What they take on the disk.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>The blob of a day.</summary>
    public static string NameOf(long dayMs) => string.Create(
        CultureInfo.InvariantCulture, $"games/{DateTimeOffset.FromUnixTimeMilliseconds(dayMs):yyyy-MM-dd}");

    /// <summary>Keeps a day's games.</summary>
    /// <param name="dayMs">The day's midnight, milliseconds since 1970.</param>
    /// <param name="games">Its games, the earliest first.</param>
    public async Task KeepAsync(long dayMs, ReadOnlyMemory<Submission> games)
    {
        if (mostGames == 0 || games.Length == 0) return;
        ReadOnlyMemory<byte> bytes = _day.Write(dayMs, games.Span);
        string name = NameOf(dayMs);
        await _blobs.PutAsync(name, async (stream, cancel) => await stream.WriteAsync(bytes, cancel));
        _days.Enqueue((name, games.Length, bytes.Length));
        (Count, SizeBytes) = (Count + games.Length, SizeBytes + bytes.Length);
        while (_days.Count > 1 && (Count - _days.Peek().Count >= mostGames || IsNearlyFull())) await DropAsync();
    }

    private async Task DropAsync()
    {
        (string name, int count, long sizeBytes) = _days.Dequeue();
        await _blobs.DeleteAsync(name);
        (Count, SizeBytes) = (Count - count, SizeBytes - sizeBytes);
    }

    private bool IsNearlyFull() => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace < RoomLeftBytes;
}
