using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Leaderboards.Projections;
using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>Loading.</summary>
public sealed partial class PlayBook
{
    private const int PlayFields = 3;
    private const int FlagFields = 6;

    /// <inheritdoc/>
    public void Load(ref MessagePackReader reader)
    {
        Reset();
        Models.Load(ref reader);
        _games.Load(ref reader);
        int players = reader.ReadInt32();
        ModelWire.Require(players <= Models.Players, "More players than there are.");
        if (players > 0) Reach(players - 1);
        for (int slot = 0; slot < players; slot++) _lastGames[slot] = reader.ReadInt64();
        for (int mode = 0; mode < _options.Modes; mode++)
        {
            _totals[mode].Load(ref reader);
            _days[mode].Load(ref reader);
            LoadPlays(_plays[mode], ref reader);
        }

        int bans = reader.ReadArrayHeader() / 2;
        for (int i = 0; i < bans; i++) _bans.Add(reader.ReadUInt64(), reader.ReadUInt16());
        int flags = reader.ReadArrayHeader() / FlagFields;
        for (int i = 0; i < flags; i++)
        {
            _flags.Add(reader.ReadUInt64(), new FlagNote(
                reader.ReadInt32(), reader.ReadInt64(), (CaseStatus)reader.ReadByte(), reader.ReadDouble(),
                reader.ReadInt32()));
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Models = new PlayModels(_options.Modes, _options.MaxPlayers);
        _games = new GameLog(_options.MaxGames);
        _lastGames = new Slab<long>();
        _plays = Each(static () => new Slab<ModePlay>());
        _days = Each(static () => new GamesADay());
        _totals = Each(static () => new TotalsTrend());
        _fields = new ModeField[_options.Modes];
        for (int mode = 0; mode < _fields.Length; mode++) _fields[mode] = Models.FieldOf(mode);
        _bans.Clear();
        _flags.Clear();
        _reached = 0;
        PassedGames = 0;
    }

    private T[] Each<T>(Func<T> make)
    {
        var all = new T[_options.Modes];
        for (int i = 0; i < all.Length; i++) all[i] = make();
        return all;
    }

    private void LoadPlays(Slab<ModePlay> plays, ref MessagePackReader reader)
    {
        int used = reader.ReadArrayHeader() / (PlayFields + 1);
        for (int i = 0; i < used; i++)
        {
            int slot = reader.ReadInt32();
            ModelWire.Require((uint)slot < (uint)_reached, "No such player.");
            plays[slot] = new ModePlay
            {
                Total = reader.ReadInt64(),
                Day = reader.ReadInt32(),
                Games = reader.ReadInt32(),
            };
        }
    }
}
