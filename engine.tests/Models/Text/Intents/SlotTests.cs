using System.Globalization;
using Catalog.Engine.Models.Text.Intents;
using FsCheck;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Models.Text.Intents;

/// <summary>Times, amounts and counts as people say them. It is Wednesday, 2 January 2030, 10:00.</summary>
public sealed class SlotTests
{
    private static readonly DateTime Now = new(2030, 1, 2, 10, 0, 0, DateTimeKind.Utc);

    private static readonly IntentParser Parser = new(new IntentGrammar(),
        [new TimeSlot("when", true), new MoneySlot("price"), new CountSlot("count", ["seats", "people", "tickets"])]);

    [Theory]
    [InlineData("today", "01-02..01-03")]
    [InlineData("tomorrow", "01-03..01-04")]
    [InlineData("the day after tomorrow", "01-04..01-05")]
    [InlineData("tonight", "01-02..01-03 17:00-26:00")]
    [InlineData("this evening", "01-02..01-03 17:00-26:00")]
    [InlineData("tomorrow evening", "01-03..01-04 17:00-24:00")]
    [InlineData("evening tomorrow", "01-03..01-04 17:00-24:00")]
    [InlineData("friday after 6pm", "01-04..01-05 18:00-26:00")]
    [InlineData("on friday after 6", "01-04..01-05 18:00-26:00")]
    [InlineData("wednesday", "01-02..01-03")]
    [InlineData("next wednesday", "01-09..01-10")]
    [InlineData("next friday", "01-11..01-12")]
    [InlineData("this weekend", "01-05..01-07")]
    [InlineData("next weekend", "01-12..01-14")]
    [InlineData("saturday morning", "01-05..01-06 05:00-12:00")]
    [InlineData("this week", "01-02..01-07")]
    [InlineData("next week", "01-07..01-14")]
    [InlineData("5 january", "01-05..01-06")]
    [InlineData("january 5th", "01-05..01-06")]
    [InlineData("the 5th of january", "01-05..01-06")]
    [InlineData("on the 9th", "01-09..01-10")]
    [InlineData("2030-01-08", "01-08..01-09")]
    [InlineData("in 3 days", "01-05..01-06")]
    [InlineData("tomorrow between 6 and 9 pm", "01-03..01-04 18:00-21:00")]
    [InlineData("between 18:00 and 20:30", "01-02..01-03 18:00-20:30")]
    [InlineData("tomorrow before noon", "01-03..01-04 00:00-12:00")]
    [InlineData("at 8 on saturday", "01-05..01-06 19:30-21:00")]
    [InlineData("saturday night around 9:30pm", "01-05..01-06 20:30-23:00")]
    [InlineData("tommorow after 18:30", "01-03..01-04 18:30-26:00")]
    [InlineData("thursday evening after 8", "01-03..01-04 20:00-24:00")]
    [InlineData("friday 7 p.m.", "01-04..01-05 18:30-20:00")]
    public void Times_are_understood(string text, string expected) =>
        Assert.Equal(expected, Describe(Parse(text).Slot("when")?.Window));

    [Theory]
    [InlineData("last 2 hours", -2 * 60)]
    [InlineData("in the past hour", -60)]
    [InlineData("last 7 days", -7 * 24 * 60)]
    public void The_past_is_counted_back_from_now(string text, int fromMinutes)
    {
        TimeWindow window = Parse(text).Slot("when")!.Window!.Value;
        Assert.Equal(Ms(Now.AddMinutes(fromMinutes)), window.FromMs);
        Assert.True(window.Contains(Ms(Now)) && !window.Contains(Ms(Now.AddMinutes(1))));
    }

    [Theory]
    [InlineData("under 15 euros", 0, 1500)]
    [InlineData("below €12.50", 0, 1250)]
    [InlineData("cheaper than 10", 0, 1000)]
    [InlineData("max 20 dollars", 0, 2000)]
    [InlineData("between 10 and 15 euro", 1000, 1500)]
    [InlineData("no more than 9,50 €", 0, 950)]
    [InlineData("at least twenty euros", 2000, long.MaxValue)]
    [InlineData("12 euros or less", 0, 1200)]
    [InlineData("around 10 euros", 800, 1200)]
    public void Amounts_are_understood(string text, long min, long max) =>
        Assert.Equal(new NumberRange(min, max), Parse(text).Slot("price")?.Range);

