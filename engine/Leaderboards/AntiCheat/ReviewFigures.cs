using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// How good flags are, by what humans made of them: of every game mode, from its facts alone.
/// <code>
/// precision = upheld / (upheld + cleared)           of the analyzer, of the rules, of each pattern
/// recall   ≈ flagged by the analyzer / all whom a human upheld a case against or banned
/// </code>
/// </summary>
/// <remarks>O(log n) a fact. Not thread-safe: read it through its view.</remarks>
public sealed class ReviewFigures : IProjection
{
    private readonly SortedDictionary<ulong, ModeReviews> _modes = [];

    /// <inheritdoc/>
    public string Name => "leaderboard-reviews";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public bool MayBeginLate => true;

    /// <summary>The figures of a mode; null when nothing was ever flagged or banned in it.</summary>
    public ModeReviews? Find(ulong modeId) => _modes.GetValueOrDefault(modeId);

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) =>
        header.Partition.System == LeaderboardMachine.Id && header.Type is 11 or 30 or 32 or 33 or 36;

    /// <inheritdoc/>
    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        if (!_modes.TryGetValue(header.Partition.Key, out ModeReviews? mode))
            _modes.Add(header.Partition.Key, mode = new ModeReviews());
        var reader = new MessagePackReader(payload);
        switch (header.Type)
        {
            case 11: mode.Hold(ScoreHeld.Read(ref reader, header.Version)); break;
            case 30: mode.Close(CaseClosed.Read(ref reader, header.Version)); break;
            case 32: mode.Ban(PlayerBanned.Read(ref reader, header.Version).PlayerId); break;
            case 33: mode.Unban(PlayerUnbanned.Read(ref reader, header.Version)); break;
            default: mode.Flag(AnomalyFlagged.Read(ref reader, header.Version)); break;
        }
    }

    /// <inheritdoc/>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(_modes.Count);
        foreach ((ulong id, ModeReviews mode) in _modes)
        {
            writer.Write(id);
            mode.Write(ref writer);
        }
    }

    /// <inheritdoc/>
    public void Load(ref MessagePackReader reader)
    {
        Reset();
        int modes = reader.ReadArrayHeader();
        for (int i = 0; i < modes; i++)
        {
            var mode = new ModeReviews();
            _modes.Add(reader.ReadUInt64(), mode);
            mode.Read(ref reader);
        }
    }

    /// <inheritdoc/>
    public void Reset() => _modes.Clear();
}
