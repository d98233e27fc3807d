using System.Numerics;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Analytics.Sketches;

/// <summary>
/// How many different numbers there were, in little memory: exact while they are few, an estimate afterwards.
/// <code>
/// few    [ hash | 0 | hash | … ]           a set of mixed numbers, open addressing; exact
/// many   [ 3 | 0 | 7 | 2 | … ]             2^precision registers: the longest run of zeros that was met in each
/// </code>
/// With m = 2^precision registers the estimate's standard error is 1.04 / √m: 1.6 % for 12, in 4 KiB. Up to m / 8
/// different numbers are counted exactly. Merging gives what counting both together would have given.
/// <para>
/// Invariants: (1) a set has at most m / 8 numbers and room for twice as many as it has; (2) no register is greater
/// than 65 − precision.
/// </para>
/// </summary>
/// <remarks>
/// Adding is O(1), counting O(m) for many, O(1) for few. Numbers are mixed by a bijection, so that different ones stay
/// different. Sources: Flajolet et al., HyperLogLog, AofA 2007; the estimator, which has no bias and needs no tables,
/// is that of Ertl, New cardinality estimation algorithms for HyperLogLog sketches, arXiv:1702.01284, section 4. Not
/// thread-safe.
/// </remarks>
public sealed class HyperLogLog
{
    /// <summary>The least precision.</summary>
    public const int MinPrecision = 4;

    /// <summary>The greatest precision.</summary>
    public const int MaxPrecision = 16;

    private const int FirstSlots = 8;

    /// <summary>Registers are at most 65 − 4.</summary>
    private const int Ranks = 64;

    // Zero marks a free slot, so the number that is mixed to zero is remembered apart.
    private readonly int _precision;
    private ulong[] _few;
    private byte[]? _registers;
    private int _count;
    private bool _hasZero;
    private bool _isMany;

