namespace Catalog.Engine.Core.Memory;

/// <summary>
/// Folds words into 64 bits, order included, with MurmurHash3's finaliser between them. Not a readonly struct: it
/// gathers. Stable across processes and versions.
/// </summary>
// mutable: it is folded into as it goes.
internal struct StateHasher
{
    public StateHasher() => Value = 0x9E3779B97F4A7C15UL;

    /// <summary>The hash of everything added so far.</summary>
    public ulong Value { get; private set; }

    /// <summary>Adds a word.</summary>
    public void Add(ulong word)
    {
        ulong h = (Value ^ word) + 0x9E3779B97F4A7C15UL;
        h = (h ^ (h >> 33)) * 0xFF51AFD7ED558CCDUL;
        h = (h ^ (h >> 33)) * 0xC4CEB9FE1A85EC53UL;
        Value = h ^ (h >> 33);
    }
}
