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

    // Without the marks of ratings: those were not kept at first.
    private const int OldFields = 6;

    /// <summary>
    /// Encodes it, but for the examples churn was learned from: those come again. O(players).
    /// </summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(Fields);
        writer.Write(WireVersion);
        writer.WriteArrayHeader(_fields.Length);
        foreach (ModeField field in _fields) field.Save(ref writer);
        _slots.Save(ref writer);
        SavePlayers(ref writer);
        if (_anomalies is null) writer.WriteNil();
        else _anomalies.Save(ref writer);
        if (_churn is null) writer.WriteNil();
        else _churn.Save(ref writer);
        writer.WriteArrayHeader(_slots.Count * 2);
        for (int slot = 0; slot < _slots.Count; slot++) _marks[slot].Save(ref writer);
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

    private void SavePlayers(ref MessagePackWriter writer)
    {
        // In the order of their last games, to the minute, so that lists of opponents come out as they were.
        int[] order = new int[_slots.Count];
        (long LastMs, int Slot)[] keys = new (long, int)[order.Length];
        for (int slot = 0; slot < order.Length; slot++) keys[slot] = (_skills[slot].LastGameMs, order[slot] = slot);
        Array.Sort(keys, order);
        writer.WriteArrayHeader(order.Length);
        foreach (int slot in order)
        {
            writer.WriteArrayHeader(5);
            writer.Write(slot);
            writer.Write(_opponents.IsHidden(slot));
            _skills[slot].Save(ref writer);
            _traces[slot].Save(ref writer);
            _activity[slot].Save(ref writer);
        }
    }

    private void LoadPlayers(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        ModelWire.Require(count == _slots.Count, "Players that do not add up.");
        if (count > 0) Reach(count - 1);
        for (int i = 0; i < count; i++)
        {
            ModelWire.Require(reader.ReadArrayHeader() == 5, "Not a player.");
            int slot = reader.ReadInt32();
            ModelWire.Require(slot >= 0 && slot < count, "No such player.");
            bool isHidden = reader.ReadBoolean();
            _skills[slot] = SkillState.Load(ref reader);
            _traces[slot] = PlayTrace.Load(ref reader);
            _activity[slot] = ActivityTrace.Load(ref reader);
            if (_skills[slot].Games > 0) _ratings.Add(_skills[slot].Rating.Rating);
            if (isHidden) _opponents.Hide(slot);
            else if (_skills[slot].Games > 0) _opponents.Touch(slot, _skills[slot]);
        }
    }
}