    /// <summary>Makes it for no numbers.</summary>
    /// <param name="precision">2^precision registers: 4 to 16.</param>
    /// <exception cref="ArgumentOutOfRangeException">The precision is out of range.</exception>
    public HyperLogLog(int precision = 12)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(precision, MinPrecision);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(precision, MaxPrecision);
        _precision = precision;
        _few = [];
    }

    /// <summary>2^precision registers.</summary>
    public int Precision => _precision;

    /// <summary>Whether the count is exact: there were few.</summary>
    public bool IsExact => !_isMany;

    /// <summary>The standard error of the count, as a share of it; 0 while it is exact.</summary>
    public double StandardError => _isMany ? 1.04 / Math.Sqrt(Registers) : 0;

    private int Registers => 1 << _precision;

    private int MaxFew => Registers / 8;

    /// <summary>Counts a number. O(1).</summary>
    public void Add(ulong number)
    {
        ulong hash = Mix(number);
        if (_isMany) AddMany(hash);
        else AddFew(hash);
    }

    /// <summary>How many different numbers there were. O(1) for few, O(2^precision) for many.</summary>
    public double Count() => _isMany ? Estimate() : _count;

    /// <summary>Counts all that another one counted. O(2^precision).</summary>
    /// <exception cref="ArgumentException">It has another precision.</exception>
    public void Merge(HyperLogLog other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other._precision != _precision) throw new ArgumentException("Another precision.", nameof(other));
        if (other._isMany)
        {
            if (!_isMany) BecomeMany();
            MaxInto(_registers, other._registers);
            return;
        }

        if (other._hasZero) AddHash(0);
        if (_isMany)
        {
            MergeFew(other._few);
            return;
        }

        foreach (ulong hash in other._few)
            if (hash != 0) AddHash(hash);
    }

    /// <summary>Forgets everything; keeps its memory.</summary>
    public void Clear()
    {
        Array.Clear(_few);
        if (_registers is not null) Array.Clear(_registers);
        _count = 0;
        _hasZero = false;
        _isMany = false;
    }

    /// <summary>Encodes it: one array. O(2^precision).</summary>
    public void Save(ref MessagePackWriter writer)
    {
        if (_isMany)
        {
            writer.WriteArrayHeader(2);
            writer.Write(_precision);
            writer.WriteBinary(_registers);
            return;
        }

        writer.WriteArrayHeader(1 + _count);
        writer.Write(-_precision);
        if (_hasZero) writer.Write(0UL);
        foreach (ulong hash in _few)
            if (hash != 0) writer.Write(hash);
    }

    /// <summary>Replaces everything by what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are none of this precision.</exception>
    public void Load(ref MessagePackReader reader)
    {
        Clear();
        int fields = reader.ReadArrayHeader();
        int precision = reader.ReadInt32();
        if (Math.Abs(precision) != _precision) throw new MessagePackFormatException("Another precision.");
        if (precision < 0)
        {
            if (fields - 1 > MaxFew) throw new MessagePackFormatException("These are not few.");
            for (int i = 1; i < fields; i++) AddFew(reader.ReadUInt64());
            return;
        }

        ReadOnlySpan<byte> registers = reader.ReadBinary();
        if (registers.Length != Registers) throw new MessagePackFormatException($"{registers.Length} registers.");
        _registers ??= new byte[Registers];
        registers.CopyTo(_registers);
        _isMany = true;
        foreach (byte register in registers)
            if (register > 65 - _precision) throw new MessagePackFormatException($"A register of {register}.");
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(2^precision).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        int used = _few.Count(static hash => hash != 0) + (_hasZero ? 1 : 0);
        if (!_isMany && (used != _count || _count > MaxFew || 2 * (_count - 1) > _few.Length))
            throw new InvalidOperationException($"(1) {used} of {_count} in {_few.Length}.");
        if (_isMany && Array.Exists(_registers!, register => register > 65 - _precision))
            throw new InvalidOperationException("(2) A register is too great.");
    }

    /// <summary>The finaliser of SplitMix64: every number has an image of its own.</summary>
    private static ulong Mix(ulong number)
    {
        number += 0x9E37_79B9_7F4A_7C15;
        number = (number ^ (number >> 30)) * 0xBF58_476D_1CE4_E5B9;
        number = (number ^ (number >> 27)) * 0x94D0_49BB_1331_11EB;
        return number ^ (number >> 31);
    }

    // Half of the slots are free, in no order a processor could guess: they raise no register rather than being passed.
    private void MergeFew(ulong[] hashes)
    {
        int shift = 64 - _precision;
        ulong guard = 1UL << (_precision - 1);
        Span<byte> registers = _registers.AsSpan(0, Registers);
        foreach (ulong hash in hashes)
        {
            int run = BitOperations.LeadingZeroCount((hash << _precision) | guard) + 1;
            ref byte register = ref registers[(int)(hash >> shift)];
            register = (byte)Math.Max(register, hash == 0 ? 0 : run);
        }
    }

    /// <summary>Takes the greater of each pair. O(n), vectorised.</summary>
    private static void MaxInto(Span<byte> registers, ReadOnlySpan<byte> others)
    {
        int done = 0;
        for (; done <= registers.Length - Vector<byte>.Count; done += Vector<byte>.Count)
            Vector.Max(new Vector<byte>(registers[done..]), new Vector<byte>(others[done..])).CopyTo(registers[done..]);
        for (; done < registers.Length; done++) registers[done] = Math.Max(registers[done], others[done]);
    }

    private void AddHash(ulong hash)
    {
        if (_isMany) AddMany(hash);
        else AddFew(hash);
    }

    private void AddMany(ulong hash)
    {
        int register = (int)(hash >> (64 - _precision));
        ulong rest = (hash << _precision) | (1UL << (_precision - 1));
        byte run = (byte)(BitOperations.LeadingZeroCount(rest) + 1);
        if (run > _registers![register]) _registers[register] = run;
    }

    private void AddFew(ulong hash)
    {
        if (hash == 0)
        {
            if (_hasZero) return;
            _hasZero = true;
        }
        else
        {
            if (2 * (_count + 1) > _few.Length) GrowFew();
            int slot = SlotOf(hash);
            if (_few[slot] == hash) return;
            _few[slot] = hash;
        }

        if (++_count > MaxFew) BecomeMany();
    }

    private int SlotOf(ulong hash)
    {
        int mask = _few.Length - 1;
        int slot = (int)hash & mask;
        while (_few[slot] != 0 && _few[slot] != hash) slot = (slot + 1) & mask;
        return slot;
    }

    private void GrowFew()
    {
        ulong[] old = _few;
        _few = new ulong[Math.Max(FirstSlots, old.Length * 2)];
        foreach (ulong hash in old)
            if (hash != 0) _few[SlotOf(hash)] = hash;
    }

    private void BecomeMany()
    {
        _isMany = true;
        _registers ??= new byte[Registers];
        if (_hasZero) AddMany(0);
        foreach (ulong hash in _few)
            if (hash != 0) AddMany(hash);
        Array.Clear(_few);
        _hasZero = false;
        _count = 0;
    }

    private double Estimate()
    {
        int last = 65 - _precision;
        Span<int> histogram = stackalloc int[Ranks];
        CountRegisters(_registers, histogram);
        double m = Registers;
        double z = m * Tau(1 - (histogram[last] / m));
        for (int k = last - 1; k >= 1; k--) z = 0.5 * (z + histogram[k]);
        z += m * Sigma(histogram[0] / m);
        return m * m / (2 * Math.Log(2) * z);
    }

    // Most registers have one of a few values: counting into four histograms in turn, none waits for the one before.
    private static void CountRegisters(ReadOnlySpan<byte> registers, Span<int> histogram)
    {
        Span<int> counts = stackalloc int[4 * Ranks];
        counts.Clear();
        for (int i = 0; i + 4 <= registers.Length; i += 4)
        {
            counts[registers[i]]++;
            counts[Ranks + registers[i + 1]]++;
            counts[(2 * Ranks) + registers[i + 2]]++;
            counts[(3 * Ranks) + registers[i + 3]]++;
        }

        for (int rank = 0; rank < Ranks; rank++)
            histogram[rank] = counts[rank] + counts[Ranks + rank] + counts[(2 * Ranks) + rank]
                + counts[(3 * Ranks) + rank];
    }

    private static double Sigma(double x)
    {
        if (x >= 1) return double.PositiveInfinity;
        double y = 1;
        double z = x;
        while (true)
        {
            x *= x;
            double before = z;
            z += x * y;
            y += y;
            if (z == before) return z;
        }
    }

    private static double Tau(double x)
    {
        if (x is <= 0 or >= 1) return 0;
        double y = 1;
        double z = 1 - x;
        while (true)
        {
            x = Math.Sqrt(x);
            double before = z;
            y *= 0.5;
            z -= (1 - x) * (1 - x) * y;
            if (z == before) return z / 3;
        }
    }
}
