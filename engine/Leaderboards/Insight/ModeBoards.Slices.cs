using Catalog.Engine.Core.Memory;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Saving, as of a moment, while facts go on: the board and what is small are encoded at once, which is copying; what
/// is kept of players follows a slice at a time.
/// </summary>
public sealed partial class ModeBoards
{
    private const int PulseFields = 5;

    // Some 50 KB.
    private const int PulsesASlice = 2 * 1024;

    private readonly SlotImages<PlayerPulse> _images = new();
    private readonly BytePieces _saved = new();
    private int _savedCount;

    /// <summary>What is encoded from now on is as of now. O(players), little for each.</summary>
    internal void BeginSave()
    {
        _savedCount = _members.Count;
        _images.Begin(_savedCount);
        _saved.Clear();
        SaveBoard(new MessagePackWriter(_saved.Buffer));
    }

    /// <summary>Encodes all, a slice a step.</summary>
    internal IEnumerator<bool> SaveSlices(ByteBuffer into)
    {
        using IEnumerator<bool> ids = _members.SaveSlices(into, _savedCount);
        while (ids.MoveNext()) yield return true;
        new MessagePackWriter(into).WriteArrayHeader(_savedCount * PulseFields);
        for (int first = 0; first < _savedCount; first += PulsesASlice)
        {
            SavePulses(new MessagePackWriter(into), first, Math.Min(first + PulsesASlice, _savedCount));
            yield return true;
        }

        for (int piece = 0; piece < _saved.Count; piece++)
        {
            new MessagePackWriter(into).WriteRaw(_saved[piece]);
            yield return true;
        }
    }

    /// <summary>What is encoded is not needed any more.</summary>
    internal void EndSave()
    {
        _images.End();
        _saved.Clear();
    }

    /// <summary>Something of a player is about to change.</summary>
    private void KeepImage(int slot)
    {
        if (_images.Wants(slot)) _images.Keep(slot, in _pulses[slot]);
    }

    private void SavePulses(MessagePackWriter writer, int first, int end)
    {
        for (int slot = first; slot < end; slot++)
        {
            int image = _images.NumberOf(slot);
            ref readonly PlayerPulse pulse = ref image < 0 ? ref _pulses[slot] : ref _images[image];
            writer.Write(pulse.LastDay);
            writer.Write(pulse.Games);
            writer.Write(pulse.ScoreSum);
            writer.Write(pulse.DayGames);
            writer.Write(pulse.IsHidden);
        }
    }

    private void SaveBoard(MessagePackWriter writer)
    {
        _board.Save(ref writer);
        WireList.Write(ref writer, _days);
        writer.WriteArrayHeader(9);
        writer.Write(_today.Day);
        writer.Write(_today.FirstSlot);
        writer.Write(_today.Games);
        writer.Write(_today.ScoreSum);
        writer.Write(_today.TopGames);
        writer.Write(_today.TopScoreSum);
        writer.Write(_today.Ranked);
        writer.Write(_today.RankChanges);
        writer.Write(_today.Places);
        writer.Write(_totalSum);
        writer.Write(UnknownGames);
        writer.WriteArrayHeader(_resets.Count);
        foreach (long timeMs in _resets) writer.Write(timeMs);
        _worth.Save(ref writer);
        _topWorth.Save(ref writer);
        Pulse.Save(ref writer);
    }
}
