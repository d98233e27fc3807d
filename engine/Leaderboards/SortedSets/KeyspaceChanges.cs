using System.Buffers.Binary;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>
/// Changes a keyspace and writes down each change in the same step, until <see cref="Emit"/> makes facts of them. A
/// fact is begun anew when it is large, so that it fits into a record.
/// </summary>
/// <remarks>Allocates nothing in steady state. Owned by the shard.</remarks>
internal sealed class KeyspaceChanges(Keyspace keyspace)
{
    /// <summary>A sixteenth of the largest record.</summary>
    private const int FullBytes = 256 * 1024;

    private readonly ByteBuffer _operations = new(1024);
    private SortedSetMachine? _machine;
    private Decision? _decision;
    private int _keyStart;
    private int _keyLength = -1;

    /// <summary>Whether everything that was changed is in a fact.</summary>
    internal bool IsEmpty => _operations.Length == 0;

    /// <summary>Says where facts go.</summary>
    internal void Begin(SortedSetMachine machine, Decision decision) => (_machine, _decision) = (machine, decision);

    /// <summary>Makes a fact of what is not in one yet.</summary>
    /// <param name="isUpkeep">Whether time alone brought it about.</param>
    internal void Emit(bool isUpkeep = false)
    {
        if (_operations.Length == 0) return;
        var fact = new KeyspaceChanged(_operations.WrittenMemory, IsApplied: true);
        if (isUpkeep) _decision!.EmitUpkeep(_machine!, keyspace, in fact);
        else _decision!.Emit(_machine!, keyspace, in fact);
        _operations.Clear();
        _keyLength = -1;
    }

    /// <summary>Gives a member a score, making the key if it is not there; writes down the score it has then.</summary>
    internal NamedResult Put(
        ref KeyEntry? entry, ReadOnlySpan<byte> key, Member member, NamedConditions conditions, out double after)
    {
        NamedResult result = keyspace.Put(ref entry, key, member, conditions, out after);
        if (result is not (NamedResult.Added or NamedResult.Changed)) return result;
        Use(entry!.Name);
        Span<byte> span = _operations.GetSpan(1 + sizeof(double));
        span[0] = (byte)OperationKind.Put;
        BinaryPrimitives.WriteDoubleLittleEndian(span[1..], after);
        _operations.Advance(1 + sizeof(double));
        Varint.WriteBytes(_operations, member.Name);
        return result;
    }

    /// <summary>Removes a member, and the key with the last one; false when it is not there.</summary>
    internal bool Remove(KeyEntry entry, ReadOnlySpan<byte> member)
    {
        if (!keyspace.Remove(entry, member)) return false;
        Begin(OperationKind.Remove, entry.Name);
        Varint.WriteBytes(_operations, member);
        return true;
    }

    /// <summary>Removes the members of a range of ranks, and the key with the last one.</summary>
    internal void RemoveRanks(KeyEntry entry, PositionRange range)
    {
        if (range.Count == 0) return;
        keyspace.RemoveRanks(entry, range);
        Begin(OperationKind.RemoveRanks, entry.Name);
        Varint.Write(_operations, range.First);
        Varint.Write(_operations, range.Count);
    }

    /// <summary>Removes a key.</summary>
    internal void Drop(KeyEntry entry)
    {
        keyspace.Drop(entry);
        Begin(OperationKind.Drop, entry.Name);
    }

    /// <summary>Has a key end at a time; 0 for never.</summary>
    internal void Expire(KeyEntry entry, long atMs)
    {
        keyspace.Expire(entry, atMs);
        Begin(OperationKind.Expire, entry.Name);
        BinaryPrimitives.WriteInt64LittleEndian(_operations.GetSpan(sizeof(long)), atMs);
        _operations.Advance(sizeof(long));
    }

    /// <summary>Has a key hold what a combination came to, which replay will make again.</summary>
    internal void Store(ReadOnlySpan<byte> key, SetCombination combination, NamedRankedSet result)
    {
        Begin(OperationKind.Combine, key);
        combination.Write(_operations);
        keyspace.Replace(key, result);
    }

    /// <summary>Has a key hold a range of ranks of another.</summary>
    internal void StoreRanks(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source, PositionRange range)
    {
        Begin(OperationKind.CopyRanks, key);
        Varint.WriteBytes(_operations, source);
        Varint.Write(_operations, range.First);
        Varint.Write(_operations, range.Count);
        keyspace.CopyRanks(key, source, range);
    }

    /// <summary>
    /// Removes every key that has ended by now, before anything else is decided: what commands see afterwards is what
    /// replay will see.
    /// </summary>
    internal void Sweep(long nowMs)
    {
        if (keyspace.Keys.NextEndMs > nowMs) return;
        keyspace.Sweep(nowMs);
        _operations.GetSpan(1)[0] = (byte)OperationKind.Sweep;
        _operations.Advance(1);
        BinaryPrimitives.WriteInt64LittleEndian(_operations.GetSpan(sizeof(long)), nowMs);
        _operations.Advance(sizeof(long));
        Emit(isUpkeep: true);
    }

    /// <summary>Removes all keys.</summary>
    internal void Clear()
    {
        keyspace.Clear();
        if (_operations.Length >= FullBytes) Emit();
        Varint.Write(_operations, (int)OperationKind.Clear);
    }

    private void Begin(OperationKind kind, ReadOnlySpan<byte> key)
    {
        Use(key);
        _operations.GetSpan(1)[0] = (byte)kind;
        _operations.Advance(1);
    }

    /// <summary>Says which key the next operation is about, unless the one before was about it, too.</summary>
    private void Use(ReadOnlySpan<byte> key)
    {
        if (_operations.Length >= FullBytes) Emit();
        if (_keyLength >= 0 && key.SequenceEqual(_operations.WrittenSpan.Slice(_keyStart, _keyLength))) return;
        _operations.GetSpan(1)[0] = (byte)OperationKind.Key;
        _operations.Advance(1);
        Varint.WriteBytes(_operations, key);
        (_keyStart, _keyLength) = (_operations.Length - key.Length, key.Length);
    }
}
