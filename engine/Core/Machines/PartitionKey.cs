namespace Catalog.Engine.Core.Machines;

/// <summary>
/// Names one partition of one system: the unit that has a single writer, a snapshot and an order of events.
/// </summary>
/// <param name="System">The system's wire id (<see cref="IMachine{TState}.SystemId"/>); 0 belongs to the core.</param>
/// <param name="Key">The partition within the system: a showtime, a conversation, a board.</param>
public readonly record struct PartitionKey(byte System, ulong Key)
{
    /// <summary>
    /// A well-mixed 64-bit hash (the finaliser of MurmurHash3), stable across processes and versions.
    /// </summary>
    public ulong StableHash()
    {
        ulong h = Key ^ ((ulong)System << 56);
        h = (h ^ (h >> 33)) * 0xFF51AFD7ED558CCDUL;
        h = (h ^ (h >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return h ^ (h >> 33);
    }

    /// <inheritdoc/>
    public override int GetHashCode() => (int)StableHash();
}
