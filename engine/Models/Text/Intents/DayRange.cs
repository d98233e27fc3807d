namespace Catalog.Engine.Models.Text.Intents;

/// <summary>Days from one to another, and a time of day if the words named one with them (<c>tonight</c>).</summary>
internal readonly record struct DayRange(long FromMs, long ToMs, ClockRange Clock = default)
{
    public bool HasClock => Clock.ToMinute > 0;

    public static DayRange Days(long firstMs, int count) => new(firstMs, firstMs + (count * TimeWindow.DayMs));
}
