using Catalog.Engine.Core.Memory;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>
/// Saving, as of a moment, while facts go on: what is small is encoded at once, what players have a slice at a time.
/// Whose turn has not come when a fact changes something is kept as of that moment.
/// </summary>
public sealed partial class PlayBook : ISlicedProjection
{
    // Some 50 to 100 KB each.
    private const int GamesASlice = 4 * 1024;
    private const int SlotsASlice = 8 * 1024;

    private readonly SlotImages<PlayerImage> _images = new();
    private readonly Slab<ModePlay> _playImages = new();
    private readonly ByteBuffer _small = new();

    /// <inheritdoc/>
    public void Save(ref MessagePackWriter writer)
    {
        SavedSlices.Finish(((ISlicedProjection)this).SaveSlices(writer.Buffer));
    }

    /// <inheritdoc/>
    IEnumerator<bool> ISlicedProjection.SaveSlices(ByteBuffer into)
    {
        int reached = _reached;
        int[] ends = SaveSmall();
        _games.BeginSave();
        using IEnumerator<bool> models = Models.SaveSlices(into, _images);
        try
        {
            while (models.MoveNext()) yield return true;
            _games.SaveHead(new MessagePackWriter(into));
            for (int first = 0; first < _games.SavedCount; first += GamesASlice)
            {
                int end = Math.Min(first + GamesASlice, _games.SavedCount);
                _games.SaveGames(new MessagePackWriter(into), first, end);
                yield return true;
            }

            new MessagePackWriter(into).Write(reached);
            for (int first = 0; first < reached; first += SlotsASlice)
            {
                SaveLastGames(new MessagePackWriter(into), first, Math.Min(first + SlotsASlice, reached));
                yield return true;
            }

            for (int mode = 0; mode < _options.Modes; mode++)
            {
                SaveSmall(new MessagePackWriter(into), ends, mode);
                int used = 0;
                for (int first = 0; first < reached; first += SlotsASlice)
                {
                    used += CountPlays(mode, first, Math.Min(first + SlotsASlice, reached));
                    yield return true;
                }

                new MessagePackWriter(into).WriteArrayHeader(used * (PlayFields + 1));
                for (int first = 0; first < reached; first += SlotsASlice)
                {
                    SavePlays(new MessagePackWriter(into), mode, first, Math.Min(first + SlotsASlice, reached));
                    yield return true;
                }
            }

            SaveSmall(new MessagePackWriter(into), ends, _options.Modes);
        }
        finally
        {
            _images.End();
            _games.EndSave();
        }
    }

    /// <summary>Something of a player is about to change.</summary>
    private void KeepImage(int slot)
    {
        if (!_images.Wants(slot)) return;
        int number = _images.Keep(slot, Models.ImageOf(slot, _lastGames[slot]));
        int first = number * _options.Modes;
        _playImages.Reach(first + _options.Modes - 1);
        for (int mode = 0; mode < _options.Modes; mode++) _playImages[first + mode] = _plays[mode][slot];
    }

    /// <summary>Encodes what is small of each mode, then who is banned or flagged; where each ends.</summary>
    private int[] SaveSmall()
    {
        int[] ends = new int[_options.Modes + 1];
        _small.Clear();
        var writer = new MessagePackWriter(_small);
        for (int mode = 0; mode < _options.Modes; mode++)
        {
            _totals[mode].Save(ref writer);
            _days[mode].Save(ref writer);
            ends[mode] = _small.Length;
        }

        writer.WriteArrayHeader(_bans.Count * 2);
        foreach ((ulong playerId, ushort modes) in _bans)
        {
            writer.Write(playerId);
            writer.Write(modes);
        }

        writer.WriteArrayHeader(_flags.Count * FlagFields);
        foreach ((ulong playerId, FlagNote note) in _flags)
        {
            writer.Write(playerId);
            writer.Write(note.Mode);
            writer.Write(note.CaseId);
            writer.Write((byte)note.Status);
            writer.Write(note.Score);
            writer.Write(note.Games);
        }

        ends[^1] = _small.Length;
        return ends;
    }

    private void SaveSmall(MessagePackWriter writer, int[] ends, int part) =>
        writer.WriteRaw(_small.WrittenSpan[(part == 0 ? 0 : ends[part - 1])..ends[part]]);

    private void SaveLastGames(MessagePackWriter writer, int first, int end)
    {
        for (int slot = first; slot < end; slot++)
        {
            int image = _images.NumberOf(slot);
            writer.Write(image < 0 ? _lastGames[slot] : _images[image].LastGame);
        }
    }

    private ref ModePlay PlayThen(int mode, int slot)
    {
        int image = _images.NumberOf(slot);
        return ref image < 0 ? ref _plays[mode][slot] : ref _playImages[(image * _options.Modes) + mode];
    }

    // Only those who have played the mode: a number, and what is kept.
    private int CountPlays(int mode, int first, int end)
    {
        int used = 0;
        for (int slot = first; slot < end; slot++)
            if (IsPlayed(in PlayThen(mode, slot))) used++;
        return used;
    }

    private void SavePlays(MessagePackWriter writer, int mode, int first, int end)
    {
        for (int slot = first; slot < end; slot++)
        {
            ref readonly ModePlay play = ref PlayThen(mode, slot);
            if (!IsPlayed(in play)) continue;
            writer.Write(slot);
            writer.Write(play.Total);
            writer.Write(play.Day);
            writer.Write(play.Games);
        }
    }

    private static bool IsPlayed(in ModePlay play) => play.Day != 0 || play.Total != 0;
}
