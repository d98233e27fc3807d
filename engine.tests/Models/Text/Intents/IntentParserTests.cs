using Catalog.Engine.Models.Text.Intents;
using FsCheck;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Models.Text.Intents;

/// <summary>The parser on a grammar of another trade than booking: asking a log.</summary>
public sealed class IntentParserTests
{
    private static readonly IntentGrammar Grammar = new IntentGrammar()
        .Synonyms("error", "error errors failure failures exception exceptions crash crashes")
        .Cue("count", 2, "how many", "number|count of")
        .Cue("search", 1, "show|list|find|search", "@error|logs|messages")
        .Cue("slow", 2, "slow|slowest|latency", "takes|took ... long")
        .Cue("search", 1, "@error ... in|from {service}")
        .Expect("search", "service", 0.2);

    private static readonly NameSlot Services = new("service",
        [
            new("1", "payment-service"), new("2", "user service"), new("3", "notification gateway"),
            new("4", "edge gateway"),
        ],
        Grammar.Vocabulary);

    private static readonly IntentParser Parser = new(Grammar, [Services, new TimeSlot("when")]);

    [Theory]
    [InlineData("show errors in payment service from the last hour", "search", "1")]
    [InlineData("how many exceptions did the user service have yesterday", "count", "2")]
    [InlineData("what is slow in the notification gateway", "slow", "3")]
    [InlineData("find failures from paymnet-service", "search", "1")]
    [InlineData("why takes the edge gateway so long", "slow", "4")]
    public void Intent_and_service_are_found(string text, string intent, string service)
    {
        IntentResult result = Parser.Parse(text, 0);
        Assert.Equal(intent, result.Intent);
        Assert.Equal(service, Assert.Single(result.Slot("service")!.Names).Key);
        Assert.Empty(result.NotUnderstood);
    }

    [Fact]
    public void A_part_that_two_names_share_leaves_both_and_a_rare_part_is_enough()
    {
        Assert.Equal(["3", "4"], Parser.Parse("errors in gateway", 0).Slot("service")!.Names.Select(static n => n.Key));
        Assert.Equal("3", Assert.Single(Parser.Parse("errors in notification", 0).Slot("service")!.Names).Key);
        Assert.Null(Parser.Parse("errors in kubernetes", 0).Slot("service"));
    }

    [Fact]
    public void What_is_not_understood_is_said_and_makes_less_sure()
    {
        IntentResult sure = Parser.Parse("show errors", 0);
        IntentResult unsure = Parser.Parse("show purple errors quietly dancing", 0);
        Assert.Equal(["purple", "quietly", "dancing"], unsure.NotUnderstood);
        Assert.True(unsure.Confidence < sure.Confidence);
        IntentResult nothing = Parser.Parse("lorem ipsum", 0);
        Assert.Null(nothing.Intent);
        Assert.Equal(0, nothing.Confidence);
        Assert.Equal(["lorem", "ipsum"], nothing.NotUnderstood);
    }

    [Fact]
    public void Slips_of_the_pen_are_forgiven()
    {
        Assert.Equal("count", Parser.Parse("numbr of erors", 0).Intent);
        Assert.Equal("search", Parser.Parse("shwo excepton", 0).Intent);
    }

    [Fact]
    public void Any_text_is_taken_and_a_long_one_is_cut()
    {
        Assert.True(Parser.Parse(string.Join(' ', Enumerable.Repeat("errors", 10_000)), 0).IsCut);
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), static text =>
        {
            IntentResult result = Parser.Parse(text.Get, 0);
            Assert.InRange(result.Confidence, 0, 1);
            Assert.Equal(result.Intent is null, result.Confidence == 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_phrase_without_words_or_with_an_unknown_class_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new IntentGrammar().Cue("a", 1, " "));
        Assert.Throws<ArgumentException>(() => new IntentGrammar().Cue("a", 1, "b?"));
        Assert.Throws<ArgumentException>(() => new IntentGrammar().Cue("a", 1, "@nothing"));
    }
}
