using Catalog.Engine.Models.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Models.Text;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("cancel", "cancle", 1)]
    [InlineData("tomorrow", "tommorow", 2)]
    [InlineData("seat", "seats", 1)]
    [InlineData("drama", "comedy", 5)]
    public void Slips_are_counted(string a, string b, int expected)
    {
        Assert.Equal(Math.Min(expected, 5), EditDistance.Within(a, b, 4 + (expected > 4 ? 0 : 1)));
        Assert.Equal(EditDistance.Within(a, b, 9), EditDistance.Within(b, a, 9));
    }

    [Fact]
    public void It_is_what_the_plain_recursion_says_and_a_bound_only_cuts_it() => Prop.ForAll(
        Gen.Choose(0, 2).Select(static i => "abc"[i]).ArrayOf(6).Two().ToArbitrary(), static pair =>
        {
            (char[] a, char[] b) = pair;
            int expected = Plain(a, b);
            for (int most = 0; most < 8; most++)
                Assert.Equal(Math.Min(expected, most + 1), EditDistance.Within(a, b, most));
        }).QuickCheckThrowOnFailure();

    private static int Plain(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.IsEmpty || b.IsEmpty) return a.Length + b.Length;
        int best = Math.Min(Plain(a[1..], b), Plain(a, b[1..])) + 1;
        best = Math.Min(best, Plain(a[1..], b[1..]) + (a[0] == b[0] ? 0 : 1));
        bool isSwap = a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0];
        return isSwap ? Math.Min(best, Plain(a[2..], b[2..]) + 1) : best;
    }
}
