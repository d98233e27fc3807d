using FsCheck.Fluent;

namespace Catalog.Engine.Tests.House;

public sealed class SeedsTests
{
    [Fact]
    public void A_false_property_fails_and_names_its_seed()
    {
        Exception failure = Assert.ThrowsAny<Exception>(() => Seeds.Check(Prop.ForAll<int>(value => value < 3)));
        Assert.Contains($"CATALOG_SEED={Seeds.Current}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_cases()
    {
        Assert.Equal(Cases(), Cases());

        static List<int> Cases()
        {
            List<int> seen = [];
            Seeds.Check(Prop.ForAll<int>(value =>
            {
                seen.Add(value);
                return true;
            }));
            return seen;
        }
    }
}
