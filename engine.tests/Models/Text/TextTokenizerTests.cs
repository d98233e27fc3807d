using Catalog.Engine.Models.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Models.Text;

public sealed class TextTokenizerTests
{
    [Theory]
    [InlineData("The Beekeeper's Alibi", "the beekeepers alibi")]
    [InlineData("what’s on at 18:30, or 7pm?", "whats on at 18:30 or 7pm")]
    [InlineData("under €12.50, or 1,5 £", "under € 12.50 or 1,5 £")]
    [InlineData("2030-12-31: sci-fi!", "2030-12-31 sci fi")]
    [InlineData("Über den Fluß", "uber den fluss")]
    [InlineData("'quoted' 5.", "quoted 5")]
    [InlineData(" \t\n", "")]
    public void Words_numbers_and_currencies_are_cut(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', TextTokenizer.Words(text)));

    [Fact]
    public void Tokens_lie_in_the_text_in_order_and_no_letter_is_lost() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), static text =>
        {
            int last = 0;
            foreach (TextToken token in TextTokenizer.Tokenize(text.Get))
            {
                Assert.True(token.Start >= last && token.Length > 0 && token.End <= text.Get.Length);
                Assert.DoesNotContain(text.Get[last..token.Start], char.IsLetterOrDigit);
                last = token.End;
            }

            Assert.DoesNotContain(text.Get[last..], char.IsLetterOrDigit);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_follows_the_bound_is_not_looked_at() =>
        Assert.Equal(["a", "b"], TextTokenizer.Tokenize("a b c", 2).Select(static token => token.Text));
}