    [Theory]
    [InlineData("two seats", 2)]
    [InlineData("for 4 people", 4)]
    [InlineData("for three tomorrow", 3)]
    [InlineData("party of five", 5)]
    [InlineData("me and 3 friends", 4)]
    [InlineData("me and my wife", 2)]
    [InlineData("a couple of tickets", 2)]
    [InlineData("six of us", 6)]
    [InlineData("2 good seats", 2)]
    public void Counts_are_understood(string text, int count) =>
        Assert.Equal(new NumberRange(count, count), Parse(text).Slot("count")?.Range);

    [Fact]
    public void Numbers_that_stand_beside_each_other_are_told_apart()
    {
        IntentResult result = Parse("4 seats for saturday after 7 under 12 euros");
        Assert.Equal(4, result.Slot("count")!.Range!.Value.Min);
        Assert.Equal(1200, result.Slot("price")!.Range!.Value.Max);
        Assert.Equal("01-05..01-06 19:00-26:00", Describe(result.Slot("when")!.Window));
        Assert.Empty(result.NotUnderstood);
    }

    [Fact]
    public void A_night_goes_on_after_midnight_and_not_before_it_began()
    {
        TimeWindow tonight = Parse("tonight").Slot("when")!.Window!.Value;
        Assert.True(tonight.Contains(Ms(Now.Date.AddHours(25))));
        Assert.False(tonight.Contains(Ms(Now.Date.AddHours(1))));
        Assert.False(tonight.Contains(Ms(Now.Date.AddHours(26))));
    }

    [Fact]
    public void Every_day_of_the_year_ahead_is_found_however_it_is_written() => Prop.ForAll(
        Gen.Choose(0, 364).Two().ToArbitrary(), static pair =>
        {
            DateTime day = Now.Date.AddDays(pair.Item1);
            string[] texts =
            [
                day.ToString("d MMMM", CultureInfo.InvariantCulture),
                day.ToString("MMM d", CultureInfo.InvariantCulture),
                day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"in {pair.Item1 + 1} days",
            ];
            TimeWindow window = Parse("films on " + texts[pair.Item2 % 3]).Slot("when")!.Window!.Value;
            Assert.Equal((Ms(day), Ms(day.AddDays(1))), (window.FromMs, window.ToMs));
            Assert.Equal(Ms(day.AddDays(1)), Parse(texts[3]).Slot("when")!.Window!.Value.FromMs);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_said_the_parts_are_within_the_text_and_never_shared()
    {
        string[] words =
        [
            "in", "next", "last", "5", "of", "january", "at", "between", "and", "pm", "under", "€", "me", "for", "the",
            "99999999999", "31", "february", "late", "day", "after", "tomorrow", "week", "12:61", "0", "midnight",
            "from",
        ];
        Prop.ForAll(Gen.Elements(words).ArrayOf().ToArbitrary(), static said =>
        {
            IntentResult result = Parse(string.Join(' ', said));
            ulong taken = 0;
            foreach (SlotMatch match in result.Slots)
            {
                Assert.Equal(0UL, taken & match.Tokens);
                taken |= match.Tokens;
            }

            Assert.True(said.Length >= 64 || taken >> said.Length == 0);
        }).QuickCheckThrowOnFailure();
    }

    private static IntentResult Parse(string text) => Parser.Parse(text, Ms(Now));

    private static long Ms(DateTime time) => (long)(time - DateTime.UnixEpoch).TotalMilliseconds;

    private static string? Describe(TimeWindow? window)
    {
        if (window is not { } w) return null;
        static string Day(long ms) =>
            DateTime.UnixEpoch.AddMilliseconds(ms).ToString("MM-dd", CultureInfo.InvariantCulture);
        string days = $"{Day(w.FromMs)}..{Day(w.ToMs)}";
        return w.HasTimeOfDay
            ? $"{days} {w.FromMinute / 60:00}:{w.FromMinute % 60:00}-{w.ToMinute / 60:00}:{w.ToMinute % 60:00}"
            : days;
    }
}
