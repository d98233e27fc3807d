using Catalog.Engine.Core.Memory;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Engagement;

/// <summary>
/// Saving, as of a moment, while facts go on: what is small is encoded at once, what players have a slice at a time.
/// </summary>
public sealed partial class EngagementBook : ISlicedProjection
{
    // Some 50 KB each.
    private const int RowsASlice = 2 * 1024;
    private const int GamesASlice = 16 * 1024;

    private readonly SlotImages<PlayerRow> _images = new();
    private readonly Slab<int> _gameImages = new();
    private readonly ByteBuffer _small = new();
    private (ModeCurve Curve, int Reached, int SmallEnd)[] _savedCurves = [];

    /// <inheritdoc/>
    public void Save(ref MessagePackWriter writer)
    {
        SavedSlices.Finish(((ISlicedProjection)this).SaveSlices(writer.Buffer));
    }

    /// <inheritdoc/>
    IEnumerator<bool> ISlicedProjection.SaveSlices(ByteBuffer into)
    {
        int players = _players.Count;
        SaveDays(new MessagePackWriter(into));
        SaveCurveHeads();
        _images.Begin(players);
        try
        {
            using IEnumerator<bool> ids = _players.SaveSlices(into, players);
            while (ids.MoveNext()) yield return true;
            for (int first = 0; first < players; first += RowsASlice)
            {
                SaveRows(new MessagePackWriter(into), first, Math.Min(first + RowsASlice, players));
                yield return true;
            }

            new MessagePackWriter(into).WriteMapHeader(_savedCurves.Length);
            for (int curve = 0; curve < _savedCurves.Length; curve++)
            {
                SaveCurveHead(new MessagePackWriter(into), curve);
                int reached = _savedCurves[curve].Reached;
                for (int first = 0; first < reached; first += GamesASlice)
                {
                    SaveGames(new MessagePackWriter(into), curve, first, Math.Min(first + GamesASlice, reached));
                    yield return true;
                }
            }
        }
        finally
        {
            _images.End();
            _savedCurves = [];
        }
    }

    /// <summary>Something of a player is about to change.</summary>
    private void KeepImage(int slot)
    {
        if (!_images.Wants(slot)) return;
        int number = _images.Keep(slot, in _rows[slot]);
        int first = number * _savedCurves.Length;
        if (_savedCurves.Length > 0) _gameImages.Reach(first + _savedCurves.Length - 1);
        for (int curve = 0; curve < _savedCurves.Length; curve++)
            _gameImages[first + curve] = _savedCurves[curve].Curve.GamesOf(slot);
    }

    private void SaveDays(MessagePackWriter writer)
    {
        _days.Write(ref writer);
        _weeks.Write(ref writer);
    }

    private void SaveCurveHeads()
    {
        _small.Clear();
        var writer = new MessagePackWriter(_small);
        _savedCurves = new (ModeCurve, int, int)[_curves.Count];
        int count = 0;
        foreach ((ulong mode, ModeCurve curve) in _curves)
        {
            writer.Write(mode);
            curve.WriteHead(writer);
            _savedCurves[count++] = (curve, curve.Reached, _small.Length);
        }
    }

    private void SaveCurveHead(MessagePackWriter writer, int curve)
    {
        int start = curve == 0 ? 0 : _savedCurves[curve - 1].SmallEnd;
        writer.WriteRaw(_small.WrittenSpan[start.._savedCurves[curve].SmallEnd]);
    }

    private void SaveRows(MessagePackWriter writer, int first, int end)
    {
        for (int slot = first; slot < end; slot++)
        {
            int image = _images.NumberOf(slot);
            if (image < 0) _rows[slot].Write(ref writer);
            else _images[image].Write(ref writer);
        }
    }

    private void SaveGames(MessagePackWriter writer, int curve, int first, int end)
    {
        for (int slot = first; slot < end; slot++)
        {
            int image = _images.NumberOf(slot);
            writer.Write(image < 0
                ? _savedCurves[curve].Curve.GamesOf(slot)
                : _gameImages[(image * _savedCurves.Length) + curve]);
        }
    }
}
