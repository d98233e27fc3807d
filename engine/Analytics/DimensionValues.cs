namespace Catalog.Engine.Analytics;

/// <summary>
/// The values of a dimension that are in use, each with a small number of its own, so that rows hold four bytes and
/// grouping is indexing.
/// <para>
/// Invariants: (1) number 0 is <see cref="DimensionSpec.Other"/>, always; (2) every number in use has one value, and
/// that value leads back to it; (3) a number is in use while rows use it, and free afterwards.
/// </para>
/// </summary>
/// <remarks>Everything is O(1); nothing is allocated once the tables have their working size.</remarks>
internal sealed class DimensionValues(int maxValues)
{
    /// <summary>The number of what is not told apart.</summary>
    public const int OtherCode = 0;

    private readonly Dictionary<ulong, int> _codes = [];
    private readonly Stack<int> _free = new();
    private ulong[] _values = [DimensionSpec.Other, 0, 0, 0];
    private int[] _uses = new int[4];

    /// <summary>All numbers in use are below this.</summary>
    public int End { get; private set; } = 1;

    /// <summary>The value behind a number.</summary>
    public ulong this[int code] => _values[code];

    /// <summary>The number of a value, or −1.</summary>
    public int Find(ulong value)
    {
        if (value == DimensionSpec.Other) return OtherCode;
        return _codes.TryGetValue(value, out int code) ? code : -1;
    }

    /// <summary>The number of a value, a new one when needed; that of the others when there is no room.</summary>
    public int FindOrAdd(ulong value)
    {
        int code = Find(value);
        if (code >= 0) return code;
        if (_codes.Count >= maxValues) return OtherCode;
        if (!_free.TryPop(out code)) code = End++;
        Set(code, value);
        return code;
    }

    /// <summary>A row uses the number.</summary>
    public void Use(int code) => _uses[code]++;

    /// <summary>A row uses it no more.</summary>
    public void Release(int code)
    {
        if (--_uses[code] > 0 || code == OtherCode) return;
        _codes.Remove(_values[code]);
        _free.Push(code);
    }

    /// <summary>Forgets all values.</summary>
    public void Clear()
    {
        _codes.Clear();
        _free.Clear();
        Array.Clear(_uses);
        End = 1;
    }

    /// <summary>Gives a number to a value, while a state is loaded: numbers come in order, or are free.</summary>
    public void LoadNext(ulong? value)
    {
        if (value is { } used) Set(End++, used);
        else _free.Push(End++);
        if (End > _values.Length) Grow();
    }

    /// <summary>Whether rows use the number.</summary>
    public bool IsUsed(int code) => _uses[code] > 0;

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(values).</summary>
    public void CheckInvariants()
    {
        if (_values[OtherCode] != DimensionSpec.Other) throw new InvalidOperationException("(1) The others have 0.");
        foreach ((ulong value, int code) in _codes)
        {
            if (code <= OtherCode || code >= End || _values[code] != value)
                throw new InvalidOperationException($"(2) {value} has number {code}.");
            if (!IsUsed(code)) throw new InvalidOperationException($"(3) Nobody uses {value}.");
        }

        if (_codes.Count + _free.Count + 1 != End) throw new InvalidOperationException($"(3) {End} numbers.");
    }

    private void Set(int code, ulong value)
    {
        if (code >= _values.Length) Grow();
        _codes.Add(value, code);
        _values[code] = value;
        _uses[code] = 0;
    }

    private void Grow()
    {
        Array.Resize(ref _values, _values.Length * 2);
        Array.Resize(ref _uses, _uses.Length * 2);
    }
}
