using System.Text;
using Catalog.Engine.Leaderboards.SortedSets;

namespace Catalog.Engine.Tests.Leaderboards.SortedSets;

public sealed class GlobPatternTests
{
    [Theory]
    [InlineData("*", "")]
    [InlineData("*", "anything")]
    [InlineData("a*c", "abbc")]
    [InlineData("a*b*c", "axbxbxc")]
    [InlineData("h?llo", "hello")]
    [InlineData("h[ae]llo", "hallo")]
    [InlineData("h[^e]llo", "hallo")]
    [InlineData("h[a-c]llo", "hbllo")]
    [InlineData("h[c-a]llo", "hbllo")]
    [InlineData("a\\*b", "a*b")]
    [InlineData("[\\]]", "]")]
    [InlineData("**a", "a")]
    [InlineData("leaderboard:*:[dw]*", "leaderboard:3:daily")]
    public void Fits(string pattern, string text) => Assert.True(Matches(pattern, text));

    [Theory]
    [InlineData("", "a")]
    [InlineData("a", "")]
    [InlineData("a*c", "abbd")]
    [InlineData("h?llo", "hllo")]
    [InlineData("h[^e]llo", "hello")]
    [InlineData("h[a-c]llo", "hdllo")]
    [InlineData("a\\*b", "axb")]
    [InlineData("[]a", "a")]
    public void DoesNot(string pattern, string text) => Assert.False(Matches(pattern, text));

    /// <summary>Naive backtracking would take longer than anybody waits.</summary>
    [Fact]
    public void Many_stars_cost_no_more_than_pattern_times_text() =>
        Assert.False(Matches(string.Concat(Enumerable.Repeat("a*", 2000)) + "b", new string('a', 20_000)));

    private static bool Matches(string pattern, string text) =>
        GlobPattern.Matches(Encoding.Latin1.GetBytes(pattern), Encoding.Latin1.GetBytes(text));
}
