using Catalog.Engine.Models.Text;

namespace Catalog.Engine.Tests.Models.Text;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("Crème Brûlée", "creme brulee")]
    [InlineData("STRASSE Straße ẞ", "strasse strasse ss")]
    [InlineData("Ørnevik ÆØÅ", "ornevik aeoa")]
    [InlineData("Łódź Çağrı Őr", "lodz cagri or")]
    [InlineData("Việt Nam Ơ Ư", "viet nam o u")]
    [InlineData("e\u0301 n\u0303", "e n")]
    [InlineData("Œuvre þing ĳs", "oeuvre thing ijs")]
    [InlineData("МОСКВА 漢字 ΑΒ", "москва 漢字 αβ")]
    [InlineData("100 % × ÷", "100 % × ÷")]
    [InlineData("", "")]
    public void Case_and_marks_fall_away(string text, string expected) =>
        Assert.Equal(expected, TextFolding.Fold(text));

    [Fact]
    public void Folding_twice_changes_nothing_more()
    {
        for (char c = '\0'; c < '\uD800'; c++)
        {
            string once = TextFolding.Fold(c.ToString());
            Assert.Equal(once, TextFolding.Fold(once));
        }
    }

    [Fact]
    public void Words_are_found_anywhere_all_of_them()
    {
        string folded = TextFolding.Fold("The Salt Cartographer");
        Assert.True(TextFolding.ContainsAll(folded, TextFolding.Words(" GRAPH  sál ")));
        Assert.False(TextFolding.ContainsAll(folded, TextFolding.Words("salt pepper")));
        Assert.True(TextFolding.ContainsAll(folded, TextFolding.Words(null)));
    }
}
