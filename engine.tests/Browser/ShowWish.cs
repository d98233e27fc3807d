namespace Catalog.Engine.Tests.Browser;

/// <summary>What a test's showtime is like.</summary>
internal sealed record ShowWish
{
    public string? Title { get; init; }

    /// <summary>A seat plan as the API takes it; three rows of eight unless given.</summary>
    public object? Plan { get; init; }

    /// <summary>How long before it begins.</summary>
    public TimeSpan StartsIn { get; init; } = TimeSpan.FromDays(2);

    public int HoldSeconds { get; init; } = 300;

    public DateTimeOffset? OnSaleAt { get; init; }

    public bool HasWaitingRoom { get; init; }
}
