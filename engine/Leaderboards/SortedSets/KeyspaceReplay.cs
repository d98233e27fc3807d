using System.Buffers.Binary;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>
/// Applies operations that were written down (<see cref="KeyspaceChanges"/>) with the mutators that applied them first.
/// </summary>
// mutable: a cursor over the operations
internal ref struct KeyspaceReplay(Keyspace keyspace, ReadOnlySpan<byte> operations)
{
    private ReadOnlySpan<byte> _rest = operations;
    private ReadOnlySpan<byte> _key;

    /// <summary>Applies them all. O(their sum).</summary>
    /// <exception cref="MessagePackFormatException">They are not such operations, or do not fit the state.</exception>
    internal void Run()
    {
        while (!_rest.IsEmpty)
        {
            var kind = (OperationKind)_rest[0];
            _rest = _rest[1..];
            Apply(kind);
        }
    }

    private void Apply(OperationKind kind)
    {
        switch (kind)
        {
            case OperationKind.Key: _key = Varint.ReadBytes(ref _rest); break;
            case OperationKind.Put: Put(); break;
            case OperationKind.Remove: keyspace.Remove(Entry(), Varint.ReadBytes(ref _rest)); break;
            case OperationKind.RemoveRanks: RemoveRanks(); break;
            case OperationKind.Drop: keyspace.Drop(Entry()); break;
            case OperationKind.Expire: keyspace.Expire(Entry(), ReadInt64()); break;
            case OperationKind.Combine: Combine(); break;
            case OperationKind.CopyRanks: CopyRanks(); break;
            case OperationKind.Sweep: keyspace.Sweep(ReadInt64()); break;
            case OperationKind.Clear: keyspace.Clear(); break;
            default: throw new MessagePackFormatException($"There is no operation {(byte)kind}.");
        }
    }

    private void Put()
    {
        double score = BitConverter.Int64BitsToDouble(ReadInt64());
        var member = new Member(Varint.ReadBytes(ref _rest), score);
        KeyEntry? entry = keyspace.Keys.Find(_key);
        keyspace.Put(ref entry, _key, member, NamedConditions.None, out _);
    }

    private void RemoveRanks()
    {
        KeyEntry entry = Entry();
        keyspace.RemoveRanks(entry, new PositionRange(Varint.Read(ref _rest), Varint.Read(ref _rest)));
    }

    private void Combine()
    {
        var combination = new SetCombination();
        combination.Read(ref _rest);
        keyspace.Replace(_key, combination.Compute(keyspace, long.MinValue));
    }

    private void CopyRanks()
    {
        ReadOnlySpan<byte> source = Varint.ReadBytes(ref _rest);
        keyspace.CopyRanks(_key, source, new PositionRange(Varint.Read(ref _rest), Varint.Read(ref _rest)));
    }

    private readonly KeyEntry Entry() =>
        keyspace.Keys.Find(_key) ?? throw new MessagePackFormatException("The key of an operation is not there.");

    private long ReadInt64()
    {
        if (_rest.Length < sizeof(long)) throw new MessagePackFormatException("A number is cut short.");
        long value = BinaryPrimitives.ReadInt64LittleEndian(_rest);
        _rest = _rest[sizeof(long)..];
        return value;
    }
}
