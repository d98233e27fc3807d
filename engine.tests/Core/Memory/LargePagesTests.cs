using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Tests.Core.Memory;

/// <summary>Memory in large pages is memory like any other.</summary>
public sealed class LargePagesTests
{
    private const int Length = 40_000;
    private const int Arrays = 128;

    [Fact]
    public void Elements_are_zero_and_keep_what_is_written_while_pages_are_joined_around_them()
    {
        var arrays = new ulong[Arrays][];
        for (int i = 0; i < Arrays; i++)
        {
            arrays[i] = LargePages.Allocate<ulong>(Length);
            Assert.Equal(-1, arrays[i].AsSpan().IndexOfAnyExcept(0UL));
            arrays[i].AsSpan().Fill((ulong)i + 1);
        }

        for (int i = 0; i < Arrays; i++)
            Assert.Equal(-1, arrays[i].AsSpan().IndexOfAnyExcept((ulong)i + 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000_000)]
    public void Any_length_will_do(int length) => Assert.Equal(length, LargePages.Allocate<byte>(length).Length);
}
