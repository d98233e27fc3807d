using Catalog.Engine.Core.Memory;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Leaderboards.Churn;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Leaderboards.Skill;
using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Players;

public sealed partial class PlayModels
{
    private const int WireVersion = 1;
    private const int Fields = 7;
    private const int PlayerFields = 5;

    // Without the marks of ratings: those were not kept at first.
    private const int OldFields = 6;

    // Some 70 KB each.
    private const int SlotsASlice = 8 * 1024;
    private const int PlayersASlice = 384;

    /// <summary>
    /// Encodes it, but for the examples churn was learned from: those come again. O(players).
    /// </summary>
    public void Save(ref MessagePackWriter writer)
    {
        SavedSlices.Finish(SaveSlices(writer.Buffer, new SlotImages<PlayerImage>()));
    }

    /// <summary>Encodes it as of the first step, a slice a step.</summary>
    /// <param name="into">Where it goes.</param>
    /// <param name="images">What players were then who have changed since; the caller keeps them.</param>
    internal IEnumerator<bool> SaveSlices(ByteBuffer into, SlotImages<PlayerImage> images)
    {
        (AnomalyModel? anomalies, ChurnModel? churn) = (_anomalies, _churn);
        int count = _slots.Count;
        images.Begin(count);
        SaveHead(new MessagePackWriter(into), count);
        for (int first = 0; first < count; first += SlotsASlice)
        {
            var writer = new MessagePackWriter(into);
            for (int slot = first; slot < Math.Min(first + SlotsASlice, count); slot++) writer.Write(_slots.IdOf(slot));
            yield return true;
        }

        new MessagePackWriter(into).WriteArrayHeader(count);
        for (int first = 0; first < count; first += PlayersASlice)
        {
            SavePlayers(new MessagePackWriter(into), first, Math.Min(first + PlayersASlice, count), images);
            yield return true;
        }

        SaveLearned(new MessagePackWriter(into), anomalies, churn);
        new MessagePackWriter(into).WriteArrayHeader(count * 2);
        for (int first = 0; first < count; first += SlotsASlice)
        {
            SaveMarks(new MessagePackWriter(into), first, Math.Min(first + SlotsASlice, count), images);
            yield return true;
        }
    }

    /// <summary>Replaces what an empty one has by what <see cref="Save"/> wrote. O(players).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are none of as many modes, or more than fit.</exception>
    /// <exception cref="InvalidOperationException">It has players.</exception>
    public void Load(ref MessagePackReader reader)
    {
        if (_slots.Count > 0) throw new InvalidOperationException("There are players already.");
        int fields = reader.ReadArrayHeader();
        bool isKnown = fields is Fields or OldFields && reader.ReadInt32() == WireVersion;
        ModelWire.Require(isKnown, "Not models of play.");
        ModelWire.Require(reader.ReadArrayHeader() == _fields.Length, "Another number of modes.");
        foreach (ModeField field in _fields) field.Load(ref reader);
        _slots.Load(ref reader);
        LoadPlayers(ref reader);
        _anomalies = reader.TryReadNil() ? null : AnomalyModel.Load(ref reader);
        _churn = reader.TryReadNil() ? null : ChurnModel.Load(ref reader);
        if (fields == OldFields) return;
        ModelWire.Require(reader.ReadArrayHeader() == _slots.Count * 2, "Marks that do not add up.");
        for (int slot = 0; slot < _slots.Count; slot++) _marks[slot] = RatingMarks.Load(ref reader);
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(players).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        int rated = 0;
        for (int slot = 0; slot < _slots.Count; slot++) rated += _skills[slot].Games > 0 ? 1 : 0;
        if (rated != _ratings.Count) throw new InvalidOperationException($"(2) {rated}, not {_ratings.Count}.");
        _opponents.CheckInvariants(_skills);
    }

    private void SaveHead(MessagePackWriter writer, int players)
    {
        writer.WriteArrayHeader(Fields);
        writer.Write(WireVersion);
        writer.WriteArrayHeader(_fields.Length);
        foreach (ModeField field in _fields) field.Save(ref writer);
        writer.WriteArrayHeader(players);
    }

    private static void SaveLearned(MessagePackWriter writer, AnomalyModel? anomalies, ChurnModel? churn)
    {
        if (anomalies is null) writer.WriteNil();
        else anomalies.Save(ref writer);
        if (churn is null) writer.WriteNil();
        else churn.Save(ref writer);
    }

    private void SavePlayers(MessagePackWriter writer, int first, int end, SlotImages<PlayerImage> images)
    {
        for (int slot = first; slot < end; slot++)
        {
            int image = images.NumberOf(slot);
            writer.WriteArrayHeader(PlayerFields);
            writer.Write(slot);
            if (image < 0)
            {
                writer.Write(_opponents.IsHidden(slot));
                _skills[slot].Save(ref writer);
                _traces[slot].Save(ref writer);
                _activity[slot].Save(ref writer);
                continue;
            }

            ref readonly PlayerImage was = ref images[image];
            writer.Write(was.IsHidden);
            was.Skill.Save(ref writer);
            was.Trace.Save(ref writer);
            was.Activity.Save(ref writer);
        }
    }

    private void SaveMarks(MessagePackWriter writer, int first, int end, SlotImages<PlayerImage> images)
    {
        for (int slot = first; slot < end; slot++)
        {
            int image = images.NumberOf(slot);
            if (image < 0) _marks[slot].Save(ref writer);
            else images[image].Marks.Save(ref writer);
        }
    }

    private void LoadPlayers(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        ModelWire.Require(count == _slots.Count, "Players that do not add up.");
        if (count > 0) Reach(count - 1);
        for (int i = 0; i < count; i++)
        {
            ModelWire.Require(reader.ReadArrayHeader() == PlayerFields, "Not a player.");
            int slot = reader.ReadInt32();
            ModelWire.Require(slot >= 0 && slot < count, "No such player.");
            if (reader.ReadBoolean()) _opponents.Hide(slot);
            _skills[slot] = SkillState.Load(ref reader);
            _traces[slot] = PlayTrace.Load(ref reader);
            _activity[slot] = ActivityTrace.Load(ref reader);
            if (_skills[slot].Games > 0) _ratings.Add(_skills[slot].Rating.Rating);
        }

        ListOpponents(count);
    }

    // In the order of their last games, to the minute, so that lists of opponents come out alike at every start.
    private void ListOpponents(int count)
    {
        int[] order = new int[count];
        (long LastMs, int Slot)[] keys = new (long, int)[count];
        for (int slot = 0; slot < count; slot++) keys[slot] = (_skills[slot].LastGameMs, order[slot] = slot);
        Array.Sort(keys, order);
        foreach (int slot in order)
            if (_skills[slot].Games > 0) _opponents.Touch(slot, _skills[slot]);
    }
}
