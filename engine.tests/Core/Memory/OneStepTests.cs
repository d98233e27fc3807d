using System.Runtime.InteropServices;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Tests.Core.Memory;

public sealed class OneStepTests
{
    private const int Longest = 60;

    [Fact]
    public void Runs_of_all_lengths_move_by_one()
    {
        MoveAll(i => (byte)i);
        MoveAll(i => i);
        MoveAll(i => new Twelve((ulong)i, (uint)i));
        MoveAll(i => (UInt128)i);
    }

    [Fact]
    public void Nothing_outside_the_span_is_touched()
    {
        var numbers = new int[4];
        Assert.Throws<ArgumentOutOfRangeException>(() => OneStep.Up(numbers.AsSpan(), 0, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneStep.Up(numbers.AsSpan(), 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneStep.Up(numbers.AsSpan(), -1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneStep.Down(numbers.AsSpan(), 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneStep.Down(numbers.AsSpan(), 1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneStep.Down(numbers.AsSpan(), 3, 2));
    }

    private static void MoveAll<T>(Func<int, T> make)
        where T : unmanaged
    {
        for (int end = 1; end < Longest; end++)
        {
            for (int from = 1; from <= end; from++)
            {
                T[] up = [.. Enumerable.Range(1, Longest).Select(make)], down = [.. up], same = [.. up];
                OneStep.Up(up.AsSpan(), from, end);
                OneStep.Down(down.AsSpan(), from, end);
                Assert.Equal([.. same[..(from + 1)], .. same[from..end], .. same[(end + 1)..]], up);
                Assert.Equal([.. same[..(from - 1)], .. same[from..end], .. same[(end - 1)..]], down);
            }
        }
    }

    // As long as a key of a ranking, which is no power of two.
    [StructLayout(LayoutKind.Sequential, Pack = sizeof(uint))]
    private readonly record struct Twelve(ulong High, uint Low);
}
